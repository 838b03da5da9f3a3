# reference: 7.2.1
# The target is evaluated once, read, then the value, the operation in place or not, then stored.
log = []
class I:
    def __init__(s, n): s.n = n
    def __iadd__(s, o): log.append(f"iadd {o}"); return "result"
    def __add__(s, o): return "plain"
class P:
    def __add__(s, o): log.append(f"add {o}"); return "sum"
class NI:
    def __iadd__(s, o): log.append("iadd NI"); return NotImplemented
    def __add__(s, o): log.append("add"); return "after NI"
class D(dict):
    def __getitem__(s, k): log.append(f"get {k}"); return super().__getitem__(k)
    def __setitem__(s, k, v): log.append(f"set {k}"); super().__setitem__(k, v)
def n(v): log.append(v); return v
d = D()
dict.__setitem__(d, "k", I(1)); dict.__setitem__(d, "p", P()); dict.__setitem__(d, "n", NI())
for key in "kpn":
    d[n(key)] += n("value")
    print(dict.__getitem__(d, key), *log); log.clear()
class A:
    x = [1]
    @property
    def p(s): log.append("getp"); return 1
    @p.setter
    def p(s, v): log.append(f"setp {v}")
a = A()
a.x += [2]
print(a.__dict__, A.x, a.x is A.x)
def geta(): log.append("geta"); return a
geta().p += n(5)
print(*log); log.clear()
t = ([1], 2)
try: t[0] += [3]
except TypeError as e: print(e, t)
try: t[1] += 3
except TypeError as e: print(e, t)
l = [1, 2, 3]
l[0:2] += [9]
l[n(-1)] *= n(2)
print(l, *log); log.clear()
x = y = [1]
x += (2,); x *= 2
print(x is y, y)
s = u = "a"; s += "b"; print(s, u)
i = 0
def f():
    global i
    i += 1
    return i
b = [0, 0, 0]
b[f()] += 5
print(b, i)
def local():
    try: q += 1
    except UnboundLocalError as e: print(e)
    def inner():
        try: z += 1
        except UnboundLocalError as e: print(e)
    z = 1
    inner()
local()
try: undefined += 1
except NameError as e: print(e)
x = 5; x -= x + 1; x **= 2; x //= 0.5; x %= 7
print(x)
for src in ("5 += 1", "f() += 1", "x + y += 1", "(x) += 1", "(x, y) += 1", "[x] += 1", "x += y += 1", "x += y = 1", "x = y += 1", "None += 1", "x.y += 1", "'a' += 1", "x += ", "x + = 1", "x if y else z += 1", "{} += 1", "lambda: x += 1", "-x += 1", "*x += 1", "x += yield", "(x := 1) += 1", "x += 1, 2", "await x += 1", "f'{x}' += 1", "... += 1", "True += 1", "x() .y += 1", "x <<= 1; y >>= 2", "x @= y", "x ||= 1", "x ++ 1", "x ++= 1"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset)
