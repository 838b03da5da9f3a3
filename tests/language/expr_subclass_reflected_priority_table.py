# reference: 3.3.8
# A subclass on the right goes first only when it gives its own reflected method; each operator.
OPS = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()
import operator
FUN = {n: getattr(operator, n + ("_" if n in ("and", "or") else ""), None) for n in OPS}
FUN["divmod"] = divmod
class Base: pass
class Inherits(Base): pass
class Overrides(Base): pass
class Same(Base): pass
log = []
def make(cls, name, value):
    def method(self, other, *rest): log.append(f"{cls.__name__}.{name}"); return value
    setattr(cls, name, method)
for n in OPS:
    make(Base, f"__{n}__", NotImplemented); make(Base, f"__r{n}__", NotImplemented)
    make(Overrides, f"__r{n}__", NotImplemented)
    setattr(Same, f"__r{n}__", getattr(Base, f"__r{n}__"))
for n in OPS:
    row = []
    for left, right in ((Base, Base), (Base, Inherits), (Base, Overrides), (Overrides, Base), (Overrides, Overrides), (Base, Same)):
        log.clear()
        try: FUN[n](left(), right())
        except TypeError as e: text = str(e)
        row.append(" ".join(log))
    print(n, "|", " | ".join(row), "|", text)
class MyInt(int):
    def __radd__(self, o): return f"radd {int(o)}"
    def __add__(self, o): return f"add {int(o)}"
    def __rpow__(self, o, m=None): return f"rpow {int(o)} {m}"
    def __rsub__(self, o): return NotImplemented
m = MyInt(4)
print(1 + m, m + 1, True + m, 2.5 + m, 2 ** m, pow(2, m), 10 - m, m - 1, m * 2)
try: print(pow(2, m, 5))
except TypeError as e: print(e)
class S(str):
    def __rmod__(self, o): return ("rmod", str(o))
    def __radd__(self, o): return ("radd", str(o))
print("%s" % S("x"), "a" + S("b"), S("a") + "b", S("%s") % S("q"))
class L(list):
    def __radd__(self, o): return "L.radd"
    def __rmul__(self, o): return "L.rmul"
    def __mul__(self, o): return "L.mul"
print([1] + L([2]), 3 * L([1]), L([1]) * 3)
