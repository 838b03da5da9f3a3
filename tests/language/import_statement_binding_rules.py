# reference: 7.11, 5.3.1
# What import binds: dotted names, as, from, star with __all__ and without, sys.modules tricks, None entries.
import sys, types
def module(name, **k):
    m = types.ModuleType(name); m.__dict__.update(k); sys.modules[name] = m; return m
pkg = module("pkg", __path__=[], a=1, _hidden=2); sub = module("pkg.sub", v="sub v"); deep = module("pkg.sub.deep", w="deep w"); sub.__path__ = []; pkg.sub = sub; sub.deep = deep
def names(src):
    space = {}
    try: exec(src, space)
    except BaseException as e: print(src, "|", type(e).__name__, e, getattr(e, "name", ""), getattr(e, "path", "")); return
    del space["__builtins__"]
    print(src, "->", {k: getattr(v, "__name__", v) for k, v in space.items()})
for src in ("import pkg", "import pkg.sub", "import pkg.sub as s", "import pkg.sub.deep", "import pkg.sub.deep as d, pkg as p", "from pkg import a", "from pkg import sub", "from pkg.sub import deep, v as vv", "from pkg import *", "from pkg.sub import *", "from pkg import _hidden", "from pkg import nothing", "from pkg.sub import nope as n", "import pkg.nope", "import nopkg.x", "from nopkg import x", "from pkg import a, nothing", "import pkg.sub.v", "import pkg.a as q"): names(src)
module("alls", __all__=["x", "_y"], x=1, _y=2, z=3); names("from alls import *")
for bad in (["missing"], [1], 5, None, "xz", ("x",), [], iter(["x"])):
    module("alls", __all__=bad, x=1, z=3); names("from alls import *")
class Lazy(types.ModuleType):
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        return "lazy " + n
sys.modules["lazy"] = Lazy("lazy"); names("from lazy import anything as x, other"); names("import lazy.attr"); names("from lazy import *")
m = module("hook"); m.__getattr__ = lambda n: f"hook {n}" if n[0] != "_" else (_ for _ in ()).throw(AttributeError(n)); names("from hook import f, g as h")
sys.modules["gone"] = None; names("import gone"); names("from gone import x"); names("import gone.sub")
sys.modules["odd"] = 5; names("import odd"); names("from odd import real, imag as i"); names("from odd import nothing"); names("import odd.real"); names("from odd import *")
sys.modules["obj"] = types.SimpleNamespace(k=1, _p=2); names("import obj"); names("from obj import *")
module("nameless", x=1); del sys.modules["nameless"].__name__; names("from nameless import y")
module("half", __spec__=types.SimpleNamespace(_initializing=True, name="half", origin="half.py", has_location=True)); names("from half import later")
def local():
    import pkg.sub as here, pkg
    from pkg import a as x
    return sorted(locals())
print(local(), "pkg" in globals())
class C: from pkg import a; import pkg.sub.deep as d
print(C.a, C.d.w)
for imp in (lambda *a, **k: ("fake", a[0], a[3], a[4]), lambda: 1):
    for src in ("import q.r", "import q.r as s", "from q import r", "from ..q import r"):
        try: space = {"__builtins__": {"__import__": imp}}; exec(src, space); print(src, {k: v for k, v in space.items() if k != "__builtins__"})
        except BaseException as e: print(src, type(e).__name__, e)
try: exec("import x", {"__builtins__": {}})
except ImportError as e: print(e)
