# inspect: sources, comments, signatures and bindings of functions and classes.
import inspect, textwrap, sys
class Base:
    """Base doc."""
    def meth(self, a, *, b=1) -> int:
        # a comment
        return (a +
                b)
    @property
    def prop(self): return 1
    @staticmethod
    def st(x, /, y): ...
    class Inner:
        z = lambda self, q: q  # lam
        def im(self): pass
class Der(Base):
    def meth(self, a, *, b=1):
        x = """
multi
"""
        return x
# above comment
# more
def deco(f): return f
@deco
@deco
def gen(n: "int" = 3, *args: str, k, **kw):
    yield n
async def co(): pass
f = lambda x, y=2: x + y
for o in (Base, Der, Base.Inner, Base.Inner.im, Base.meth, Der.meth, gen, f, co, deco, Base.prop.fget, Base.st, Base.Inner.z):
    print(inspect.getsource(o)); print(inspect.getsourcelines(o)[1], inspect.getcomments(o), inspect.getdoc(o))
for o in (Base.meth, gen, f, Base.st, Base, len, print, int, dict.get, "x".join, Base().meth, sorted, type, range, open, str.split, [].sort, max, iter):
    try: print(o if 0 else getattr(o, "__name__", o), inspect.signature(o))
    except Exception as x: print(type(x).__name__, str(x)[:80].split(" at 0x")[0])
for o in (len, 3, sys, int, Base()):
    for g in (inspect.getsource, inspect.getfile, inspect.getsourcefile):
        try: r = g(o); print(r.rpartition("/")[2])
        except Exception as x: print(type(x).__name__, str(x).split(" at 0x")[0])
print(inspect.getmro(Der), inspect.getmodule(gen).__name__, inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), [a.name for a in inspect.classify_class_attrs(Der)][-3:], [n for n, v in inspect.getmembers(Base, inspect.isfunction)])
print(inspect.getfullargspec(gen), inspect.getcallargs(gen, 1, 2, k=3)); s = inspect.signature(gen); print(s.parameters["args"].kind, s.bind(1, k=2), s.replace(parameters=[]), repr(s), s.parameters["n"]); b = s.bind(1, k=2); b.apply_defaults(); print(b.arguments, b.args, b.kwargs)
for a, k in (((), {}), ((1,), {}), ((), {"k": 1, "n": 2}), ((1,), {"n": 2, "k": 1})):
    try: print(s.bind(*a, **k))
    except TypeError as x: print(x)
try: inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)])
except ValueError as x: print(x)
for n, kd, d in (("1", 1, 0), ("a", 2, 3), ("class", 1, 0), ("a", 9, 0)):
    try: print(inspect.Parameter(n, inspect._ParameterKind(kd), default=d))
    except Exception as x: print(type(x).__name__, x)
def frame(): return inspect.currentframe().f_code.co_name, inspect.stack()[1].function, inspect.getframeinfo(inspect.currentframe()).lineno
print(frame(), inspect.cleandoc("  a\n    b\n   c"), inspect.unwrap(gen) is gen, inspect.getclosurevars(frame).globals.keys(), type(inspect.getattr_static(Base(), "prop")), inspect.getgeneratorstate(gen(k=1)), inspect.getgeneratorlocals(gen(k=1)), inspect.formatannotation(int), inspect.get_annotations(gen), inspect.ismethoddescriptor(str.join), inspect.isdatadescriptor(Base.prop), inspect.indentsize("\t x"))
print(inspect.getclasstree([Base, Der]));
