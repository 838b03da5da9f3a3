# reference: 7.5
# del takes its targets from left to right; what was deleted before an error stays deleted.
class T:
    def __init__(self, log): object.__setattr__(self, "log", log)
    def __delattr__(self, n): self.log.append("attr " + n)
    def __delitem__(self, k): self.log.append(("item", k))
    def __getattr__(self, n): self.log.append("get " + n); return T(self.log)
    def __getitem__(self, k): self.log.append(("get", k)); return T(self.log)
log = []; t = T(log)
del t.a, t[1], (t.b, [t[2:3], t.c.d]), t[4][5], t[...].z
print(log)
a = b = c = 1
try: del a, missing, b
except NameError as e: print(e, "a" in globals(), "b" in globals())
x = [1, 2, 3, 4, 5]
try: del x[0], x[1:3], x[9], x[0]
except IndexError as e: print(e, x)
def f():
    p = q = 1
    del p
    try: p
    except UnboundLocalError as e: print(e)
    try: del p
    except UnboundLocalError as e: print(e)
    for q in "ab": del q
    try: q
    except UnboundLocalError as e: print(e)
    def g(): return cell
    cell = 1; del cell
    try: g()
    except NameError as e: print(type(e).__name__, e)
    try: del cell
    except UnboundLocalError as e: print(e)
f()
class C:
    v = 1; del v
    try: del v
    except NameError as e: print(e)
    __slots__ = ("s",)
o = C()
for stmt in ("del o.s", "del o.nope", "del C.nope", "del (1).real", "del ''[0]", "del ()[0]", "del {}['k']", "del 5 .x", "del [][:]", "del print.x", "del int.x", "del o[0]", "del None.x", "del (o)", "del ()", "del []", "del [[], ()]", "del {1: 2}[1],"):
    try: exec(stmt); print(stmt, "fine")
    except Exception as e: print(stmt, "|", type(e).__name__, e)
for src in ("del", "del 1", "del f()", "del a + b", "del *a", "del (a, *b)", "del a = 1", "del (a := 1)", "del None", "del [x for x in y]", "del {a}", "del 'a'", "del a if b else c", "del -a", "del a,, b", "del (a, b", "del f().x, g()[1]", "del (yield)", "del ...", "del a.b(), c", "del __debug__", "del x.__debug__", "del f''", "del lambda: 1", "del a < b", "del (a), [b], ((c))", "del await x", "del True, False", "del a and b"):
    try: compile(src, "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
