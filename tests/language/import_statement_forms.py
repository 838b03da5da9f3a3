# reference: 7.11, 5.3.1, 5.4.2, 4.2.1
# import binds the top name, import as the leaf, from looks for attributes and then submodules in sys.modules.
import sys
M = type(sys)
def mod(name, **k):
    m = M(name); m.__dict__.update(k); sys.modules[name] = m; return m
top = mod("top", __path__=[], x=1); sub = mod("top.sub", y=2); leaf = mod("top.sub.leaf", z=3)
import top.sub.leaf
print(top is sys.modules["top"], hasattr(top, "sub"))
top.sub = sub; sub.leaf = leaf
import top.sub.leaf as l
print(l is leaf, l.z)
from top import x, x as again, sub as s
from top.sub import (y, leaf as lf,)
print(x, again, s is sub, y, lf is leaf)
mod("stars", a=1, _b=2, __c=3)
from stars import *
print("a" in globals(), "_b" in globals())
mod("alls", a=10, _b=20, d=4, __all__=["_b", "d"])
from alls import *
print(a, _b, d)
for name, value in (("missing", ["nope"]), ("notstr", [5]), ("notseq", 5), ("tup", ("a",))):
    mod(name, a="from " + name, __all__=value)
    try: exec(f"from {name} import *"); print(name, "fine")
    except Exception as e: print(name, type(e).__name__, e)
def t(src):
    try: exec(src, g := {"__name__": "m"}); print(src, "->", sorted(k for k in g if k[0] != "_"))
    except Exception as e: print(src, "|", type(e).__name__, e)
for src in ("import top", "import top.sub", "import top.sub as q", "import top, sys as s2", "from top import nothing", "from top import x, nothing", "import no_such_mod", "import top.nothing", "import top.x", "import sys.path", "from sys import path, nothing", "from . import x", "from .top import x", "from .. import x", "import top.sub.leaf.z", "from top.sub import leaf", "from no_such import x"): t(src)
sys.modules["none"] = None
t("import none"); t("from none import x"); t("import none.sub")
sys.modules["five"] = 5
t("import five"); t("from five import real"); t("from five import nothing"); t("from five import *")
del sys.modules["top.sub"]
t("import top.sub"); t("from top import sub")
class Lazy(M):
    def __getattr__(s, n): return f"lazy {n}" if n != "__path__" else (_ for _ in ()).throw(AttributeError(n))
sys.modules["lazy"] = Lazy("lazy")
from lazy import anything
print(anything)
for src in ("import", "import x.", "import .x", "import x as", "import x as y.z", "import x as 1", "import x, ", "import (x)", "import x y", "from", "from x", "from x import", "from x import ()", "from x import (y", "from x import (y,)", "from x import y,", "from x import (y), z", "from x import y z", "from x import *, y", "from x import (*)", "from x import y.z", "from x import y as z.w", "from . import *", "from ... import x", "from .... x import y", "from .x.y import z", "from x import 1", "from import x", "def f(): from x import *", "class C: from x import *", "def f():\n import x.y.z as w", "import x;import y", "from x import y as None", "import None", "from None import x", "from x import None", "import x = 1", "from __future__ import nothing", "from __future__ import annotations, braces", "from __future__ import *", "x = 1\nfrom __future__ import annotations", "'doc'\nfrom __future__ import annotations", "'doc'; 'again'; from __future__ import division", "import sys\nfrom __future__ import division", "from __future__ import (division, generators)", "def f(): from __future__ import division", "from __future__ import barry_as_FLUFL"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_offset)
