# reference: 3.1, 6.10.3, id(), type()
# Identity never changes, type hardly, value only of mutable objects.
a = b = []
c, d = [], []
print(a is b, c is d, c == d, id(a) == id(b), id(c) == id(d), id(c) != id(d))
t = ([], 1)
before = id(t), id(t[0])
t[0].append(2)
print(t, before == (id(t), id(t[0])), t == ([2], 1))
s = "ab"
old = s
s += "c"
print(s is old, old, s)
l = [1]
old = l
l += [2]
print(l is old, old)
l = l + [3]
print(l is old, old, l)
print(type(a) is list, type(type(a)) is type, type(type) is type, isinstance(type, object), isinstance(object, type), type(object) is type, issubclass(type, object))
class A: pass
class B: pass
x = A()
n = id(x)
x.__class__ = B
print(type(x).__name__, id(x) == n)
for value, new in ((1, A), (None, A), ([], A), (A, B), (print, A), ((), A), (A(), int), (A(), 5), (A(), A)):
    try:
        value.__class__ = new
        print("changed", type(value).__name__)
    except TypeError as e:
        print(e)
print(() is (), "" is str(), None is None, (1, 2) is (1, 2) if 0 else "", True is (1 == 1), 1 == 1.0, hash(1) == hash(1.0))
print(id(1) == id(True), isinstance(id(a), int), id.__self__.__name__)
try:
    id()
except TypeError as e:
    print(e)
try:
    id(1, 2)
except TypeError as e:
    print(e)
