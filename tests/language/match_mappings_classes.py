# reference: 8.6.4.9, 8.6.4.10
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case {"k": 1, **rest}: return "k1", rest
        case {"k": [a, b]}: return "kab", a, b
        case {}: return "map"
        case P(0, y=0): return "origin"
        case P(x, y) if x == y: return "diag", x
        case P(x=x1): return "P", x1
for v in ({"k": 1, "z": 2}, {"k": (3, 4)}, {"q": 0}, P(0, 0), P(2, 2), P(5, 6), 7):
    print(m(v))
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e:
    print(e)
