# reference: 3.3.2, 3.3.12
# __getattribute__, __getattr__, __setattr__ and __delattr__: which operations go through them and which do not.
log = []
class C:
    def __getattribute__(self, n): log.append(n); return super().__getattribute__(n)
    def __getattr__(self, n):
        if n.startswith("dyn"): return ("dyn", n)
        raise AttributeError(f"no {n} here", name=n, obj=self)
    def __setattr__(self, n, v): log.append(f"set {n}"); object.__setattr__(self, n, v)
    def __delattr__(self, n): log.append(f"del {n}"); object.__delattr__(self, n)
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __call__(self): return "called"
    def m(self): return self.x
def show(text, f):
    try: r = f()
    except Exception as e: r = f"{type(e).__name__} {e}"
    print(text, r, log); log.clear()
c = C(); c.x = 1; log.clear()
show("x", lambda: c.x); show("dyn", lambda: c.dyn_a); show("missing", lambda: c.nope); show("m", lambda: c.m()); show("len", lambda: len(c)); show("item", lambda: c[4]); show("call", lambda: c()); show("bool", lambda: bool(c))
show("hasattr", lambda: (hasattr(c, "x"), hasattr(c, "nope"), hasattr(c, "dyn"))); show("default", lambda: getattr(c, "nope", "dflt"))
show("vars", lambda: vars(c)); show("dict", lambda: c.__dict__); show("class", lambda: c.__class__.__name__); show("isinstance", lambda: isinstance(c, int)); show("type", lambda: type(c).__name__)
show("dir", lambda: "x" in dir(c)); show("repr", lambda: repr(c)[:10] and "r"); show("hash", lambda: hash(c) == hash(c)); show("iter", lambda: next(iter(c))); show("in", lambda: 2 in c); show("eq", lambda: c == 1)
def aug(): c.x += 5; return c.x
show("aug", aug)
def dele(): del c.x; return "gone"
show("del", dele); show("del again", dele)
show("setattr", lambda: setattr(c, "y", 1)); show("with", lambda: exec("with c: pass"))
show("dunder on instance", lambda: (setattr(c, "__len__", lambda: 99), len(c), c.__len__()))
class Own:
    def __getattr__(self, n): return n.upper()
o = Own()
show("any", lambda: (o.abc, o.__secret, getattr(o, "weird name"), o.__class__.__name__)); show("len", lambda: len(o)); show("add", lambda: o + 1); show("call", lambda: o()); show("with", lambda: exec("with o: pass")); show("iter", lambda: iter(o)); show("copy", lambda: o.__copy__)
class Prop:
    @property
    def p(self): return self.missing
    def __getattr__(self, n): log.append(n); raise AttributeError("getattr: " + n)
show("prop hides", lambda: Prop().p)
class Recur:
    def __getattribute__(self, n): return object.__getattribute__(self, "inner_" + n)
    inner_a = 1
show("renamed", lambda: Recur().a); show("renamed missing", lambda: Recur().b)
class NotAttr:
    def __getattribute__(self, n): raise KeyError(n)
    def __getattr__(self, n): return "never"
show("other error", lambda: NotAttr().z)
class Bad:
    __getattribute__ = None
class Bad2:
    __setattr__ = None; __delattr__ = 5; __getattr__ = 7
show("none", lambda: Bad().x); show("set none", lambda: setattr(Bad2(), "a", 1)); show("del 5", lambda: delattr(Bad2(), "a")); show("get 7", lambda: Bad2().q)
