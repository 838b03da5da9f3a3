# reference: 3.3.2.4
# All forms __slots__ may have, its errors, inheritance, and descriptors left behind.
class A: __slots__ = ("a", "b")
class B(A): __slots__ = "single"
class C(A): __slots__ = ["c", "__dict__"]
class D: __slots__ = {"x": "doc of x", "y": None}
class E: __slots__ = (n for n in ("g1", "g2"))
class F(A): pass
class W: __slots__ = ("__weakref__",)
a, b, c = A(), B(), C()
b.single = b.a = 1
c.c = c.other = 2
print(b.single, c.other, c.__dict__, D.x.__doc__, D.__slots__, B.__slots__, E.g1.__name__, F().__dict__, A.__dict__["a"], type(A.a).__name__)
for act in (lambda: a.a, lambda: setattr(a, "zzz", 1), lambda: delattr(a, "b"), lambda: a.__dict__, lambda: b.other, lambda: W().__weakref__, lambda: A.a.__get__(b), lambda: A.a.__get__(5), lambda: A.a.__set__(D(), 1), lambda: setattr(a, "a", 5) or a.a, lambda: delattr(a, "a") or hasattr(a, "a"), lambda: A.a.__get__(None, A) is A.a):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
def make(slots, bases=(), **more):
    try:
        cls = type("X", bases, {"__slots__": slots, **more})
        print("made", [n for n in vars(cls) if not n.startswith("__")])
    except Exception as e:
        print(type(e).__name__, e)
make(5); make([5]); make(("a", "a")); make(("1a",)); make(("a b",)); make(("",)); make(("class",)); make(("__dict__", "__dict__")); make(("__weakref__", "__weakref__")); make(("a",), a=1); make(("a",), (int,)); make((), (int,)); make(("a",), (tuple,)); make(("a",), (list,)); make(("a",), (bytes,)); make(("a",), (str,)); make(("a",), (type,))
make(("__dict__",), (C,)); make(("__weakref__",), (F,)); make(("a",), (A, D)); make((), (A, D)); make((), (A, B)); make((), (B, A)); make(("__slots__",)); make(("__class__",)); make(("é",)); make((b"a",)); make(None); make("abc"); make(("__qualname__",)); make(("__classcell__",)); make(("__module__",)); make(("__doc__",)); make(("__hash__",)); make(("_X__m", "__m"))
class M:
    __slots__ = ("__priv",)
    def __init__(s): s.__priv = 3
print(M()._M__priv, M.__slots__)
class G: __slots__ = ("v",)
class H: __slots__ = ("v",)
g = G(); g.v = 1
g.__class__ = H
print(g.v, type(g).__name__)
for new in (D, A, F, int):
    try:
        g.__class__ = new
        print("ok")
    except TypeError as e:
        print(e)
