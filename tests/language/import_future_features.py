# reference: 7.11.1
# Which features there are, what annotations does, that a future statement is an import too.
from __future__ import annotations, division, generators as gens
import __future__
print(gens, __future__.all_feature_names, division.compiler_flag, annotations.getMandatoryRelease(), division.getOptionalRelease())
def f(a: undefined, b: 1 + 1 = 2, *c: (x for x in y), d: "quoted" = 1) -> lambda: 5: z: [never, evaluated]
class C:
    x: Undefined[int, "a"] = 1
    y: not_evaluated
w: a.b[c:d, ...](e, *f, **g) = 1
print(f.__annotations__, C.__annotations__, __annotations__)
print(compile("x: a + b", "", "exec").co_flags & annotations.compiler_flag != 0, compile("x: 1", "", "exec", dont_inherit=True).co_flags & annotations.compiler_flag)
ns = {}
exec("y: 1 + 1", ns); print(ns["__annotations__"])
for src in ("(a)", "a if b else c", "lambda x, *y, z=1: 0", "{**a, 'b': 1}", "[x for x in y if z]", "f'{a!r:>{b}}'", "-a ** -b", "not a or b and c", "(yield)" if 0 else "a[1:2, ::3]", "a[()]", "a[(1, 2)]", "a[b,]", "(a := b)", "'s' \"t\"", "1_000", "0xff", "1e100", "1j", "...", "a < b < c", "a @ b", "{1, 2}", "{}", "()", "(1,)", "*a" if 0 else "a,", "await_", "b'x'", "a.b.c", "(a.b)(c)", "a is not b", "a not in b", "(a, b)[0]", "-1", "(-1) ** 2", "(1).real", "1.5.real", "lambda: (yield_)", "[*a, *b]", "f(*a, **b, c=1)", "x if (y if z else w) else v"):
    exec(f"v: {src}", ns := {}); print(src, "->", ns["__annotations__"]["v"])
