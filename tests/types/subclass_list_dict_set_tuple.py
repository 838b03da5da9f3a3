class L(list):
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return ("got", super().__getitem__(i))
l = L([1, 2])
l.append(5)
l.name = "mine"
print(l, l[0], list(l), len(l), l.name, type(l + [1]).__name__, type(l.copy()).__name__, l == [1, 2, 10])
class D(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1)
d["b"] = 1
d.update(c=1)
print(d, type(d.copy()).__name__, type(d | {}).__name__, D.fromkeys("x", 5), d == {"a": 1, "b": 2, "c": 1})
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    first = property(lambda self: self[0])
t = T(1, 2, 3)
print(t, t.first, type(t[1:]).__name__, t + (4,), t == (1, 2, 3), hash(t) == hash((1, 2, 3)))
class S(set): pass
s = S([1])
s.x = 5
print(s, type(s | {2}).__name__, s.x, s == {1}, S(), type(s.copy()).__name__)
try:
    class X(Exception, L): pass
except TypeError as e:
    print(e)
