# reference: 3.3.2.4
# __slots__: member descriptors, unset and deleted slots, shadowing by subclasses, names mangled, texts of errors.
class A:
    __slots__ = ("x", "__priv", "y")
    def setp(self): self.__priv = "mangled"; return self.__priv, self._A__priv
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a = A(); a.x = 1
show(lambda: a.x); show(lambda: a.y); show(lambda: a.z); show(a.setp); show(lambda: a.__dict__); show(lambda: A.x); show(lambda: A.__slots__)
show(lambda: setattr(a, "z", 1)); show(lambda: delattr(a, "y")); show(lambda: delattr(a, "x")); show(lambda: a.x); show(lambda: delattr(a, "z")); show(lambda: a.__weakref__)
d = A.__dict__["x"]
print(type(d).__name__, d.__name__, d.__qualname__, d.__objclass__.__name__, d.__doc__, repr(d))
show(lambda: d.__get__(a)); show(lambda: d.__set__(a, 9)); show(lambda: d.__get__(a, A)); show(lambda: d.__get__(None, A) is d); show(lambda: d.__get__(5)); show(lambda: d.__set__(5, 1)); show(lambda: d.__delete__(a)); show(lambda: d.__delete__(a))
class B(A): __slots__ = "x", "w"
b = B(); b.x = "B's"; d.__set__(b, "A's"); print(b.x, d.__get__(b), A.x.__get__(b), B.x.__get__(b), B.__slots__)
class C(A): pass
c = C(); c.x = 1; c.free = 2; print(c.__dict__, c.x)
class One: __slots__ = "single"
class Doc: __slots__ = {"a": "doc of a", "b": None}
print(One.__slots__, One.single.__name__, Doc.a.__doc__, Doc.b.__doc__, Doc.__slots__)
o = One(); o.single = 5; print(o.single)
class It: __slots__ = iter(["p", "q"])
print(It.p.__name__, list(It.__slots__))
for src in ("__slots__ = 'a', 'a'", "__slots__ = 'a b',", "__slots__ = '1a',", "__slots__ = 5", "__slots__ = 5,", "__slots__ = 'a',; a = 1", "__slots__ = '__dict__', '__dict__'", "__slots__ = '__weakref__', '__weakref__'", "__slots__ = '__class__',", "__slots__ = '__slots__',", "__slots__ = '',", "__slots__ = 'def',", "__slots__ = 'é',", "__slots__ = None", "__slots__ = '__module__',", "__slots__ = '__qualname__',", "__slots__ = '__x', '_K__x'", "__slots__ = {'a'}; b = 1", "__slots__ = b'ab'", "__slots__ = ()"):
    try: exec(f"class K: {src}"); print(src, "fine", sorted(k for k in vars(K) if k not in ("__module__", "__doc__", "__slots__")))
    except Exception as e: print(src, "|", type(e).__name__, e)
for bases in ("int", "tuple", "bytes", "str", "type", "list", "dict", "Exception", "A, One", "One, A", "A, B", "B, A"):
    try: exec(f"class K({bases}): __slots__ = 'n',"); print(bases, "fine")
    except TypeError as e: print(bases, "|", e)
class Both(A):
    __slots__ = ("__dict__", "__weakref__")
x = Both(); x.any = 1; print(x.__dict__, x.__weakref__, sorted(n for n in dir(A) if n[0] != "_" or "priv" in n))
