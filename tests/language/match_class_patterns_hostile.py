# reference: 8.6.4.10
# Class patterns: __match_args__ of every kind, positional and keyword, built-ins, properties that raise.
class P:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
class NoArgs: a = 1
class ListArgs: __match_args__ = ["a"]; a = 1
class BadArgs: __match_args__ = (5,)
class NotSeq: __match_args__ = 5
class StrArgs: __match_args__ = "ab"
class Missing: __match_args__ = ("nothing",)
class Raises:
    __match_args__ = ("p",)
    @property
    def p(s): raise ValueError("property")
class AttrErr:
    __match_args__ = ("p",)
    @property
    def p(s): raise AttributeError("gone")
class Twice: __match_args__ = ("a", "a"); a = 1
class MetaCheck(type):
    def __instancecheck__(cls, o): print("instancecheck", o); return o == 5
class Virtual(metaclass=MetaCheck): pass
class MetaRaise(type):
    def __instancecheck__(cls, o): raise KeyError("check")
class VirtualRaise(metaclass=MetaRaise): pass
def t(src, v, **ns):
    try: exec(f"match v:\n case {src}: print({src!r}, 'matched', {{k: w for k, w in locals().items() if len(k) == 1 and k != 'v'}})\n case _: print({src!r}, 'no')", {**globals(), "v": v, **ns}, {})
    except Exception as e: print(src, type(e).__name__, e)
for src, v in (("P(1, 2)", P(1, 2)), ("P(a, b)", P(1, 2)), ("P(x=a)", P(1, 2)), ("P(a, y=b)", P(1, 2)), ("P(a, x=b)", P(1, 2)), ("P(a, b, c)", P(1, 2)), ("P()", P(1, 2)), ("P(z=a)", P(1, 2)), ("P()", 5), ("NoArgs(a)", NoArgs()), ("NoArgs(a=1)", NoArgs()), ("ListArgs(a)", ListArgs()), ("BadArgs(a)", BadArgs()), ("NotSeq(a)", NotSeq()), ("StrArgs(a)", StrArgs()), ("Missing(a)", Missing()), ("Raises(a)", Raises()), ("AttrErr(a)", AttrErr()), ("Twice(a, b)", Twice()), ("Virtual()", 5), ("Virtual()", 6), ("VirtualRaise()", 5),
    ("int(a)", 5), ("int(a)", True), ("bool(a)", 1), ("float(a)", 5), ("str(a)", "x"), ("bytes(a)", b"x"), ("list(a)", [1]), ("tuple(a)", (1,)), ("dict(a)", {1: 2}), ("set(a)", {1}), ("frozenset(a)", frozenset()), ("bytearray(a)", bytearray(b"q")), ("int(a, b)", 5), ("int(real=a)", 5), ("int(a, real=b)", 5), ("complex(a)", 1j), ("complex(real=a, imag=b)", 1 + 2j), ("range(a)", range(3)), ("range(start=a, stop=b)", range(3)), ("object(a)", 5), ("object()", 5), ("type(a)", int), ("len(a)", 5), ("str()", "s"), ("n.m()", 5), ("undefined()", 5), ("slice(start=a)", slice(1, 2)), ("Exception(args=a)", ValueError(1)), ("(int() | str()) as a", "q"), ("int(1 | 2 as a)", 2), ("P(P(a, b), [c, *_])", P(P(1, 2), [3, 4])), ("P(int(), str(a))", P(1, "z"))):
    t(src, v)
t("x5(a)", 5, x5=5); t("alias(a)", 5, alias=type("MyInt", (int,), {})); t("alias(a)", type("MyInt", (int,), {})(7), alias=int)
class Sub(P): __match_args__ = ("y",)
t("Sub(a)", Sub(1, 2)); t("P(a, b)", Sub(1, 2))
for bad in ("P(x=1, x=2)", "P(1, x=2, 3)", "P(*a)", "P(**a)", "P(x=)", "P(1=a)", "P[a]", "P(a)(b)", "P(a).b", "P.q.r(a)", "f'x'", "-a", "a.b", "a()", "1 + 1", "1 + 2j", "1j + 1", "-1 - 2j", "a | b", "_ | 1", "1 | _", "(a, b) | (b, a)", "[a, a]", "{'k': a, 'l': a}", "P(a, y=a)", "a as a", "1 as _", "1 as a.b", "1 as 2", "*_", "_ if x", "a | 1"):
    try: compile(f"match v:\n case {bad}: pass", "<m>", "exec"); print(bad, "fine")
    except SyntaxError as e: print(bad, "|", e.msg, e.offset)
