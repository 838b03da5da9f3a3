# reference: 3.3.3, 8.8
# Every way in which making a class fails, with its words.
class M1(type): pass
class M2(type): pass
class A: pass
class B(A): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
class Sl: __slots__ = ("a",)
class Sl2: __slots__ = ("b",)
class F:
    def __init_subclass__(cls, **kw): raise ValueError("hook " + cls.__name__)
class SN:
    def __set_name__(self, owner, name): raise KeyError(name)
TABLE = """
class C(A, A): pass
class C(A, B): pass
class C(object, A): pass
class C(X1, X2): pass
class C(X1, metaclass=M2): pass
class C(bool): pass
class C(type(None)): pass
class C(range): pass
class C(slice): pass
class C(memoryview): pass
class C(type(lambda: 0)): pass
class C(type(x for x in ())): pass
class C(type(...)): pass
class C(int, str): pass
class C(list, dict): pass
class C(Sl, Sl2): pass
class C(Exception, int): pass
class C(5): pass
class C("x"): pass
class C(None): pass
class C(len): pass
class C(A()): pass
class C(A, x=1): pass
class C(x=1, y=2): pass
class C(F): pass
class C: a = SN()
class C: __slots__ = "a b"
class C: __slots__ = ("1",)
class C: __slots__ = (1,)
class C: __slots__ = ("a", "a")
class C: __slots__ = ("__dict__", "__dict__")
class C: __slots__ = ("__weakref__", "__weakref__")
class C: __slots__ = ("a",); a = 1
class C(int): __slots__ = ("a",)
class C(tuple): __slots__ = ("a",)
class C(bytes): __slots__ = ("__weakref__",)
class C(Sl): __slots__ = ("__dict__",)
class C(A): __slots__ = ("__dict__",)
class C(A): __slots__ = ("__weakref__",)
class C: __slots__ = None
class C: __slots__ = 5
class C: __slots__ = b"ab"
class C: __slots__ = ""
class C: __classcell__ = 5
class C: __qualname__ = 5
class C: __doc__ = 5
class C: __module__ = 5
class C(metaclass=5): pass
class C(metaclass=lambda *a: 5): print("made")
class C(metaclass=lambda: 5): pass
class C(**{"metaclass": M1}, metaclass=M2): pass
class C(*5): pass
class C(**5): pass
class C: raise RuntimeError("in the body")
class C: undefined_name
class C: return_ = 1; del return_; del return_
type("C", (A, A), {})
type("C", A, {})
type("C", [A], {})
type("C", (A,), [])
type(5, (A,), {})
type("C", (A,), {}, x=1)
type("C", (A,))
type("C")
type()
type("a\\0b", (), {})
type("C", (), {1: 2})
type("\\ud800", (), {})
type("C", (5,), {})
type.__new__(type, "C", (X1,), {}).__class__
type.__new__(M2, "C", (X1,), {})
type.__new__(A, "C", (), {})
type.__new__(5, "C", (), {})
type.__new__()
type.__call__()
type.__call__(5)
type.__init__(A)
type.__init__(A, 1, 2, 3)
type.__init__(A, "x", (), {}, y=1)
"""
for line in TABLE.strip().splitlines():
    try: exec(line)
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
