# reference: 8.6.4, 3.3.10
# Class patterns: __match_args__ of every sort, built-in types that match themselves, attribute errors, subclass rules.
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): pass
class NoArgs: x = 1
class Lst: __match_args__ = ["x"]; x = 1
class Num: __match_args__ = (1,); x = 1
class Str: __match_args__ = "x"; x = 1
class Dup: __match_args__ = ("x", "x"); x = 1
class Prop:
    __match_args__ = ("v",)
    @property
    def v(self): print("v asked"); return 5
class Raises:
    __match_args__ = ("v",)
    @property
    def v(self): raise ValueError("from v")
class Missing: __match_args__ = ("gone",)
class Meta(type):
    def __instancecheck__(c, o): print("check", o); return o == 1
class Checked(metaclass=Meta): pass
class MyInt(int): pass
class MyIntArgs(int): __match_args__ = ("real", "imag")
def test(v, pattern):
    space = {**globals(), "v": v}
    try: exec(f"match v:\n case {pattern}: r = {{k: w for k, w in locals().items() if len(k) == 1 and k.islower() and k not in 'vnf'}}\n case _: r = 'no match'", space); print(type(v).__name__, pattern, space["r"])
    except Exception as e: print(type(v).__name__, pattern, "|", type(e).__name__, e)
for v, pats in ((P(1, 2), "P() P(1) P(a,b) P(a,y=b) P(y=b,x=a) P(a,x=b) P(1,2,3) P(z=1) Q(a) P(x=1,y=3) object() P(P()) P(int(a),int()as\tb)"), (Q(1, 2), "P(a) Q(a,b) P()|Q()"), (NoArgs(), "NoArgs() NoArgs(a) NoArgs(x=a)"), (Lst(), "Lst(a) Lst()"), (Num(), "Num(a)"), (Str(), "Str(a)"), (Dup(), "Dup(a,b) Dup(a) Dup(a,x=b)"), (Prop(), "Prop(5) Prop(4) Prop(v=a) Prop(_)"), (Raises(), "Raises(_) Raises() Raises(v=_)"), (Missing(), "Missing(a) Missing(gone=a)"), (1, "Checked() int(a) int(1) int(2) int(a,b) int(real=a) bool(a) object(a) float(a) int()|str() Checked(a)"), (True, "bool(a) int(a) bool(True)"), ("s", "str(a) str('s'|'t') str(a,b)"), (b"x", "bytes(a) bytearray(a)"), ([1], "list(a) list([a]) list([a,b]) tuple(a)"), ({"k": 1}, "dict(a) dict({'k':a})"), ({1}, "set(a) frozenset(a)"), (1.5, "float(a)"), (MyInt(4), "int(a) MyInt(a) MyInt(4)"), (MyIntArgs(4), "MyIntArgs(a,b) int(a)"), (1j, "complex(a) complex(real=a,imag=b)"), (None, "object() type(None)()"), (3, "undefined_class() P.x() NoArgs.x() print() P()"), (range(3), "range(a) range(start=a,stop=b)"), (memoryview(b"a"), "memoryview(a)"), (P, "type() type(__name__=a)")):
    for p in pats.split(" "): test(v, p)
for src in ("P(x=1, x=2)", "P(x=1, 2)", "P(*a)", "P(**k)", "P(a, a)", "P(a.b=1)", "P(1=2)", "P()()", "P[1]()", "f(x).y()", "P(x=)", "P(,)", "P(a,)", "P(x=1,)", "P(x=a, y=a)", "1()", "P.Q.R(a)", "_()", "P(_, _)", "P(x=_, y=_)", "-P()", "P() as P()", "P(a) | P(b)", "P(a) | P(a, _)"):
    try: compile(f"match v:\n case {src}: pass", "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.lineno, e.offset, e.end_offset)
