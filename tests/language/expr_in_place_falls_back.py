# reference: 7.2.1, 3.3.8
# Each augmented operator: its own method, then the plain one, then the reflected one; the text when all decline.
import operator
OPS = {"iadd": "+=", "isub": "-=", "imul": "*=", "itruediv": "/=", "ifloordiv": "//=", "imod": "%=", "ipow": "**=", "ilshift": "<<=", "irshift": ">>=", "iand": "&=", "ior": "|=", "ixor": "^=", "imatmul": "@="}
def run(x, sign, y):
    space = {"x": x, "y": y}
    exec(f"x {sign} y", space)
    return space["x"]
def cls(name, **methods):
    log = []
    c = type(name, (), {"log": log})
    for k, v in methods.items():
        setattr(c, k, lambda self, o, *m, k=k, v=v: (log.append(k), v)[1])
    return c
for name, sign in OPS.items():
    plain, refl = f"__{name[1:]}__", f"__r{name[1:]}__"
    own = cls("Own", **{f"__{name}__": "own", plain: "plain"})
    fall = cls("Fall", **{f"__{name}__": NotImplemented, plain: "plain"})
    none = cls("None_", **{f"__{name}__": NotImplemented, plain: NotImplemented})
    right = cls("Right", **{refl: "right"})
    print(sign, run(own(), sign, 1), run(fall(), sign, 1), fall.log, run(none(), sign, right()), none.log, right.log, run(1, sign, right()))
    for x, y in ((none(), 1), (1, "s"), (object(), object()) if 0 else (None, 2)):
        try: print(run(x, sign, y))
        except TypeError as e: print("  ", e)
t = ([1], "fixed")
try: t[0] += [2]
except TypeError as e: print(e, t)
d = {}
try: d["k"] += 1
except KeyError as e: print(e)
class P:
    @property
    def v(self): print("get"); return 1
p = P()
try: p.v += 1
except AttributeError as e: print(e)
a = b = [1]; a += (2,); a += "xy"; a *= 2; print(b)
a = b = (1,); a += (2,); print(a, b)
s = r = {1, 2}; s |= {3}; s &= {2, 3}; s ^= {9}; s -= {9}; print(r)
for x, sign, y in (([], "+=", 1), ((), "+=", []), ("", "+=", 1), (set(), "|=", []), ({}, "|=", 3), ({}, "|=", [("a", 1)]), ([1], "*=", "s"), (b"", "+=", "s")):
    try: print(run(x, sign, y))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
