print(hash(0), hash(1), hash(-1), hash(-2), hash(True), hash(1.0), hash(2.0), hash(10 ** 6), hash(0.0) == hash(-0.0), hash(3 + 0j))
print(hash("a") == hash("a"), hash(b"a") == hash("a"), hash((1,)) == hash((1.0,)), hash(float("inf")), hash(-float("inf")), hash("") == hash(b""))
print(hash(2 ** 100) == hash(float(2 ** 100)), hash(1.5) == hash(3 / 2), hash(range(1, 3)) == hash(range(1, 3)), hash(frozenset({1, 2})) == hash(frozenset({2, 1})))
class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
print(hash(H(5)), hash(H(-1)), hash(H(True)))
for bad in ("x", None, 1.0, []):
    try:
        hash(H(bad))
    except TypeError as e:
        print(e)
class NoHash:
    __hash__ = None
try:
    hash(NoHash())
except TypeError as e:
    print(e)
