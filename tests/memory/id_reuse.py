# not-in: asan, small: free lists are off, or one object long
class C: pass
print(id(C()) == id(C()))
a = C()
old = id(a)
del a
b = C()
print(id(b) == old)
c = C()
print(id(b) != id(c), id(b) == id(b), id(None) == id(None))
l = []
first = id(l)
del l
print(id([]) == first)
x = float("3")
y = id(x)
del x
z = float("4")
print(id(z) == y)
t = tuple([C(), C()])
y = id(t)
del t
print(id(tuple([1, 2])) == y)

# Displays take dead lists and dicts from the free list, calls of the classes do not.
print(len({id([]) for _ in range(5)}), len({id({}) for _ in range(5)}))
print(len({id(list()) for _ in range(5)}), len({id(dict()) for _ in range(5)}))
