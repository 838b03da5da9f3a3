# reference: 3.3.10, 8.6.4.10
# __match_args__ is a tuple of strings, found on the class; positional patterns use it.
class P:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
def m(v, cls):
    try:
        match v:
            case cls(a, b): return "two", a, b
            case cls(a): return "one", a
            case cls(): return "none"
            case _: return "other"
    except TypeError as e:
        return str(e)
print(m(P(1, 2), P))
class Sub(P): pass
print(m(Sub(3, 4), P), m(P(1, 2), Sub), m(Sub(5, 6), Sub))
for args in (("x",), (), ("x", "y", "z"), ["x"], "xy", ("x", 1), ("x", "x"), None, ("missing", "y"), ("__class__", "x")):
    class Q:
        __match_args__ = args
        def __init__(s): s.x, s.y, s.z = 1, 2, 3
    print(args, m(Q(), Q))
class NoArgs: x = 1
print(m(NoArgs(), NoArgs))
class Meta(type):
    __match_args__ = ("q",)
class WithMeta(metaclass=Meta): q = 7
print(m(WithMeta(), WithMeta))
class Prop:
    __match_args__ = ("p", "r")
    p = property(lambda s: print("p read") or 1)
    @property
    def r(s): raise AttributeError("inside")
print(m(Prop(), Prop))
class Raises:
    __match_args__ = ("v",)
    @property
    def v(s): raise ValueError("value")
try:
    m(Raises(), Raises)
except ValueError as e:
    print("ValueError", e)
for v in (5, "s", b"b", [1], (1,), {1: 2}, {3}, frozenset([4]), 1.5, True, bytearray(b"z")):
    print(m(v, type(v)), end=" ")
print(m(1j, complex), m(range(2), range), m(None, type(None)), m(object(), object))
match P(1, 2):
    case P(1, y=2) as p: print(p.x)
try:
    match P(1, 2):
        case P(1, x=1): print("no")
except TypeError as e:
    print(e)
class I(int): __match_args__ = ("real", "imag")
print(m(I(5), I))
for wrong in (5, "P", None, print, list[int]):
    print(m(1, wrong))
