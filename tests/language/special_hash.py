# reference: 3.3.1, hash()
# Defining __eq__ takes the hash away; None says no; results are cut to the width, -1 becomes -2.
class E:
    def __eq__(self, o): return True
class H(E):
    def __hash__(self): return 5
class Back(E):
    __hash__ = object.__hash__
class No:
    __hash__ = None
class SubNo(No): pass
class SubH(H):
    def __eq__(self, o): return False
class Minus:
    def __hash__(self): return -1
class T:
    def __hash__(self): return True
print(E.__hash__, SubNo.__hash__, SubH.__hash__, hash(H()), hash(Minus()), hash(T()), type(hash(T())).__name__, hash(-1), hash(-2), hash(1.0), hash(0.5) == hash(complex(0.5)))
class Bad:
    def __hash__(self): return "x"
class BadF:
    def __hash__(self): return 1.0
class Raises:
    def __hash__(self): raise KeyError("no hash")
class Idx:
    def __hash__(self): return I(7)
class I(int):
    def __hash__(self): return 99
print(hash(Idx()), hash(I(3)), {I(3): 1}.get(3), len({I(3), 3}))
for act in (lambda: hash(E()), lambda: {E(): 1}, lambda: {E()}, lambda: hash(No()), lambda: hash(SubNo()), lambda: hash(SubH()), lambda: hash(Bad()), lambda: hash(BadF()), lambda: {Raises()}, lambda: {}.get(Raises()), lambda: Raises() in {}, lambda: Raises() in [], lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash(bytearray()), lambda: hash(([],)), lambda: hash((1, {})), lambda: hash(slice([])), lambda: hash(), lambda: hash(1, 2), lambda: isinstance(hash(Back()), int), lambda: hash(frozenset([1])) == hash(frozenset([1])), lambda: [].__hash__, lambda: object.__hash__(E()) == object.__hash__(E()) if 0 else 1, lambda: hash(memoryview(b"ab")) == hash(b"ab"), lambda: hash(memoryview(bytearray(b"ab"))), lambda: hash(range(3)) == hash(range(0, 3, 1)), lambda: hash("a") == hash("a"), lambda: hash(None) == hash(None), lambda: hash(float("nan")) == hash(float("nan")) if 0 else 2, lambda: hash(float("inf")), lambda: hash(-float("inf")), lambda: hash(0.0) == hash(-0.0) == hash(0)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
