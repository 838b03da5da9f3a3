"""ast.parse, dump and unparse over every kind of node."""
import ast

SOURCE = '''
"""doc"""
from __future__ import annotations
import a.b, c as d
from . import e
from ..f import g as h, i
@deco
@deco(1)
def func[T: int, *Ts, **P](a, /, b: int = 1, *args: str, c, d=2, **kw) -> int:
    global x
    return a
async def co():
    async with a as b, c: pass
    async for i in j: await k
    else: pass
    return [x async for x in y]
class C[T](B, metaclass=M):
    def m(self):
        nonlocal_ = 1
        def inner():
            nonlocal nonlocal_
            yield
            yield 1
            yield from x
del a, b[0], c.d
x = y = 1
(a, *b), [c, d] = e
type X[T] = int
x += 1; x @= 2; x //= 3; x **= 4; x >>= 5; x <<= 6; x &= 7; x |= 8; x ^= 9; x %= 10; x /= 11; x -= 12; x *= 13
y: int
(z): int = 3
a.b: str
for i in range(3):
    if i: continue
    elif j: break
    else: pass
else: pass
while True: pass
with a, (b) as c: pass
with (a as b, c): pass
raise
raise E
raise E from F
try: pass
except A: pass
except (B, C) as e: pass
except: pass
else: pass
finally: pass
try: pass
except* A as e: pass
assert a
assert a, "b"
match p:
    case 1 | -2 | 1+2j | "s" | b"b" | None | True: pass
    case [a, *_, b] if c: pass
    case {"k": v, **rest}: pass
    case A.B: pass
    case Cls(x, k=y): pass
    case [*a] | (b as c): pass
    case _: pass
a and b or not c
(w := 1)
-a + +b - ~c * d / e // f % g ** h @ i << j >> k & l | m ^ n
lambda a, /, b=1, *c, d, e=2, **f: a
a if b else c
{1: 2, **a}
{1, 2, *b}
[x for x in y if a if b for z in w]
{x for x in y}
{x: y for x, y in z}
(x for x in y)
a < b <= c > d >= e == f != g is h is not i in j not in k
f(a, *b, c=d, **e)
f"{a}{b!r}{c!s:>{d}}{e!a:x}text{{}}"
f"{a=}"
u"u" "v"
1, 2.5, 3j, ..., None, True, False, b"x", 10**3
a.b[c].d[1:2, ::3, ...]
a[:]
a[*b]
()
(1,)
*a, b = c
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree))
text = ast.unparse(tree)
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(tree))
for node in ast.walk(tree):
    if hasattr(node, "lineno"):
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, end="; ")
print()
print(ast.dump(ast.parse("1; x", mode="single")))
print(ast.dump(ast.parse("1 + x", mode="eval"), include_attributes=True))
print(ast.get_source_segment(SOURCE, tree.body[6]))
print(ast.get_docstring(tree))
