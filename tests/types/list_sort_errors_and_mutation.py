for f in (lambda: [1, "a"].sort(), lambda: sorted([None, None, 1]), lambda: [1].sort(5), lambda: sorted(), lambda: sorted(5),
          lambda: [2, 1].sort(key=5), lambda: sorted([1j, 2j])):
    try:
        f()
    except TypeError as e:
        print(e)
l = [3, 2, 1]
def key(x):
    print("inside", l)
    return x
l.sort(key=key)
print(l)
l = [3, 2, 1]
def grow(x):
    l.append(x)
    return x
try:
    l.sort(key=grow)
except ValueError as e:
    print(e)
print(l)
class Bad:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        if o.n == 2: raise RuntimeError("no comparing with 2")
        return self.n < o.n
    def __repr__(self): return f"B{self.n}"
l = [Bad(3), Bad(1), Bad(2), Bad(0)]
try:
    l.sort()
except RuntimeError as e:
    print(e, len(l), sorted(b.n for b in l))
