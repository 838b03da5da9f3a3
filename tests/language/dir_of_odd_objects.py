# reference: dir()
# dir() of locals that are a mapping, of objects without __class__, with __dir__ of every kind.
class M:
    def __getitem__(self, key):
        if key == "a": return 12
        raise KeyError(key)
    def keys(self): return list("xyz")
print(eval("dir()", {}, M()), eval("a", {}, M()))
class BadKeys(M):
    def keys(self): raise ValueError("no keys")
class NoKeys:
    def __getitem__(self, key): raise KeyError(key)
class NotIter(M):
    def keys(self): return 5
class Tuple(M):
    def keys(self): return ("b", "a")
for m in (BadKeys(), NoKeys(), Tuple()):
    try: print(eval("dir()", {}, m))
    except Exception as e: print(type(e).__name__, e)
class Hidden:
    __slots__ = ["__class__", "__dict__"]
    def __init__(self): self.bar = 1
print(dir(Hidden()))
class Lies:
    __class__ = int
print("bit_length" in dir(Lies()), "__class__" in dir(Lies()))
def made(result):
    class D:
        def __dir__(self): return result
    return D()
for r in (["b", "a"], ("c", "a"), "ab", {"k": 1}, [], [1, 2], [1, "a"], 5, None, (x for x in "zy")):
    try: print(dir(made(r)))
    except Exception as e: print(type(e).__name__, e)
class Raises:
    def __dir__(self): raise KeyError("dir")
class NoDir: __dir__ = None
for o in (Raises(), NoDir()):
    try: print(dir(o))
    except Exception as e: print(type(e).__name__, e)
class Meta(type):
    def __dir__(cls): return ["meta"]
class WithMeta(metaclass=Meta): pass
print(dir(WithMeta), "__dir__" in dir(WithMeta()))
import types
m = types.ModuleType("m"); m.x = 1; m.__dir__ = lambda: ["own", "a"]
print(dir(m)); del m.__dir__; print(dir(m))
class I: pass
i = I(); i.__dict__["weird name"] = 1; i.__dict__[5] = 2
try: print([n for n in dir(i) if not str(n).startswith("__")])
except TypeError as e: print(e)
for args in ((1, 2),):
    try: dir(*args)
    except TypeError as e: print(e)
def local(b, a): c = 1; return dir()
print(local(1, 2), (lambda z: dir())(1))
