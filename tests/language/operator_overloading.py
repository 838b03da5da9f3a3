# reference: 3.3.8
class V:
    def __init__(s, n): s.n = n
    def __add__(s, o): return ("add", s.n, o)
    def __radd__(s, o): return ("radd", s.n, o)
    def __iadd__(s, o): s.n += 100; return s
    def __neg__(s): return V(-s.n)
    def __bool__(s): return s.n != 0
    def __len__(s): return 3
    def __getitem__(s, k): return ("item", k)
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
    def __contains__(s, x): return x == s.n
    def __call__(s, *a, **k): return a, k
    def __matmul__(s, o): return "matmul"
    def __lt__(s, o): return s.n < o.n
    def __index__(s): return s.n
    def __divmod__(s, o): return "dm"
    def __abs__(s): return "abs"
v = V(5)
print(v + 1, 1 + v, (-v).n, bool(V(0)), len(v), v[1], v[1:2], v["k", 2])
v[3] = 4
del v[5]
print(5 in v, 6 in v, v(1, a=2), v @ v, V(1) < V(2), V(1) > V(2), [10, 20, 30][V(1)], divmod(v, 2), abs(v))
v += 1
print(v.n)
try:
    v - 1
except TypeError as e:
    print(e)
try:
    V(1) <= V(2)
except TypeError as e:
    print(e)
