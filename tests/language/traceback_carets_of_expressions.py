# reference: 4.3
# Which part of a line a traceback marks, for every kind of expression that fails.
import sys
def boom(): raise ValueError("boom")
class A:
    x = None
    def __getitem__(self, k): raise KeyError(k)
a, d, n = A(), {}, None
LINES = """a.b
a.x.y.z
a.x.y
d["k"]
d["a"]["b"]["c"]
a[1][2]
1 / 0
(1 + 2) / (3 - 3) * 5
1 + (2 * "x" + 3)
"a" + 1
[1][5]
[1, 2][3:"x"]
n()
n(1, 2)
boom()
boom().x[1] + 5
print(boom())
len(5)
int("x")
-"a"
not boom()
~1.5
n < 1
1 < n < 3
1 in 5
1 in n
a.x.method(1)
a.x.method(boom())
[boom() for _ in "ab"]
{1: boom()}
(lambda: boom())()
f"{boom()}"
f"a {1 / 0:x} b"
boom() if 1 else 2
1 if boom() else 2
0 or boom()
[*n]
{**n}
print(*n)
print(**n)
next(iter([]))
"%d" % "x"
"{}".format()
undefined
undefined.attr
undefined()
await_ + 1
(   1   /   0   )
1 // 0 ; 5
x = y = 1 / 0
a.x.y = 5
d["k"]["j"] = 1
n[0] = 1
del n[0]
del d["q"]
del a.zz
a.x += 1
d["k"] += 1
n += 1
assert 1 == 2
assert 1 == 2, "why " + str(3)
raise ValueError
raise ValueError("x") from None
raise 5
a, b = 1
a, b = 1, 2, 3
a, *b = ()
import nothing_here
from sys import nothing_here
for i in 5: pass
with 5: pass
while boom(): pass
if boom(): pass
lambda: 0 / 0
[1 / 0 for _ in [1]]
{1 / 0 for _ in [1]}
{1: 1 / 0 for _ in [1]}
list(1 / 0 for _ in [1])
(yield_ := 1 / 0)
1 @ 2
1 << -1
"x" * "y"
a.x[0](1)[2]
print(1, 2, foo=3)
é = 1 / 0
"é" + 1 / 0
"日本" + n
(1
 / 0)""".replace("(1\n / 0)", "(1 / 0)").split("\n")
for number, line in enumerate(LINES):
    name = f"<line {number}>"
    import linecache
    linecache.cache[name] = (len(line), None, [line + "\n"], name)
    try:
        exec(compile(line, name, "exec"), {"a": a, "d": d, "n": n, "boom": boom})
    except BaseException as e:
        sys.__excepthook__(type(e), e, e.__traceback__.tb_next)
