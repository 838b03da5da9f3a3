# reference: 3.3.1, 6.10.1
# Rich comparison: reflected methods, subclasses first, NotImplemented both ways, identity fallback, odd results.
import operator
OPS = {"<": "lt", "<=": "le", "==": "eq", "!=": "ne", ">": "gt", ">=": "ge"}
def make(name, bases=(), which=tuple(OPS.values()), result=None):
    return type(name, bases, {f"__{n}__": (lambda s, o, n=n: print(f"{name}.{n}", end=" ") or (result if result is not None else f"{name}:{n}")) for n in which} | {"__hash__": lambda s: 1})
A, NI, E, N = make("A"), make("NI", result=NotImplemented), make("E", which=("eq",)), make("N", which=())
S, SNI, L = make("S", (A,)), make("SNI", (A,), result=NotImplemented), make("L", which=("lt", "le"))
for op in OPS:
    for a, b in ((A, A), (A, S), (S, A), (A, SNI), (NI, A), (A, NI), (NI, NI), (N, A), (A, N), (N, N), (E, E), (E, N), (N, E), (L, N), (N, L), (L, L)):
        try: print(op, a.__name__, b.__name__, "->", eval(f"x {op} y", {"x": a(), "y": b()}))
        except TypeError as e: print("!", e)
n = N(); ni = NI()
print(n == n, n != n, n == N(), ni == ni, ni != ni, n is n)
for x in (5, "s", None, [], (), {}, 1.5, b"", range(1), {1}, 1j, int, len, ...):
    for y in (n, 5, "s", None, [], 1.5):
        for op in ("<", ">="):
            try: eval(f"x {op} y")
            except TypeError as e: print(e)
        if (x == y) != (not (x != y)): print("inconsistent", x, y)
class Odd:
    def __eq__(s, o): return []
    def __lt__(s, o): return "lt"
    def __gt__(s, o): raise ValueError("gt")
    __hash__ = object.__hash__
o = Odd(); print(o == 1, o != 1, 1 == o, o < 1, not o == 1, [o] == [o], [o] == [Odd()], o in [Odd()], [1, o].index(o), sorted([o, Odd()])[0] is not None)
try: o > 1
except ValueError as e: print(e)
try: 1 < o
except ValueError as e: print(e)
class NoEq:
    __eq__ = None
class NoLt:
    __lt__ = None
for act in (lambda: NoEq() == 1, lambda: 1 == NoEq(), lambda: NoEq() != 1, lambda: NoLt() < 1, lambda: 1 > NoLt(), lambda: hash(NoEq()), lambda: NoEq() in [1], lambda: [NoEq()] == [1]):
    try: print(act())
    except TypeError as e: print(e)
