a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a)
c = a
c |= b
print(a, c is a)
c |= [("w", 0)]
print(c)
for f in (lambda: a | [("k", 1)], lambda: [1] | a, lambda: a.__ior__(5), lambda: a & b):
    try:
        print(f())
    except TypeError as e:
        print(e)
