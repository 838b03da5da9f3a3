# reference: vars(), locals(), globals()
# Without arguments the local names; with one its __dict__.
class A:
    k = 1
    def __init__(s): s.i = 2
a = A()
print(vars(a), vars(a) is a.__dict__, "k" in vars(A), type(vars(A)).__name__, vars() is globals(), vars() is locals(), globals()["a"] is a)
def f(x, *y, z=1):
    w = 2
    def g(): return w
    return vars(), locals() == vars(), sorted(vars())
print(f(1, 2)[2], f(1)[1])
class B:
    q = 1
    print(sorted(k for k in vars() if k[0] != "_"), vars() is locals())
vars(a)["j"] = 3
vars()["new_global"] = 4
print(a.j, new_global, vars(type("S", (), {"__dict__": "fake"})()) if 0 else "")
def gl(): return globals() is vars_of_module
vars_of_module = globals()
print(gl(), [globals() is vars_of_module for _ in (1,)], (lambda: locals())(), (lambda q: locals())(1), [sorted(locals()) for loc in (1,)] if 0 else "")
class D:
    @property
    def __dict__(s): return {"from": "property"}
print(vars(D()))
for fn in (lambda: vars(5), lambda: vars(object()), lambda: vars(None), lambda: vars(1, 2), lambda: vars(object=a), lambda: locals(1), lambda: globals(1), lambda: vars([]), lambda: vars(len), lambda: vars(type("S", (), {"__slots__": ()})()), lambda: vars(vars).keys()):
    try: print(fn())
    except TypeError as e: print(e)
