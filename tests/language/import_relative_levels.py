# reference: 5.7, 3.2.9.1, 7.11
# Dots count packages from __package__ upwards; what a wrong or missing __package__ gives.
import sys
M = type(sys)
def mod(name, **k):
    m = M(name); m.__dict__.update(k); sys.modules[name] = m; return m
mod("p", __path__=[], top="top of p"); mod("p.q", __path__=[], mid="mid"); mod("p.q.r", low="low"); mod("p.s", side="side")
sys.modules["p"].q = sys.modules["p.q"]; sys.modules["p"].s = sys.modules["p.s"]; sys.modules["p.q"].r = sys.modules["p.q.r"]
class Spec:
    def __init__(s, parent): s.parent = parent
def run(src, **g):
    try:
        exec(src, g)
        print(src, {k: v for k, v in g.items() if k in ("__name__", "__package__")}, "->", {k: v if isinstance(v, str) else v.__name__ for k, v in g.items() if k[0] != "_"})
    except Exception as e: print(src, {k: v for k, v in g.items() if k in ("__name__", "__package__")}, "|", type(e).__name__, e)
run("from . import r", __package__="p.q"); run("from .r import low", __package__="p.q"); run("from .. import s", __package__="p.q"); run("from ..s import side", __package__="p.q"); run("from .. import q as qq", __package__="p.q")
run("from ... import x", __package__="p.q"); run("from .... import x", __package__="p.q"); run("from . import nothing", __package__="p.q"); run("from .nothing import x", __package__="p.q"); run("from .r import x", __package__="p.q")
run("from . import x", __package__=""); run("from . import x", __package__="unknown_pkg"); run("from . import x", __package__=5); run("from . import x"); run("from . import x", __package__=None)
run("from .q import mid", __spec__=Spec("p")); run("from .q import mid", __package__="p", __spec__=Spec("p"))
