# reference: 3.3.8, 7.2.1
# Every binary operator: plain, reflected and in-place methods, order for subclasses, NotImplemented, messages.
names = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()
syms = "+ - * @ / // % divmod ** << >> & ^ |".split()
log = []
def method(n):
    def m(self, *other): log.append(f"{type(self).__name__}.{n}"); return NotImplemented
    return m
class A: pass
class B(A): pass
class Other: pass
for n in names:
    for p in "", "r", "i":
        for cls in A, B, Other:
            if cls is not B or p == "r": setattr(cls, f"__{p}{n}__", method(p + n))
def run(expr, **env):
    log.clear()
    try:
        exec(expr, env)
        print(expr, "fine", *log)
    except TypeError as e:
        print(expr, "|", e, "|", *log)
for n, s in zip(names, syms):
    for x, y in ((A(), A()), (A(), B()), (B(), A()), (A(), Other()), (1, A()), (A(), 1)):
        run("divmod(x, y)" if s == "divmod" else f"x {s} y", x=x, y=y)
    if s != "divmod": run(f"x {s}= y", x=A(), y=Other())
for src in ("-x", "+x", "~x", "abs(x)", "x + 1", "1 + x", "x += 1", "x ** 2", "pow(x, 2, 3)", "divmod(x, 1)", "x @ x", "print >> x", "round(x)", "int(x)", "float(x)", "complex(x)", "x[0]", "x()", "[] + x", "'a' + x", "'a' * x", "x * 'a'", "'%d' % x", "x % 'a'"):
    run(src, x=object())
    
