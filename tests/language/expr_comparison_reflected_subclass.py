# reference: 6.10.1, 3.3.1
# Rich comparison: which side is asked first, which method reflects which, what both NotImplemented means.
NAMES = {"lt": "<", "le": "<=", "eq": "==", "ne": "!=", "gt": ">", "ge": ">="}
import operator
log = []
def make(cls, result=NotImplemented):
    for n in NAMES:
        def method(self, other, n=n): log.append(f"{cls.__name__}.{n}"); return result
        setattr(cls, f"__{n}__", method)
class A: pass
class B(A): pass
class Other: pass
class Deep(B): pass
for c in (A, B, Other): make(c)
for n, sign in NAMES.items():
    for l, r in ((A, A), (A, B), (B, A), (A, Other), (A, Deep), (Deep, B)):
        log.clear()
        try: result = getattr(operator, n)(l(), r())
        except TypeError as e: result = e
        print(sign, l.__name__, r.__name__, log, result)
class OnlyEq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): log.append("eq"); return self.v
log.clear()
print(OnlyEq(0) != 1, OnlyEq(3) != 1, OnlyEq([]) == 1, 1 != OnlyEq(""), OnlyEq(NotImplemented) != 1, log)
class Lt:
    def __lt__(self, o): return "less"
print(Lt() < 1, 1 > Lt(), Lt() < Lt(), Lt() > Lt())
for f in (lambda: Lt() <= 1, lambda: Lt() > 1, lambda: 1 < Lt(), lambda: Lt() >= Lt(), lambda: object() < object(), lambda: 1 < "a", lambda: [] >= (), lambda: {} < {}, lambda: None < None, lambda: 1j < 2j, lambda: print < len, lambda: int < str, lambda: [1, "a"] < [1, 2], lambda: (1, None) > (1, 2)):
    try: print(f())
    except TypeError as e: print(e)
class NoneLt: __lt__ = None; __eq__ = None
for f in (lambda: NoneLt() < 1, lambda: NoneLt() == 1, lambda: 1 > NoneLt(), lambda: NoneLt() != 1):
    try: print(f())
    except TypeError as e: print(e)
