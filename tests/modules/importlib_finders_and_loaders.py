"""importlib: import_module, reload, specs, finders and loaders of one's own, caches, namespace packages, lazy modules."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import pkgutil
import runpy
import sys


def say(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "DIR"))


def write(path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)
    return path


os.mkdir("made")
folder = os.path.abspath("made")
sys.dont_write_bytecode = True
sys.path.insert(0, folder)
write("one.py", "value = 1\nprint('one runs as', __name__)\n")
write("pack/__init__.py", "from . import sub\nnames = ['a']\n")
write("pack/sub.py", "from . import names2 as other\nfrom .. import x\n" if 0 else "here = __package__\n")
write("pack/__main__.py", "print('main of', __package__, __name__, __spec__.name)\n")
write("pack/deep/er/mod.py", "from ... import sub\nfrom .... import nothing\n")
write("left/spaces/a.py", "A = 1\n")
write("right/spaces/b.py", "B = 2\n")
write("broken.py", "x = = 1\n")
write("fails.py", "import one\nraise ValueError('while importing')\n")
write("circle_a.py", "import circle_b\nfrom circle_b import late\n")
write("circle_b.py", "import circle_a\nfrom circle_a import missing\nlate = 1\n")

one = importlib.import_module("one")
print(one.value, one.__spec__.name, one.__spec__.origin == one.__file__, type(one.__loader__).__name__, one.__cached__.endswith(".pyc"))
one.value = 5
one.extra = 6
again = importlib.reload(one)
print(again is one, one.value, one.extra)
write("one.py", "value = 'changed, and longer'\n")
importlib.invalidate_caches()
print(importlib.reload(one).value)
pack = importlib.import_module("pack")
print(pack.sub.here, importlib.import_module(".sub", "pack") is pack.sub, importlib.import_module("..sub", "pack.deep") is pack.sub)
say(importlib.import_module, ".sub")
say(importlib.import_module, "pack.nope")
say(importlib.import_module, "one.nope")
say(importlib.import_module, "pack.deep.er.mod")
say(importlib.import_module, "broken")
say(importlib.import_module, "fails")
print("fails" in sys.modules)
say(importlib.import_module, "circle_a")
say(importlib.reload, "one")
say(importlib.import_module, "")
say(importlib.import_module, "....x", "pack")

sys.path[:0] = [os.path.join(folder, "left"), os.path.join(folder, "right")]
import spaces.a
import spaces.b
print(spaces.a.A + spaces.b.B, spaces.__file__ if hasattr(spaces, "__file__") else "no file", len(list(spaces.__path__)), spaces.__spec__.origin,
      type(spaces.__path__).__name__, spaces.__spec__.submodule_search_locations is spaces.__path__)

spec = importlib.util.find_spec("one")
print(spec.name, spec.parent, spec.has_location, spec.submodule_search_locations, importlib.util.find_spec("no_such"), importlib.util.find_spec("sys").origin)
spec = importlib.util.spec_from_file_location("renamed", os.path.join(folder, "one.py"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.__name__, module.value, "renamed" in sys.modules, spec.loader.get_source("renamed"), spec.loader.is_package("renamed"))
print(importlib.util.spec_from_file_location("unknown", "x.unknown"), importlib.util.resolve_name(".x", "pack"), importlib.machinery.SOURCE_SUFFIXES)
say(importlib.util.resolve_name, "..x", "pack")
say(spec.loader.get_code, "other")
say(importlib.util.find_spec, "pack.nope.deeper")


class Virtual(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "virtual":
            return importlib.machinery.ModuleSpec(name, self, origin="nowhere", is_package=name == "virtual")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec("answer = 42", vars(module))


sys.meta_path.append(Virtual())
import virtual.inner
print(virtual, virtual.inner.answer, virtual.__path__, virtual.inner.__spec__.origin)
sys.meta_path.pop()


class Source(importlib.abc.SourceLoader):
    def get_filename(self, name):
        return "<" + name + ">"

    def get_data(self, path):
        return b"made = __name__\n"


spec = importlib.util.spec_from_loader("sourced", Source())
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.made, module.__file__, spec.origin)
del sys.modules["one"]
lazy_spec = importlib.util.find_spec("one")
lazy_spec.loader = importlib.util.LazyLoader(lazy_spec.loader)
lazy = sys.modules["one"] = importlib.util.module_from_spec(lazy_spec)
lazy_spec.loader.exec_module(lazy)
print(type(lazy).__name__, lazy.value, type(lazy).__name__)
print(importlib.machinery.PathFinder.find_spec("one").name, importlib.machinery.BuiltinImporter.find_spec("sys"), importlib.machinery.FrozenImporter)
finder = sys.path_importer_cache[folder]
print(type(finder).__name__, finder.find_spec("one").name, finder.find_spec("nope"))
print([m.name for m in pkgutil.iter_modules([folder])], [m.name for m in pkgutil.walk_packages(pack.__path__, "pack.")])
print(pkgutil.get_data("pack", "sub.py"), pkgutil.resolve_name("pack.sub:here"), pkgutil.resolve_name("one.value"))
runpy.run_module("pack", run_name="ran")
print(runpy.run_path(os.path.join(folder, "one.py"), {"given": 1})["value"])
say(runpy.run_module, "spaces")
sys.modules["blocked"] = None
say(importlib.import_module, "blocked")
print(importlib.__import__("pack.sub").__name__, importlib.__import__("pack.sub", fromlist=["here"]).__name__)
print(importlib.machinery.ModuleSpec("m", None) == importlib.machinery.ModuleSpec("m", None), sorted(n for n in sys.stdlib_module_names if n.startswith("im")))
