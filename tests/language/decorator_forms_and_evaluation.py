# reference: 8.7, 8.8
# Decorators: any expression, order of evaluation and application, on methods and classes, non-callables, line numbers.
log = []
def d(name):
    log.append(f"make {name}")
    def apply(f): log.append(f"apply {name} to {getattr(f, '__name__', f)}"); return f
    return apply
@d("outer")
@d("middle")
@d("inner")
def f(a=log.append("default")): pass
print(*log, sep="\n"); log.clear()
@d("class outer")
@d("class inner")
class C(*[log.append("base") or object]): 
    log.append("body")
    @d("method")
    @staticmethod
    def m(x=log.append("method default")): return "m"
    @property
    @d("getter")
    def p(self): return "p"
    @p.setter
    def p(self, v): log.append(("set", v))
print(*log, sep="\n"); log.clear(); c = C(); c.p = 4; print(c.m(), c.p, log); log.clear()
table = {"k": [d]}; 
class NS: deco = staticmethod(d)
@table["k"][0]("subscript")
@NS.deco("attribute")
@(lambda f: f)
@(d if 1 else None)("conditional")
@[d][0]("list")
@(x := d("walrus"))
@d("call") if 1 else 0
@d(*["starred"])
@d(name="keyword")
@d and d("and")
@(lambda n: d(n))("lambda")
def g(): pass
print(*log, sep="\n"); log.clear()
def replace(f): return 42
@replace
def h(): pass
@replace
class H: pass
@str
def s(): pass
@len
@list
@range
@len
@dir
@type
class Z: pass
print(h, H, s[:10], isinstance(Z, int))
for src in ("@5\ndef f(): pass", "@None\nclass C: pass", "@'s'\ndef f(): pass", "@undefined\ndef f(): 1/0", "@(lambda: 1)\ndef f(): pass", "@print\n@int\ndef f(): pass", "@object().x\ndef f(): pass"):
    try: exec(src, {}); print(repr(src), "fine")
    except Exception as e: print(repr(src), type(e).__name__, e)
for src in ("@\ndef f(): pass", "@x\ny = 1", "@x def f(): pass", "@x\n", "@x\n@y", "@x\n\n\n# c\ndef f(): pass", "@x y\ndef f(): pass", "@*x\ndef f(): pass", "@x, y\ndef f(): pass", "@x = 1\ndef f(): pass", "@x := 1\ndef f(): pass", "@yield\ndef f(): pass", "@x\nasync def f(): pass", "@x\nasync with y: pass", "@x;\ndef f(): pass", "@lambda f: f\ndef g(): pass", "@x if y\ndef f(): pass", "@await x\ndef f(): pass", "@x\nlambda: 1", "@x\n  def f(): pass", "@not x\ndef f(): pass", "@x < y\ndef f(): pass", "@...\ndef f(): pass", "@[]\nclass C: pass"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
def first(): pass
@d("a")

# comment between
@d("b")
def second(): pass
print(second.__code__.co_firstlineno - first.__code__.co_firstlineno, [l - first.__code__.co_firstlineno for _, _, l in second.__code__.co_lines()])
def counted(f):
    def w(*a, **k): w.calls += 1; return f(*a, **k)
    w.calls = 0; return w
class K:
    @counted
    def m(self, x): return x
K().m(1); K().m(x=2); print(K.m.calls, K.m.__name__, K.m.__qualname__)
def rec(n): return n and rec2(n - 1)
rec2 = rec
@counted
def rec(n): return n and rec(n - 1)
print(rec(3), rec.calls, rec2(2))
