# reference: 3.3.8, int(), float(), complex(), round(), abs(), divmod(), pow()
# __int__, __float__, __complex__, __index__, __trunc__, __round__, __floor__ and their checks.
class N:
    def __init__(s, **k):
        pass
def make(**methods): return type("N", (), {f"__{k}__": (lambda v: lambda self, *a: v(*a) if callable(v) else v)(v) for k, v in methods.items()})()
class I(int): pass
class F(float): pass
tests = [make(int=5), make(index=7), make(float=1.5), make(complex=2j), make(trunc=9), make(int=5.0), make(int="5"), make(index=1.0), make(float=1), make(float="x"), make(complex=1), make(complex=1.5), make(int=I(3)), make(index=True), make(float=F(2.5)), make(round="r"), make(abs="absolute"), make(neg="neg", pos="pos", invert="inv"), make(int=True), make(trunc=1.5), make(trunc=make(index=4)), make(int=lambda: 1 / 0)]
for o in tests:
    print(sorted(k for k in vars(type(o)) if k not in ("__module__", "__dict__", "__weakref__", "__doc__")), end=" ")
    for f in (int, float, complex, round, abs, lambda o: round(o, 2), lambda o: [10, 20, 30, 40, 50, 60, 70, 80][o], hex, bin, chr, range, lambda o: -o, lambda o: ~o, lambda o: "%d" % o, lambda o: "%f" % o, lambda o: "ab" * o, bytes, lambda o: slice(o).indices(9)):
        try:
            print(repr(f(o)), end=", ")
        except Exception as e:
            print(type(e).__name__, e, end=", ")
    print()
print(type(int(make(int=I(3)))).__name__, type(int(I(4))).__name__, type(float(F(1.5))).__name__, type(round(I(5))).__name__, type(abs(I(-5))).__name__, type(I(3).__index__()).__name__)
print(round(2.5), round(3.5), round(-2.5), round(1234, -2), round(1250, -2), round(15, -1), round(25, -1), round(2.675, 2), round(1e300, 5), round(5, 3), round(True), round(2.5, None), round(-0.4), round(1.5, 0))
