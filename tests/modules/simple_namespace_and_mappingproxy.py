import sys
NS = type(sys.implementation)
n = NS(a=1, b="x")
n.c = [n]
print(n, n.a, n == NS(a=1, b="x", c=[n]), vars(n).keys())
del n.a
print(hasattr(n, "a"), NS())
class C:
    x = 1
p = C.__dict__
print(type(p).__name__, p["x"], "x" in p, p.get("nope"), len(type(p)({"a": 1})), type(p)({"a": 1}) | {"b": 2})
try:
    p["x"] = 2
except TypeError as e:
    print(e)
try:
    NS(1)
except TypeError as e:
    print(e)
