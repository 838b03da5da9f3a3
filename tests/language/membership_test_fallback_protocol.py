# reference: 6.10.2, 3.3.7
# in and not in: __contains__, then __iter__, then __getitem__; identity before equality; truth of the answer; errors.
log = []
class Con:
    def __init__(self, r): self.r = r
    def __contains__(self, x): log.append("contains"); return self.r
class It:
    def __iter__(self): log.append("iter"); return iter([1, 2, float("nan")])
class Get:
    def __getitem__(self, i):
        log.append(i)
        if i > 2: raise IndexError
        return i * 10
class NoneCon(It): __contains__ = None
class NoneIter(Get): __iter__ = None
class Inst:
    def __init__(self): self.__contains__ = lambda x: True
class Truth:
    def __bool__(self): raise OSError("truth")
class Eq:
    def __init__(self, r): self.r = r
    def __eq__(self, o): log.append("eq"); return self.r
class EqFails:
    def __eq__(self, o): raise ValueError("eq")
class BadNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError("next")
nan = float("nan")
e, f = Eq(0), EqFails()
def show(g):
    try: print(g(), log)
    except Exception as x: print(type(x).__name__, x, log)
    log.clear()
for g in (lambda: 1 in Con(5), lambda: 1 in Con([]), lambda: 1 not in Con("x"), lambda: 1 in Con(Truth()), lambda: 2 in It(), lambda: 9 in It(), lambda: 2 not in It(), lambda: 20 in Get(), lambda: 5 in Get(), lambda: 1 in NoneCon(), lambda: 1 not in NoneCon(), lambda: 1 in NoneIter(), lambda: 1 in Inst(), lambda: 1 in 5, lambda: 1 not in None, lambda: 1 in object, lambda: 1 in BadNext(), lambda: nan in [nan], lambda: nan in [float("nan")], lambda: nan in {nan: 1}, lambda: nan in (x for x in [nan]), lambda: e in [e], lambda: 1 in [e], lambda: 1 in [Eq([1])], lambda: f in [f], lambda: 1 in [f], lambda: f in [1, f], lambda: 1 in [Eq(Truth())], lambda: "a" in "cat", lambda: 1 in "cat", lambda: "" in "", lambda: b"a" in b"cat", lambda: 97 in b"cat", lambda: 300 in b"cat", lambda: "a" in b"cat", lambda: None in b"", lambda: [] in {}, lambda: [] in {1}, lambda: {1} in {frozenset({1})}, lambda: [] in [[]], lambda: 1.0 in range(3), lambda: 1.5 in range(3), lambda: "1" in range(3), lambda: 10**30 in range(10**31), lambda: e in range(2), lambda: ("a", 1) in {"a": 1}.items(), lambda: ["a", 1] in {"a": 1}.items(), lambda: 1 in {"a": 1}.values(), lambda: [] in {"a": 1}.keys(), lambda: 3 in iter([1, 2, 3]), lambda: True in [1] in [[1]], lambda: 1 in memoryview(b"\1"), lambda: int in (int,), lambda: (1 in [1]) + 1, lambda: not 1 in [1], lambda: 1 in slice(1)): show(g)
it = iter("abcdef"); print("c" in it, list(it), "z" in it)
def gen(): yield 1; yield 2; raise RuntimeError("went on")
g = gen(); print(2 in g); show(lambda: 3 in g)
import operator
show(lambda: operator.contains([1], 1)); show(lambda: operator.contains(5, 1)); show(lambda: [].__contains__()); show(lambda: Con.__contains__(Con(7), 1))
