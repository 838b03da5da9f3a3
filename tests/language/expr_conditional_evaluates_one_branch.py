# reference: 6.13, 6.12
# Only the chosen branch runs; nesting to the right; precedence against lambda, or, walrus and starred.
log = []
def t(v): log.append(v); return v
print(t(1) if t(0) else t(2), log); log.clear()
print(t("a") if t(1) else t("b") if t("never") else t("c"), log); log.clear()
print(t("a") if t([]) else t("b") if t(()) else t("c"), log); log.clear()
f = lambda x: "pos" if x > 0 else "zero" if x == 0 else lambda: "neg"
print(f(1), f(0), f(-1)())
print(1 or 2 if 0 else 3, 1 or (2 if 0 else 3), (lambda: 1 if 0 else 2)(), [1 if i % 2 else 0 for i in range(4) if (i if i else 1)])
print(*[1, 2] if 1 else [3], *(4, 5) if 0 else "xy", {**({"a": 1} if 0 else {"b": 2})})
print((y := 5) if (y2 := 0) else (z := 6), y2, z, "y" in globals())
x = 1 if 1 else 1/0
a, b = 1 if 0 else 2, 3
print(x, a, b, (1, 2) if 1 else 3, 1 if [0] else 2 if 1/1 else 0)
class B:
    def __init__(self, *r): self.r = r
    def __bool__(self):
        if isinstance(self.r[0], Exception): raise self.r[0]
        return self.r[0]
for r in (True, False, ValueError("no truth"), 1, "s"):
    try: print("yes" if B(r) else "no")
    except Exception as e: print(type(e).__name__, e)
for src in ("1 if 2", "1 if else 2", "x = 1 if 2 else", "1 if 2 else pass", "a if b else c = 1", "(a if b else c) += 1", "del a if b else c", "1 if 2 else 3 if 4", "if 1 else 2", "a = yield if 1 else 2", "(x for x in y if 1 else 2)", "[x for x in 1, 2 if x]", "f(a if b)", "return if 1 else 2", "for x if y else z in w: pass"):
    try: compile(src, "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.lineno, e.offset, e.end_offset)
def gen():
    v = (yield 1) if (yield 0) else (yield 2)
    return v
for answer in (True, False):
    g = gen(); print(next(g), g.send(answer), end=" ")
    try: g.send("end")
    except StopIteration as e: print(e.value)
