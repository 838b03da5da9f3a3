# reference: 4.3
# "Did you mean": names in locals, globals, builtins, attributes and imports, and when nothing is suggested.
import sys as system, types
def last(f):
    try: f()
    except Exception as e: system.__excepthook__(type(e), e, None)
some_value = 1
class Thing:
    attribute = 1; method_name = 2; _private = 3; __mangled = 4
    def use(self): return self.atribute
    def missing_self(self): return attribute
    @classmethod
    def missing_cls(cls): return method_name
class Slots: __slots__ = ("alpha_value",)
class WithDir:
    def __dir__(self): return ["pretended", 5, None]
class BadDir:
    def __dir__(self): raise ValueError
def local():
    local_name = 1
    return local_nane
def outer():
    enclosed = 1
    def inner(): return enclosd
    return inner()
def unbound():
    print(later_name); later_name = 1
def closure_unbound():
    def inner(): return free_later
    inner(); free_later = 1
for f in (lambda: some_valu, lambda: Some_Value, lambda: pritn, lambda: lenn, lambda: xyzzyqqq, lambda: a, lambda: prin_t, local, outer, unbound, closure_unbound,
          lambda: Thing.atribute, lambda: Thing().atribute, lambda: Thing().method_nam, lambda: Thing()._privat, lambda: Thing().__mangle, lambda: Thing().use(), lambda: Thing().missing_self(), lambda: Thing.missing_cls(),
          lambda: Slots().alpha_valu, lambda: Slots().alpha_value, lambda: WithDir().pretendet, lambda: BadDir().anything, lambda: "".uper, lambda: [].appendd, lambda: {}.item, lambda: (5).bit_lenght, lambda: None.x, lambda: types.FunctionTyp, lambda: types.zzz, lambda: int.from_byte,
          lambda: (lambda: 0).__nam__, lambda: Thing.__mro, lambda: getattr(Thing, "atribut"), lambda: getattr(Thing(), "x" * 800), lambda: TrueE, lambda: nOne, lambda: self, lambda: string, lambda: collections, lambda: sys.path, lambda: math, lambda: time.sleep):
    last(f)
def imports(name):
    def run(): exec(name)
    run.__name__ = name
    return run
for line in ("from types import FunctionTyp", "from types import zzzzz", "import typess", "from collections import OrderDict", "from nothing import x", "import types.nothing", "from types import functiontype", "from . import x", "from .. import y", "import os.pathh"):
    last(imports(line))
e = NameError("custom", name="some_valu"); last(lambda: (_ for _ in ()).throw(e))
e = AttributeError("custom", name="atribute", obj=Thing()); last(lambda: (_ for _ in ()).throw(e))
e = AttributeError("custom", name=5, obj=Thing()); last(lambda: (_ for _ in ()).throw(e))
e = ImportError("custom", name="types", name_from="FunctionTyp"); last(lambda: (_ for _ in ()).throw(e))
