import _weakref
class C:
    def __init__(self): self.x = 1
    def __add__(self, o): return "add", o
    def __len__(self): return 3
    def __call__(self, a): return "called", a
    def __str__(self): return "C text"
    def __getitem__(self, k): return k
c = C()
p = _weakref.proxy(c)
p.y = 2
print(p.x, c.y, p + 1, len(p), p(5), str(p), p[7], type(p).__name__, bool(p), p == c, isinstance(p, C))
del p.x
print(hasattr(c, "x"))
try:
    hash(p)
except TypeError as e:
    print(e)
del c
for use in (lambda: p.y, lambda: p + 1, lambda: len(p), lambda: str(p)):
    try:
        use()
    except ReferenceError as e:
        print(e)
