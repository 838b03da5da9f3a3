# reference: 8.8, 3.2.8.8
class Point:
    "A point."
    dim = 2
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
p = Point(1, 2)
print(p, p == Point(1, 2), p != Point(0, 0), p + p, p.dim, Point.__doc__, Point.__name__)
print(p.__dict__, p.__class__ is Point, type(p), isinstance(p, Point))
p.z = 3
print(vars(p))
del p.z
try:
    p.z
except AttributeError as e:
    print(e)
try:
    hash(p)
except TypeError as e:
    print(e)
