# reference: 5.5, 5.5.1, 5.5.2, 5.2, 5.2.1, 5.2.2, 5.4.6
# sys.path_hooks and path_importer_cache: a hook for made-up path entries, packages regular and without a loader.
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import PathFinder
kept = sys.path[:], sys.path_hooks[:], dict(sys.path_importer_cache)
class EntryFinder:
    def __init__(s, entry): s.entry = entry
    def find_spec(s, name, target=None):
        print("entry", s.entry, name)
        if name == "hooked": return ModuleSpec(name, Loader(), origin=s.entry)
        if name == "pkg":
            spec = ModuleSpec(name, Loader()); spec.submodule_search_locations = [s.entry + "/pkg"]; return spec
        if name == "pkg.mod" and s.entry.endswith("/pkg"): return ModuleSpec(name, Loader())
        if name == "ns":
            spec = ModuleSpec(name, None); spec.submodule_search_locations = [s.entry + "/ns"]; return spec
    def invalidate_caches(s): print("invalidate", s.entry)
class Loader:
    def create_module(s, spec): return None
    def exec_module(s, m): m.ran = True
def hook(entry):
    if not entry.startswith("memory:"): raise ImportError("not mine")
    print("hook", entry)
    return EntryFinder(entry)
sys.path_hooks.insert(0, hook)
sys.path[:] = ["memory:1", 5, "memory:2"]
sys.path_importer_cache.clear()
import hooked
print(hooked.ran, hooked.__spec__.origin, sorted(k for k in sys.path_importer_cache if str(k).startswith("memory")))
import pkg.mod
print(pkg.mod.ran, pkg.__path__, pkg.__package__, pkg.mod.__package__)
import ns
print(list(ns.__path__), ns.__spec__.loader is None or type(ns.__spec__.loader).__name__, hasattr(ns, "__file__"), ns.__package__)
try: import missing_everywhere
except ModuleNotFoundError as e: print(e)
print(PathFinder.find_spec("hooked", ["memory:2"]).origin, PathFinder.find_spec("hooked", []), PathFinder.find_spec("zip_no", None))
sys.path_importer_cache["memory:1"] = None
del sys.modules["hooked"]
import hooked
print(hooked.__spec__.origin)
sys.path[:] = []
try: import nothing_at_all
except ModuleNotFoundError as e: print(e)
sys.path[:], sys.path_hooks[:] = kept[:2]; sys.path_importer_cache.clear(); sys.path_importer_cache.update(kept[2])
