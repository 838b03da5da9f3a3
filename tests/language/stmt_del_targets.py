# reference: 7.5
# del of names, attributes, items, nested targets, from left to right; what is deleted when one fails.
log = []
class O:
    def __delattr__(s, n): log.append(f"attr {n}")
    def __delitem__(s, k): log.append(f"item {k}")
def o(): log.append("o"); return O()
del o().a, o()[1], (o().b, [o()["k"], o()[1:2]]), o()[...]
print(*log)
a = b = c = d = e = 1
del a, (b, c), [d], (e)
print([n for n in "abcde" if n in globals()])
del (), []
x, y = 1, 2
try: del x, undefined, y
except NameError as err: print(err, "x" in globals(), y)
def f():
    p = 1
    del p
    try: p
    except UnboundLocalError as e: print(e)
    try: del p
    except UnboundLocalError as e: print(e)
    p = 2
    return p
print(f())
def g():
    v = 1
    def h(): return v
    del v
    try: h()
    except NameError as e: print(e)
    try: del v
    except NameError as e: print(e)
    v = 3
    return h()
print(g())
def k():
    global gl
    del gl
gl = 1
k()
try: k()
except NameError as e: print(e)
def nl():
    v = 1
    def h():
        nonlocal v
        del v
    h()
    try: return v
    except NameError as e: return str(e)
print(nl())
class C:
    attr = 1
    del attr
    try: del attr
    except NameError as e: print(e)
print(hasattr(C, "attr"))
for i in range(3): pass
del i
l = list(range(10)); del l[::2], l[-1], l[0:1]; print(l)
dct = {1: 2, 3: 4}; del dct[1]; print(dct)
for src in ("del", "del 5", "del f()", "del x + y", "del (x, 5)", "del [x, f()]", "del *x", "del (*x,)", "del x = 1", "del x, ", "del (x),", "del ((x))", "del x.y.z", "del x[0][1]", "del x()[0]", "del x().y", "del None", "del True", "del ...", "del 'a'", "del {}", "del {x}", "del (x for x in y)", "del [x for x in y]", "del x if y else z", "del lambda: 0", "del -x", "del not x", "del x and y", "del x < y", "del (yield)", "del x := 1", "del __debug__", "del x; del y", "del (x", "del f'{x}'", "del await x", "x = del y", "del x y", "del (x, (y, [z]))"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset, e.end_offset)
