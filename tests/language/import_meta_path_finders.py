# reference: 5.1, 5.3, 5.3.2, 5.3.3, 5.3.4, 5.4, 5.4.1, 5.4.3, 5.4.5
# A finder on sys.meta_path and a loader: the order of calls, attributes of what is made, errors on the way.
import sys
from _frozen_importlib import ModuleSpec
kept = sys.meta_path[:]
class Finder:
    def find_spec(s, name, path, target=None):
        if name.partition(".")[0] not in ("fake", "bad"): return None
        print("find_spec", name, path, target)
        if name == "fake.missing": return None
        return ModuleSpec(name, s, origin="made up", is_package=name == "fake")
    def create_module(s, spec):
        print("create", spec.name)
        if spec.name == "fake.own": return type("Own", (type(sys),), {})(spec.name)
        if spec.name == "bad.create": raise KeyError("create")
    def exec_module(s, m):
        print("exec", m.__name__, m.__name__ in sys.modules)
        if m.__name__ == "bad": raise ValueError("exec")
        if m.__name__ == "fake.swap":
            sys.modules["fake.swap"] = "swapped"
        m.value = m.__name__.upper()
finder = Finder()
sys.meta_path.insert(0, finder)
import fake
print(fake.value, fake.__spec__.name, fake.__spec__.origin, fake.__loader__ is finder, fake.__package__, fake.__path__, repr(fake).replace("made up", "?").split(" (")[0], hasattr(fake, "__file__"), fake.__spec__.parent, fake.__spec__.has_location, fake.__spec__.loader is finder)
import fake
import fake.sub
print(fake.sub.value, fake.sub.__package__, fake.sub.__spec__.parent, hasattr(fake.sub, "__path__"))
from fake import own, swap
print(type(own).__name__, swap)
for src in ("import fake.missing", "from fake import missing", "import fake.sub.deep", "import bad", "import bad"):
    try: exec(src)
    except Exception as e: print(src, "|", type(e).__name__, e, getattr(e, "name", None), getattr(e, "path", None))
print("bad" in sys.modules, "fake.missing" in sys.modules)
del sys.modules["fake.sub"]
import fake.sub as again
print(again.value)
class NoSpec: pass
sys.meta_path.insert(0, NoSpec())
try: import another_missing
except Exception as e: print(type(e).__name__, e)
import sys as still_there
sys.meta_path[:] = kept
