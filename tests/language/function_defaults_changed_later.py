# reference: 8.7, 3.2.8.1
# __defaults__, __kwdefaults__ and __code__ assigned after the definition change the next call; what is refused.
def f(a, b=1, *, c=2, d): return a, b, c, d
print(f.__defaults__, f.__kwdefaults__)
f.__defaults__ = (10, 20); f.__kwdefaults__ = {"d": 30}
print(f())if 0 else None
try: print(f())
except TypeError as e: print(e)
f.__kwdefaults__ = {"c": 3, "d": 4, "ignored": 5}; print(f(), f(1, 2, c=9))
f.__kwdefaults__["c"] = "changed in place"; print(f())
f.__defaults__ = (1, 2, 3, 4)
try: print(f())
except Exception as e: print(type(e).__name__, e)
f.__defaults__ = None; f.__kwdefaults__ = None
try: f()
except TypeError as e: print(e)
del f.__defaults__, f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)
for attr, value in (("__defaults__", [1]), ("__defaults__", 5), ("__kwdefaults__", ()), ("__kwdefaults__", 5), ("__code__", None), ("__code__", f), ("__name__", 1), ("__qualname__", None), ("__dict__", 3), ("__closure__", ()), ("__globals__", {}), ("__annotations__", []), ("__type_params__", []), ("__builtins__", {}), ("__doc__", 7), ("__module__", 8), ("new", 1)):
    try: setattr(f, attr, value); print(attr, "set", getattr(f, attr))
    except Exception as e: print(attr, type(e).__name__, e)
for attr in ("__code__", "__name__", "__qualname__", "__dict__", "__doc__", "__module__", "__annotations__", "__type_params__", "__closure__", "new", "nothing"):
    try: delattr(f, attr); print(attr, "deleted", getattr(f, attr, "gone"))
    except Exception as e: print(attr, type(e).__name__, e)
def g(x): return "g", x
def h(x, y=5): return "h", x, y
g.__code__ = h.__code__
try: g(1)
except TypeError as e: print(e)
g.__defaults__ = (7,); print(g(1), g.__name__, g.__code__.co_name)
def outer():
    free = 1
    def inner(): return free
    return inner
try: g.__code__ = outer().__code__
except ValueError as e: print(e)
i = outer()
try: i.__code__ = h.__code__
except ValueError as e: print(e)
log = []
def t(v): log.append(v); return v
def order(a: t("ann a") = t("def a"), /, b: t("ann b") = t("def b"), *args: t("ann args"), c: t("ann c") = t("def c"), **k: t("ann k")) -> t("ret"): pass
print(log, order.__defaults__, order.__kwdefaults__, list(order.__annotations__))
lst = []
def shared(x, acc=lst): acc.append(x); return acc
print(shared(1), shared(2), shared.__defaults__[0] is lst)
class Scope:
    v = "class"
    def m(self, x=v): return x
    v = "later"
print(Scope().m())
fs = [(lambda i=i: i) for i in range(3)]; print([q() for q in fs], [q.__defaults__ for q in fs])
