# reference: 3.2.13.1
# What dis shows of expressions: operators, calls, attributes, subscripts, comparisons, conditionals, displays.
import dis, io
EXPRESSIONS = """a + b * c - d
a += 1
a ** -b @ c
not a and b or c
a if b else c
a < b <= c
a is None or b is not None
a in b, a not in b
a.b.c
a.b()
a.b(c, d=1)
f(*a, **b)
f(1, *a, k=2, **b)
a[1], a[1:2], a[1:2:3], a[b, c]
a[1:2] = b
del a[1], a.b, c
[1, 2, 3], (1, 2, 3), {1, 2, 3}, {1: 2, 3: 4}
[a, *b, c], (*a,), {*a, 1}, {**a, 'k': 1}
[1, 2, 3, 4], ['a', 'b', 'c']
x in (1, 2), x in [1, 2], x in {1, 2}
f'{a}{b!r:>{c}} text'
f'{a=}'
lambda x, *y, z=1, **k: x
(x := 5)
print('a' 'b', 1 + 2, -3, not True)
a = b = c
a, b = b, a
a, b, c = c, b, a
a, *b, c = d
(a, [b, c]) = d
a.b += c
a[b] += c
~a, -a, +a, not a
1 if 2 else 3
a and b
...
None
'doc'
super().x
assert a, b
assert a
""".splitlines()
def without_addresses(text): return " at ".join(part if n == 0 else part[part.index(","):] for n, part in enumerate(text.split(" at 0x")))
for source in EXPRESSIONS:
    print("#", source)
    out = io.StringIO(); dis.dis(compile(source, "<x>", "exec"), file=out); print(without_addresses(out.getvalue()), end="")
