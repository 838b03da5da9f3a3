# reference: getattr(), hasattr(), setattr(), delattr()
# Defaults swallow AttributeError only; names must be str; what the four return.
class A:
    x = 1
    @property
    def bad(s): raise KeyError("prop")
    @property
    def attr(s): raise AttributeError("prop says no")
    def __getattr__(s, n):
        if n == "dyn": return "dynamic"
        raise AttributeError(n)
class Str(str): pass
a = A()
print(getattr(a, "x"), getattr(a, "y", None), getattr(a, "dyn"), getattr(a, "attr", "default"), hasattr(a, "attr"), hasattr(a, "x"), getattr(a, Str("x")), setattr(a, "z", 2), a.z, delattr(a, "z"), hasattr(a, "z"), getattr(A, "x"), getattr(5, "real"), getattr(a, "__class__").__name__, getattr(a, "no", AttributeError))
setattr(a, "weird name", 1); setattr(a, "", 2); setattr(a, "é", 3)
print(getattr(a, "weird name"), getattr(a, ""), a.é, sorted(a.__dict__))
for f in (lambda: getattr(a, "bad", 1), lambda: hasattr(a, "bad"), lambda: getattr(a, "no"), lambda: getattr(a, 1, 2), lambda: hasattr(a, None), lambda: setattr(a, 1, 2), lambda: delattr(a, b"x"), lambda: delattr(a, "no"), lambda: setattr(a, "x"), lambda: getattr(a), lambda: getattr(), lambda: hasattr(a, "x", 1), lambda: delattr(a, "x", 1), lambda: setattr(a, "x", 1, 2), lambda: getattr(a, "x", 1, 2), lambda: setattr(5, "x", 1), lambda: delattr(5, "real"), lambda: setattr(a, "bad", 1), lambda: delattr(a, "bad"), lambda: getattr(o=a, name="x"), lambda: setattr(None, "x", 1), lambda: delattr(A, "x") or hasattr(A, "x"), lambda: setattr(len, "x", 1), lambda: setattr("s", "upper", 1), lambda: delattr("s", "upper"), lambda: setattr(int, "bit_length", 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
