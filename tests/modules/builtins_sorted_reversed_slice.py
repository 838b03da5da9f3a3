print(sorted("hello"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}), sorted(x for x in (2, 1)), sorted(["b", "C", "a"], key=str.lower), sorted([], key=None))
print(list(reversed([1, 2, 3])), "".join(reversed("abc")), list(range(10))[slice(2, 8, 3)], [1, 2, 3][slice(None)])
try:
    sorted([1], 5)
except TypeError as e:
    print(e)
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
    def __repr__(self): return str(self.v)
print(sorted(K(i) for i in (2, 5, 3)), min(K(1), K(2)), max([K(1), K(2)], key=lambda k: k.v))
