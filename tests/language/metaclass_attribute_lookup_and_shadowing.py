# reference: 3.3.3, 3.3.2.2, type()
# Class attributes against metaclass attributes: properties, methods, slots, __getattr__ and __setattr__ of a metaclass.
class Meta(type):
    @property
    def prop(cls): return f"prop of {cls.__name__}"
    @prop.setter
    def prop(cls, v): print("prop set", cls.__name__, v)
    def method(cls): return f"method of {cls.__name__}"
    @classmethod
    def cm(mcs): return mcs.__name__
    @staticmethod
    def sm(): return "static"
    plain = "meta plain"; both = "meta both"
    def __getattr__(cls, n):
        if n.startswith("dyn"): return (cls.__name__, n)
        raise AttributeError(f"meta has no {n}")
    def __setattr__(cls, n, v): print("meta setattr", n); super().__setattr__(n, v)
    def __delattr__(cls, n): print("meta delattr", n); super().__delattr__(n)
class K(metaclass=Meta):
    both = "class both"; prop_shadow = 1
    def method(self): return "instance method"
class S(K): pass
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: K.prop, lambda: S.prop, lambda: K().prop, lambda: K.method, lambda: K().method(), lambda: K.cm(), lambda: S.sm(), lambda: K.plain, lambda: K().plain, lambda: K.both, lambda: K.dyn_x, lambda: K().dyn_x, lambda: S.nothing, lambda: hasattr(K, "mro"), lambda: hasattr(K(), "mro"), lambda: K.__name__, lambda: K().__name__, lambda: Meta.prop.__get__(S), lambda: Meta.method(K), lambda: "method" in vars(K), lambda: "plain" in dir(K), lambda: "cm" in dir(Meta)):
    print("" if not hasattr(f, "x") else "", end=""); 
    try: r = f(); print(r if not callable(r) else r.__qualname__)
    except Exception as e: print(type(e).__name__, e)
K.prop = 5; K.new = 1; del K.new
show(lambda: delattr(K, "prop")); show(lambda: delattr(K, "nothing")); show(lambda: delattr(S, "both")); show(lambda: setattr(K, "plain", "own")); print(K.plain, Meta.plain, K().plain)
class K2(metaclass=Meta): prop = "in the body"
print(K2.prop, K2.__dict__["prop"], K2().prop)
for stmt in ("K.__name__ = 5", "K.__name__ = 'a\\0b'", "del K.__name__", "K.__qualname__ = 1", "K.__bases__ = ()", "K.__mro__ = ()", "K.__dict__ = {}", "K.__module__ = 7", "del K.__module__", "K.__doc__ = 'new doc'", "int.x = 1", "del int.real", "K.__abstractmethods__", "K.__base__ = int", "K.__flags__ = 1", "K.__annotations__ = {}", "del K.__annotations__", "del K.__annotations__", "K.__name__ = 'Renamed'"):
    try: exec(stmt); print(stmt, "fine")
    except Exception as e: print(stmt, "|", type(e).__name__, e)
print(K.__name__, K.__qualname__, K.__doc__, type(K).__name__)
