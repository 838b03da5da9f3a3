# reference: 3.3.3, 3.3.3.5, 3.3.3.6
# The order of __prepare__, body, __new__, __set_name__, __init_subclass__, __init__ and decorators; __classcell__.
class Desc:
    def __set_name__(self, owner, name): print("set_name", name, hasattr(owner, "after"))
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): print("prepare", name, [b.__name__ for b in bases], kw); return {}
    def __new__(mcls, name, bases, ns, **kw):
        print("new", [k for k in ns if k[:2] != "__" or k == "__classcell__"], kw)
        cls = super().__new__(mcls, name, bases, ns)
        cls.after = 1
        return cls
    def __init__(cls, name, bases, ns, **kw): print("init", kw)
def deco(n):
    print("make deco", n)
    def d(cls): print("deco", n); return cls
    return d
class Base:
    def __init_subclass__(cls, /, **kw): print("init_subclass", cls.__name__, hasattr(cls, "after")); super().__init_subclass__()
@deco(1)
@deco(2)
class C(Base, metaclass=Meta, x=1, **{"y": 2}):
    print("body")
    d = Desc()
    def who(self): return __class__.__name__
    e = Desc()
print(C().who(), "__classcell__" in vars(C))
class Forget(type):
    def __new__(m, n, b, ns):
        ns.pop("__classcell__", None)
        return type.__new__(m, n, b, dict(ns))
class Wrong(type):
    def __new__(m, n, b, ns):
        ns["__classcell__"] = type(n, (), {}) if 0 else (lambda: n).__closure__[0]
        return type.__new__(m, n, b, ns)
for meta in Forget, Wrong:
    try:
        class X(metaclass=meta):
            def f(self): return __class__
    except Exception as e:
        print(type(e).__name__, e)
try:
    type("X", (), {"__classcell__": 5})
except TypeError as e:
    print(e)
class BadSet:
    def __set_name__(self, owner, name): raise ValueError("in set_name")
try:
    class Y: attr = BadSet()
except Exception as e:
    print(type(e).__name__, e, getattr(e, "__notes__", None))
for act in (lambda: type("X", (), {}, k=1), lambda: type("X", (Base,), {}, k=1) and None, lambda: type(1, (), {}), lambda: type("X", [], {}), lambda: type("X", (), []), lambda: type("X", (5,), {}), lambda: type("X", (), {}).__bases__, lambda: type("X", (int, str), {}), lambda: type("X", (bool,), {}), lambda: type("X", (Base, Base), {}), lambda: type("X", (object, Base), {}), lambda: type(), lambda: type(1, 2), lambda: type("a\0b", (), {}), lambda: type("X", (), {"__qualname__": 5}), lambda: type("X", (), {"__qualname__": "Q.r"}).__qualname__, lambda: type("X", (), {1: 2}).__dict__[1], lambda: object.__init_subclass__(1), lambda: object.__init_subclass__(k=1)):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
