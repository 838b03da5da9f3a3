# Context variables: values, tokens, contexts and their errors; run(), nesting, generators.
import _contextvars as C
V,X=C.ContextVar,C.Context
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
v=V('v'); w=V('w',default=5)
tok=v.set(1)
ctx=C.copy_context()
def f(*a,**k): v.set('inner'); return a,k,v.get()
for e in [
    "V()",
    "V(1)",
    "V('a',5)",
    "V('a',default=1).get()",
    "V('a').get(3)",
    "V('a').get(1,2)",
    "w.get()",
    "w.get(7)",
    "v.name",
    "tok.var is v",
    "tok.old_value",
    "tok.MISSING",
    "repr(tok.MISSING)",
    "type(tok.MISSING)",
    "C.Token()",
    "C.Token.MISSING",
    "X(1)",
    "len(X())",
    "len(ctx)",
    "ctx[v]",
    "ctx['a']",
    "ctx.get(v)",
    "ctx.get(w)",
    "ctx.get(w,9)",
    "ctx.get('a')",
    "v in ctx",
    "w in ctx",
    "'a' in ctx",
    "list(ctx)==[v]",
    "list(ctx.items())==[(v,1)]",
    "list(ctx.values())",
    "list(ctx.keys())==[v]",
    "ctx==ctx.copy()",
    "ctx==X()",
    "ctx!=X()",
    "ctx<X()",
    "ctx==1",
    "ctx.copy() is ctx",
    "ctx.run()",
    "ctx.run(f,1,a=2)",
    "ctx[v]",
    "ctx.run(lambda:1/0)",
    "hash(ctx)",
    "hash(v)==hash(v)",
    "V[int]",
    "C.Token[int]",
    "X[int]",
    "v.reset(1)",
    "v.reset()",
    "v.set()",
    "v.set(1,2)",
    "C.copy_context(1)",
    "v.foo",
    "type(v).__name__",
    "ctx.run(v.get)",
    "X().run(w.get)",
    "ctx.run(C.copy_context)==ctx",
    "ctx.run(C.copy_context) is ctx",
    "ctx.__setitem__(v,1)",
    "V('é').name",
    "V('a',default=None).get()",
]:
    t(e)

print(repr(v).split(" at ")[0], repr(w).split(" at ")[0], repr(tok).split(" at ")[0])


def message(f, *args):
    try:
        print(f(*args))
    except (LookupError, ValueError, RuntimeError) as e:
        words = str(e).split(" ")
        print(type(e).__name__, *[w for w in words if "0x" not in w])


for f, *args in (v.get, ), (w.reset, tok), (v.reset, tok), (v.reset, tok), (v.get,), (X().run, v.get), (ctx.run, lambda: ctx.run(f)), (ctx.__getitem__, w):
    message(f, *args)
print(type(X()).__name__)
c2 = X()
t2 = c2.run(v.set, 10)
message(v.reset, t2)
def g():
    v.set(1); a=v.set(2); print(v.get()); v.reset(a); print(v.get())
    try: v.reset(a)
    except RuntimeError as e: print(str(e).split(' var=')[0])
X().run(g)
vars_=[V('v%d'%i) for i in range(100)]
def h():
    for i,x in enumerate(vars_): x.set(i)
    c=C.copy_context()
    toks=[x.set(-1) for x in vars_]
    print(len(c), sum(c.values()), sum(C.copy_context().values()))
    for x,tk in zip(vars_,toks): x.reset(tk)
    print(sum(C.copy_context().values()), c==C.copy_context())
X().run(h)
class V2: pass
try:
    class S(V): pass
except TypeError as e: print(e)


def gen():
    v.set("gen")
    yield v.get()
    yield v.get("not set here")


c3 = X()
g3 = c3.run(gen)
print(c3.run(next, g3), v.get("none"), next(g3), v.get("none"))


class Default:
    def __repr__(self):
        return "Default!"


print(repr(V("d", default=Default())).split(" at ")[0])
x = V("x")
x.set([x])
import gc

def cycle():
    y = V("y")
    y.set(C.copy_context())
    y.set([y, C.copy_context()])


X().run(cycle)
print(gc.collect() >= 0)
