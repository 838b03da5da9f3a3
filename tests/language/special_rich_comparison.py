# reference: 3.3.1, 6.10.1
# The six methods: reflection, subclass first, NotImplemented, any result, defaults of == and !=.
log = []
class A:
    def __init__(s, n): s.n = n
    def _op(name):
        def op(s, o): log.append(f"{s.n}.{name}({getattr(o, 'n', o)!r})"); return NotImplemented
        return op
    for name in "lt le eq ne gt ge".split(): exec(f"__{name}__ = _op('{name}')")
    __hash__ = None
class Sub(A):
    __lt__ = A._op("sublt"); __gt__ = A._op("subgt"); __eq__ = A._op("subeq")
a, b, s = A("a"), A("b"), Sub("s")
import builtins
ops = {"<": lambda x, y: x < y, "<=": lambda x, y: x <= y, "==": lambda x, y: x == y, "!=": lambda x, y: x != y, ">": lambda x, y: x > y, ">=": lambda x, y: x >= y}
for x, y in ((a, b), (a, a), (a, s), (s, a), (a, 1), (1, a), (s, s)):
    for sym, op in ops.items():
        log.clear()
        try:
            r = op(x, y)
        except TypeError as e:
            r = e
        print(sym, r, *log)
class Odd:
    def __eq__(self, o): return "equal?"
    def __lt__(self, o): return []
print(Odd() == 1, Odd() != 1, Odd() < 1, 1 > Odd(), not Odd() == 1, Odd() in [5], [Odd()] == [5], 5 in [Odd()], Odd.__hash__)
class NeOnly:
    def __ne__(self, o): return "ne"
print(NeOnly() == NeOnly(), NeOnly() != 1, hash(NeOnly()) == hash(NeOnly()) if 0 else "")
class Raises:
    def __eq__(self, o): raise ValueError("eq")
    def __bool__(self): raise ValueError("bool")
class BoolRaises:
    def __eq__(self, o): return Raises()
for act in (lambda: Raises() == 1, lambda: Raises() != 1, lambda: 1 in [Raises()], lambda: [Raises()] == [1], lambda: BoolRaises() != 1, lambda: [1] == [BoolRaises()], lambda: [1].index(BoolRaises()), lambda: (1,) < (BoolRaises(),), lambda: {1: 2} == {1: BoolRaises()}, lambda: 1 < BoolRaises(), lambda: object() < object(), lambda: [1] < (1,), lambda: None < 1, lambda: {} >= {}, lambda: len < len, lambda: int < str, lambda: 1 < "a" < 2, lambda: 1j < 1j, lambda: [None] < [None], lambda: [None] <= [None], lambda: [1, None] < [2, "a"], lambda: [1, None] < [1, "a"]):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
o = object()
print(o == o, o != o, o == object(), o.__eq__(o), o.__eq__(1), o.__ne__(o), o.__ne__(1), o.__lt__(o), object.__eq__(1, 1), (1).__eq__("a"), (1).__lt__(2.0), type.__eq__(int, int))
