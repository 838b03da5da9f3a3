# reference: 3.2.13.1
# What dis shows of loops, try, with, match, imports, raise, definitions.
import dis, io
SOURCES = ["while a: b()", "for x in y:\n  if x: continue\n  break\nelse: z()", "for i in range(10): pass", "try: a()\nexcept E as e: b(e)\nexcept (F, G): raise\nelse: c()\nfinally: d()",
 "try: a()\nexcept* E: b()", "with a as b, c: d()", "import a.b as c, d", "from a import b, c as d", "from .. import x", "raise", "raise a", "raise a from b", "if a: b\nelif c: d\nelse: e", "global g; g = 1", "del x",
 "match a:\n case 1 | 2: x\n case [b, *c] if b: y\n case {'k': v, **r}: z\n case P(q, n=1): w\n case str() as s: t\n case _: u", "x: int = 5\ny: str\nz.w: float", "type A[T] = list[T]", "@deco\ndef f(a, b=1, /, *c, d=2, **e) -> int: return a", "class C(B, metaclass=M):\n  x = 1\n  def m(self): return __class__", "while True:\n  try: break\n  finally: x()", "from m import *", "assert x, 'y'", "pass"]
def without_addresses(text): return " at ".join(part if n == 0 else part[part.index(","):] for n, part in enumerate(text.split(" at 0x")))
for source in SOURCES:
    print("#", source)
    out = io.StringIO(); dis.dis(compile(source, "<x>", "exec"), file=out); print(without_addresses(out.getvalue()), end="")
