# reference: 6.6, 3.3.8
# -x, +x, ~x and not x: looked up on the type, any result allowed but for not; errors of what has none.
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return ["pos"]
    def __invert__(self): return None
    def __abs__(self): return ("abs",)
    def __bool__(self): print("bool asked"); return False
u = U()
print(-u, +u, ~u, abs(u), not u, not not u)
u.__neg__ = lambda: "instance"
print(-u, u.__neg__())
class Sub(int):
    def __neg__(self): return Sub(100)
s = Sub(5)
print(-s, type(-s).__name__, type(+s).__name__, type(~s).__name__, type(abs(s)).__name__, - -s, -+-s)
for v in (True, 0, -0.0, 2j, 10**20, float("inf")):
    row = []
    for op in (lambda x: -x, lambda x: +x, lambda x: not x):
        r = op(v); row.append((type(r).__name__, r))
    print(v, row)
for v in ("s", b"b", [], (), {}, None, ..., print, int, 1.5, 2j, range(3), object):
    for name, op in (("-", lambda x: -x), ("+", lambda x: +x), ("~", lambda x: ~x)):
        try: r = op(v)
        except TypeError as e: print(name, e)
class Bad:
    __neg__ = None
    def __bool__(self): return 1
    __invert__ = 5
for f in (lambda: -Bad(), lambda: not Bad(), lambda: ~Bad(), lambda: +Bad()):
    try: print(f())
    except TypeError as e: print(e)
print(-2 ** 2, (-2) ** 2, 2 ** -1, -2 ** -2, ~-1, -~1, not 1 == 2, +-+-3, not -1)
class Len:
    def __len__(self): return self.n
for n in (0, 1, -1, True, "x", 10**30):
    l = Len(); l.n = n
    try: print(not l)
    except Exception as e: print(type(e).__name__, e)
