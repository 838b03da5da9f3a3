# reference: 3.3.1, hash()
# Which classes stay hashable: __eq__ without __hash__, None, inherited, assigned later, odd results, containers using them.
class Plain: pass
class EqOnly:
    def __eq__(self, o): return True
class Both(EqOnly):
    def __hash__(self): return 7
class Child(Both): pass
class ChildEq(Both):
    def __eq__(self, o): return self is o
class Kept(Both):
    def __eq__(self, o): return self is o
    __hash__ = Both.__hash__
class Nope(Plain): __hash__ = None
class Back(Nope): __hash__ = object.__hash__
class T(tuple):
    def __eq__(self, o): return True
class L(list):
    def __hash__(self): return 3
class S(str):
    __eq__ = None
class Lam: __eq__ = lambda s, o: False
class Num:
    __hash__ = 5
class Slots:
    __slots__ = ()
    def __eq__(self, o): return NotImplemented
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for c in (Plain, EqOnly, Both, Child, ChildEq, Kept, Nope, Back, T, L, S, Lam, Num, Slots):
    print(c.__name__, "__hash__" in vars(c), c.__hash__ is None, end=" "); show(lambda: type(hash(c())).__name__); print("  ", end=""); show(lambda: len({c()})); print("  ", end=""); show(lambda: len({c(): 1}))
print(hash(Both()), hash(Child()), hash(Kept()), hash(L()), {Both(), Both(), Child()} == {Both()})
for r in (0, -1, -2, 5, True, 1.5, "s", None, NotImplemented):
    H = type("H", (), {"__hash__": lambda self: r}); print(r, end=" "); show(lambda: hash(H()))
class Raises:
    def __hash__(self): raise KeyError("hash")
for f in (lambda: {Raises()}, lambda: {Raises(): 1}, lambda: Raises() in {}, lambda: {}.get(Raises()), lambda: hash((1, Raises())), lambda: hash([1]), lambda: hash((1, [])), lambda: hash({}), lambda: hash(set()), lambda: hash(slice(1, 2)) == hash(slice(1, 2)), lambda: hash(bytearray()), lambda: hash(frozenset([1])) == hash(frozenset([1])), lambda: {[]: 1}, lambda: {{}}, lambda: {1: 2}[[]], lambda: {}.setdefault([], 1), lambda: set([[]]), lambda: dict([([], 1)]), lambda: [] in set(), lambda: set() in {frozenset()}, lambda: hash(), lambda: hash(1, 2), lambda: [].__hash__(), lambda: hash(dict().items()), lambda: hash(memoryview(bytearray(b"a"))), lambda: hash(memoryview(b"a")) == hash(b"a")): show(f)
Plain.__eq__ = lambda s, o: True; show(lambda: type(hash(Plain())).__name__); Plain.__hash__ = None; show(lambda: hash(Plain())); del Plain.__hash__; show(lambda: type(hash(Plain())).__name__)
p = Both(); p.__hash__ = lambda: 1; print(hash(p)); print(hash(1) == hash(1.0) == hash(1 + 0j) == hash(True), hash(-1), hash(-2), hash(-1.0), hash(float("inf")), hash(1j), hash(None) == hash(None))
class Eq1:
    def __init__(self, h, log): self.h, self.log = h, log
    def __hash__(self): return self.h
    def __eq__(self, o): self.log.append("eq"); return True
log = []; d = {Eq1(1, log): "a"}; print(d.get(Eq1(2, log)), log, d.get(Eq1(1, log)), log); k = next(iter(d)); k.h = 3; print(k in d, d.get(k), list(d.values()), log)
