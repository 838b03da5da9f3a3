# reference: 3.1
# weakref.proxy forwards every operation, and says when its object is gone.
import weakref
class A:
    x = 1
    def __call__(s, *a): return ("called", a)
    def __len__(s): return 3
    def __getitem__(s, k): return ("item", k)
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
    def __contains__(s, k): return k == 5
    def __iter__(s): return iter("ab")
    def __add__(s, o): return ("add", o)
    def __radd__(s, o): return ("radd", o)
    def __iadd__(s, o): return ("iadd", o)
    def __neg__(s): return "neg"
    def __bool__(s): return False
    def __str__(s): return "str A"
    def __eq__(s, o): return o == "eq"
    def __lt__(s, o): return "lt"
    def __int__(s): return 7
    def __float__(s): return 7.5
    def __index__(s): return 8
    def __matmul__(s, o): return "matmul"
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __divmod__(s, o): return "divmod"
    def __reversed__(s): return "rev"
    def __bytes__(s): return b"bytes"
    __hash__ = None
a = A(); p = weakref.proxy(a)
TABLE = """
p.x, p(1, 2), len(p), p["k"], 5 in p, list(p), p + 1, 1 + p, -p, bool(p), str(p), p == "eq", p < 1, int(p), float(p), p @ 1, p ** 2, pow(p, 2, 3), divmod(p, 1)
bin(p), [0] * 10 and hex(p), p.__class__, isinstance(p, A), type(p).__name__, repr(p).split(" at ")[0], weakref.proxy(a) is p
hash(p)
p.zz
p - 1
p & 1
~p
abs(p)
p[1:2], p.__len__(), p.__add__(5)
round(p)
weakref.proxy(5)
weakref.proxy()
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
p["a"] = 1; del p["b"]; p.new = 5; print(a.new, a.__dict__); del p.new; q = p; q += 3; print(q)
log = []; pc = weakref.proxy(a, lambda r: log.append(type(r).__name__)); print(pc is p)
def plain(): return "plain"
f = weakref.proxy(plain); print(type(f).__name__, f(), f.__name__)
class B: pass
b = B(); pb = weakref.proxy(b); print(type(pb).__name__)
try: pb()
except TypeError as e: print(e)
del a; print(log)
for act in (lambda: p.x, lambda: p(), lambda: len(p), lambda: p + 1, lambda: bool(p), lambda: str(p), lambda: p == 1, lambda: list(p), lambda: setattr(p, "x", 1), lambda: 5 in p, lambda: p.__class__, lambda: isinstance(p, A), lambda: type(p).__name__):
    try: print(act())
    except ReferenceError as e: print(type(e).__name__, e)
print(repr(p).startswith("<weakproxy at") , repr(p).split(" to ")[-1].split(" at ")[0])
