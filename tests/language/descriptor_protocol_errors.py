# reference: 3.3.2.2
# Built-in descriptors called directly with wrong objects, owners and values.
class A:
    __slots__ = ("s", "__dict__")
    @property
    def p(self): return 1
    def f(self): return self
    @classmethod
    def c(cls): return cls
    @staticmethod
    def st(): return 5
a = A()
TABLE = """
A.s.__get__(a)
A.s.__get__(5)
A.s.__get__(None, A) is A.s
A.s.__get__(None)
A.s.__get__(None, None)
A.s.__get__()
A.s.__set__(a, 1), a.s, A.s.__delete__(a)
A.s.__set__(5, 1)
A.s.__set__(a)
A.s.__delete__(a)
A.p.__get__(a), A.p.__get__(5), A.p.__get__(None, A) is A.p, A.p.__get__(None) is A.p
A.p.__set__(a, 1)
A.p.__delete__(a)
A.p.fget(7), A.p.fset, A.p.fdel, A.p.__doc__, A.p.__isabstractmethod__
A.p.fget = 1
A.p.__get__()
A.__dict__["f"].__get__(a)() is a, A.__dict__["f"].__get__(None, A) is A.f, A.__dict__["f"].__get__(5, int)()
A.__dict__["f"].__get__(None, None)
A.__dict__["f"].__get__(None)
A.__dict__["f"].__get__()
A.__dict__["c"].__get__(a)(), A.__dict__["c"].__get__(None, A)(), A.__dict__["c"].__get__(5)()
A.__dict__["c"].__get__(None)
A.__dict__["c"].__get__(None, None)
A.__dict__["c"]()
A.__dict__["st"].__get__(None, A)(), A.__dict__["st"].__get__(None)(), A.__dict__["st"]()
A.__dict__["st"].__get__()
str.upper.__get__("ab")(), str.upper.__get__(None, str) is str.upper
str.upper.__get__(5)
str.upper.__get__(None)
str.upper.__get__(None, None)
str.__add__.__get__("ab")("c"), str.__add__.__get__(None, str) is str.__add__
str.__add__.__get__(5)
str.__add__.__get__(None, None)
dict.__dict__["fromkeys"].__get__({}, dict)("a"), dict.__dict__["fromkeys"].__get__(None, dict)("a")
dict.__dict__["fromkeys"].__get__(None, int)
dict.__dict__["fromkeys"].__get__(5)
dict.__dict__["fromkeys"].__get__(None)
dict.__dict__["fromkeys"]()
dict.__dict__["fromkeys"](5)
dict.__dict__["fromkeys"](int, "a")
type.__dict__["__mro__"].__get__(int), type.__dict__["__name__"].__get__(int)
type.__dict__["__mro__"].__get__(5)
type.__dict__["__name__"].__set__(5, "x")
type.__dict__["__name__"].__set__(int, "x")
complex.real.__get__(1j)
complex.real.__set__(1j, 5)
complex.real.__get__(5)
int.real.__get__(True), int.real.__get__(5)
int.real.__get__("x")
int.real.__delete__(5)
slice.start.__set__(slice(1), 5)
BaseException.args.__set__(Exception(), 5)
BaseException.args.__delete__(Exception())
BaseException.__cause__.__set__(Exception(), 5)
BaseException.__cause__.__delete__(Exception())
BaseException.__suppress_context__.__set__(Exception(), 5)
type(A.s).__name__, A.s, A.s.__name__, A.s.__objclass__, A.s.__qualname__, A.s.__doc__
type(int.real), int.real.__name__, int.real.__objclass__, int.real.__qualname__
str.upper.__name__, str.upper.__objclass__, str.upper.__qualname__, str.upper
str.__add__.__name__, str.__add__.__objclass__, "x".__add__.__self__, "x".__add__.__name__, "x".__add__.__qualname__
dict.__dict__["fromkeys"], dict.fromkeys.__self__, dict.fromkeys.__qualname__
str.upper.__set__
str.upper()
str.upper(5)
str.upper("a", 1)
str.__add__()
str.__add__(5, 5)
str.__add__("a")
str.__add__("a", "b", "c")
object.__getattribute__(5)
object.__setattr__(5, "x", 1)
object.__setattr__(a, 5, 1)
object.__delattr__(a, "zz")
object.__init__()
object.__init__(5, 6)
object.__new__(5)
object.__new__(int)
object.__repr__()
object.__eq__(5)
object.__lt__(1, 2), object.__eq__(1, 1), object.__eq__(a, a), object.__ne__(a, a), object.__ne__(a, 5)
object.__format__(a, "x")
object.__reduce_ex__()
object.__subclasshook__(5), object.__init_subclass__(), object.__dir__(5)[:0]
object.__class__
object.__dir__()
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
