# reference: type()
# One argument asks, three make; keywords go to __init_subclass__; names and qualnames.
print(type(5), type(type), type(None), type(...), type(len), type(lambda: 0), type((x for x in ())), type(int.real), type(1 .__add__), type([].append), type(list.append), type(object.__init__), type({}.keys()), type(iter([])), type(range(0)), type(super), type(list[int]), type(int | str), type(type.__dict__["__doc__"]) is not None)
X = type("X", (), {"a": 1, "f": lambda self: self.a})
Y = type("Y", (X, list), dict(b=2))
print(X().f(), Y().b, Y.__mro__, X.__module__, X.__qualname__, Y.__bases__, type("Z", (object,), {}).__base__, type("é", (), {}).__name__, type("", (), {}).__name__, type("not an identifier", (), {}))
class Init:
    def __init_subclass__(cls, **kw): print("kw", kw)
type("W", (Init,), {}, x=1, y=2)
class T(type): pass
print(type(T("Q", (), {})), type(T), T("R", (X,), {}).__class__.__name__, type.__call__(type, 5), type.__call__(int, "7"))
ns = {"k": 1}
K = type("K", (), ns)
ns["k"] = 2
print(K.k, "__module__" in ns, K.__dict__ is ns)
for f in (lambda: type(), lambda: type(1, 2), lambda: type("X", (), {}, 1), lambda: type(x=1), lambda: type("X", bases=(), dict={}), lambda: type(b"X", (), {}), lambda: type("X", int, {}), lambda: type("X", (1,), {}), lambda: type("X", (), 5), lambda: type("X", (int, str), {}), lambda: type("X", (X, object, X), {}), lambda: type("X", (object, X), {}), lambda: type("X", (type(None),), {}), lambda: type("X", (), {"__slots__": 5}), lambda: type("X", (), {"__doc__": 5}).__doc__, lambda: type("X", (), {"__module__": 5}).__module__, lambda: type("X", (), {"__qualname__": ""}).__qualname__, lambda: T(1), lambda: type.__new__(type), lambda: type.__new__(int, "X", (), {}), lambda: type.__new__(T, "N", (), {}).__class__.__name__, lambda: type("X", (), {"__eq__": None}).__hash__, lambda: type("X", (), {"__bases__": 1}).__bases__, lambda: type("X", (Init,), {}, 5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
