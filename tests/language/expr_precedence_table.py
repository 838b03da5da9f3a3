# reference: 6.17
# Each level of the table against its neighbours: what is inside what, shown by objects that write themselves.
class E:
    def __init__(s, t): s.t = t
    def __getattr__(s, n): return E(f"({s.t}.{n})") if not n.startswith("__") else object.__getattribute__(s, n)
    def __repr__(s): return s.t
    def __bool__(s): return True
    def __call__(s, *a): return E(f"({s.t}({', '.join(map(repr, a))}))")
    def __getitem__(s, k): return E(f"({s.t}[{k}])")
    def __hash__(s): return 1
for name, sym in dict(add="+", sub="-", mul="*", truediv="/", floordiv="//", mod="%", pow="**", matmul="@", lshift="<<", rshift=">>", and_="&", or_="|", xor="^").items():
    def make(sym):
        return (lambda a, b: E(f"({a}{sym}{b})")), (lambda a, b: E(f"({b}{sym}{a})"))
    op, rop = make(sym)
    setattr(E, f"__{name.strip('_')}__", op); setattr(E, f"__r{name.strip('_')}__", rop)
for name, sym in dict(lt="<", le="<=", eq="==", ne="!=", gt=">", ge=">=").items(): setattr(E, f"__{name}__", (lambda sym: lambda a, b: E(f"({a}{sym}{b})"))(sym))
for name, sym in dict(neg="-", pos="+", invert="~").items(): setattr(E, f"__{name}__", (lambda sym: lambda a: E(f"({sym}{a})"))(sym))
names = {c: E(c) for c in "abcdefg"}
for src in ("a + b * c", "a * b + c", "a - b - c", "a ** b ** c", "-a ** b", "a ** -b", "-a * b", "~a + b", "a << b + c", "a + b << c", "a & b << c", "a << b & c", "a | b & c", "a ^ b & c", "a | b ^ c", "a ^ b | c", "a < b | c", "a | b < c", "not a == b", "a == b | c", "a @ b * c", "a * b @ c", "a / b * c // d % e", "a % b ** c", "-a.b", "-a[b]", "-a(b)", "a.b ** c.d", "a(b)[c].d(e)", "a ** b.c", "-a ** -b ** -c", "a if b else c + d", "a + b if c else d", "a + (b if c else d)", "- - a", "-+~a", "a - -b", "a + +b", "a * -b ** c", "a // -b", "~a ** b", "~-a", "a >> b >> c", "a & b == c", "(a & b) == c", "a + b < c + d", "a | b ^ c & d << e + f * g", "a * b + c << d & e ^ f | g", "a < b + c", "a ** b * c", "a * b ** c", "a @ b @ c", "a + b.c(d) ** e", "a[b + c]", "a[b:c]", "a(b + c, d * e)", "a.b.c[d]", "-(a + b) * c", "(a + b) * c", "a - (b - c)", "(a ** b) ** c", "(-a) ** b"):
    print(src, "->", eval(src, dict(names)))
print(1 or 0 and 0, not 0 or 1, not (0 or 1), 1 if 0 else 0 or 1, 2 + 3 == 5 and 1, not 1 == 2, 1 in [1] and 2, (lambda: 1 or 2)(), 1 < 2 and 2 < 3, -1 ** 2, 2 ** -1, 5 - -5, 1 | 2 == 2, not True == False)
