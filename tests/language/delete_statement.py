# reference: 7.5
a = [1, 2, 3, 4]
b = {"k": 1, "l": 2}
class C: pass
c = C(); c.x = 1
del a[0], b["k"], c.x
print(a, b, c.__dict__)
x = y = 1
del x, y
try:
    x
except NameError as e:
    print(e)
try:
    del b["zz"]
except KeyError as e:
    print(repr(e))
try:
    del x
except NameError as e:
    print(e)
