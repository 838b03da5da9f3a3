# reference: 5.1, 5.4.3, 5.4.4, 5.6, 5.8, 5.8.1
# ModuleSpec's attributes, importlib's functions, __main__ and its spec.
import sys
import _frozen_importlib as importlib
from _frozen_importlib import ModuleSpec, BuiltinImporter, FrozenImporter
s = ModuleSpec("a.b", None, origin="o", loader_state=5, is_package=True)
print(s.name, s.loader, s.origin, s.loader_state, s.submodule_search_locations, s.parent, s.has_location, s.cached)
print(s, s == ModuleSpec("a.b", None, origin="o", loader_state=5, is_package=True), s == 5, ModuleSpec("x", None), ModuleSpec("x", None).parent == "", ModuleSpec("x.y", None).parent)
s.has_location = 1; s.name = "changed"
print(s.has_location, s.name)
print(BuiltinImporter.find_spec("sys").origin, BuiltinImporter.find_spec("nope"), BuiltinImporter.is_package("sys"), BuiltinImporter.load_module.__name__)
for f in (lambda: ModuleSpec(), lambda: BuiltinImporter.get_code("sys"), lambda: BuiltinImporter.get_source("sys"), lambda: BuiltinImporter.get_code("zzz")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(__name__, __spec__, sys.modules["__main__"].__dict__ is globals(), __name__ in sys.modules)
import __main__
__main__.through_main = 1
print(through_main, sys.__spec__.name, sys.__spec__.origin, sys.__loader__ is BuiltinImporter or sys.__loader__, sys.__package__ == "")
