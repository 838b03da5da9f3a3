# reference: 3.3.2.4
# Slots with defaults, inheritance, multiple bases, class assignment, weakrefs, and instances that copy.
import weakref, copy
class A:
    __slots__ = ("a", "b")
    def __init__(s, a=1): s.a = a
class B(A): __slots__ = ("c",)
class C(A): pass
class D(A): __slots__ = ()
class E: __slots__ = ["x", "__dict__", "__weakref__"]
class F: __slots__ = {"y": "doc of y", "z": None}
class G: __slots__ = "single"
class H: __slots__ = ("_H__m", "__p")
class I(int): __slots__ = ()
def t(act):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
a, b, c, d, e = A(), B(), C(), D(), E()
for act in (lambda: a.b, lambda: a.zz, lambda: setattr(a, "zz", 1), lambda: a.__dict__, lambda: delattr(a, "b"), lambda: delattr(a, "a"), lambda: a.a, lambda: b.c, lambda: setattr(b, "c", 5), lambda: (b.c, b.a), lambda: setattr(c, "anything", 1), lambda: c.__dict__, lambda: c.__slots__, lambda: d.__slots__, lambda: setattr(d, "q", 1), lambda: setattr(e, "free", 1), lambda: (e.__dict__, weakref.ref(e)() is e), lambda: weakref.ref(a), lambda: F.y.__doc__, lambda: F.__slots__, lambda: G().single, lambda: H.__slots__, lambda: sorted(n for n in vars(H) if "_H" in n), lambda: setattr(I(5), "x", 1), lambda: A.a, lambda: A.a.__get__(b), lambda: type(A.a).__name__, lambda: A.__slots__, lambda: A.__dict__.get("__dict__"), lambda: A.__basicsize__ < B.__basicsize__, lambda: copy.copy(A(7)).a, lambda: copy.deepcopy(A([7])).a, lambda: A(7).__reduce_ex__(2)[2], lambda: A().__getstate__(), lambda: B().__getstate__(), lambda: object().__getstate__(), lambda: c.__getstate__(), lambda: A(7).__reduce__()): t(act)
for src in ("class X(A, B): pass", "class X(B, A): __slots__ = ()", "class X(A, F): pass", "class X(A, E): __slots__ = ()", "class X(C, E): pass", "class X: __slots__ = ('a', 'a')", "class X: __slots__ = ('a b',)", "class X: __slots__ = ('class',)", "class X: __slots__ = ('é',)", "class X: a = 1; __slots__ = ('a',)", "class X: __slots__ = (x for x in 'ab')", "class X: __slots__ = {'a'}", "class X: __slots__ = iter('ab')", "class X: __slots__ = 'ab', 5", "class X(E): __slots__ = ('__dict__',)", "class X(C): __slots__ = ('__weakref__',)", "class X(type): __slots__ = ('q',)", "class X(int): __slots__ = ('q',)", "class X(bytes): __slots__ = ('q',)", "class X(tuple): __slots__ = ('q',)", "class X(Exception): __slots__ = ('q',)", "class X(list): __slots__ = ('q',)", "class X: __slots__ = ('__module__',)", "class X: __slots__ = ('__qualname__',)", "class X: __slots__ = ('__class__',)", "class X: __slots__ = ('__init__',)", "class X: __slots__ = None", "class X: __slots__ = 5", "class X: __slots__ = ()"):
    try: exec(src); print(src, "fine", sorted(k for k in locals()["X"].__dict__ if k[:1] != "_"))
    except Exception as x: print(src, type(x).__name__, x)
class S1: __slots__ = ("a", "b")
class S2: __slots__ = ("b", "a")
class S3: __slots__ = ("a",)
class S4(S1): __slots__ = ()
o = S1(); o.a = 5
for cls in (S2, S3, S4, A, C, object, int):
    try: o.__class__ = cls; print(cls.__name__, o.a)
    except TypeError as x: print(x)
