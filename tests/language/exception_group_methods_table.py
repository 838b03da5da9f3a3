# reference: 4.3, 8.4.2
# split, subgroup, derive of exception groups: conditions of every kind, structure, subclasses, what is copied.
class G(ExceptionGroup):
    def derive(s, excs): return G("derived " + s.message, excs)
class Plain(ExceptionGroup): pass
class NoDerive(ExceptionGroup):
    def derive(s, excs): return 5
class WithInit(ExceptionGroup):
    def __new__(c, m, e, code): self = super().__new__(c, m, e); self.code = code; return self
    def derive(s, excs): return WithInit(s.message, excs, s.code)
v, t, k, o = ValueError(1), TypeError(2), KeyError("k"), OSError("o")
g = ExceptionGroup("g", [v, ExceptionGroup("h", [t, ExceptionGroup("i", [k])]), o])
g.add_note("note"); g.__cause__ = RuntimeError("cause")
TABLE = """
g.split(ValueError), g.split((TypeError, KeyError)), g.split(Exception), g.split(LookupError), g.split(ExceptionGroup), g.split(ArithmeticError)
g.subgroup(ValueError), g.subgroup(ArithmeticError), g.subgroup(Exception) is g, g.subgroup(lambda e: isinstance(e, OSError)), g.subgroup(lambda e: True) is g, g.subgroup(lambda e: False), g.subgroup(lambda e: e is t)
g.subgroup(ValueError).__notes__, g.subgroup(ValueError).__cause__, g.split(KeyError)[1].__notes__, g.split(KeyError)[0].exceptions[0].message
g.split(5)
g.split("x")
g.split((ValueError, 5))
g.split([ValueError])
g.split(int)
g.split()
g.split(ValueError, 1)
g.subgroup(None)
g.subgroup(lambda e: 1 / 0)
g.subgroup(lambda: 0)
g.derive([v]), type(g.derive([KeyboardInterrupt()])).__name__, g.derive((v, t)).exceptions
g.derive([])
g.derive([5])
g.derive(5)
G("m", [v, t]).split(ValueError), type(G("m", [v]).subgroup(ValueError)).__name__, type(Plain("p", [v, t]).split(ValueError)[0]).__name__
NoDerive("n", [v, t]).split(ValueError)
WithInit("w", [v, t], 7).split(ValueError)[0].code, WithInit("w", [v], 7).args
ExceptionGroup("a", [v]).message, ExceptionGroup("a", (v,)).exceptions, ExceptionGroup("a", [v, t]), str(ExceptionGroup("", [v])), repr(ExceptionGroup("r", [v]))
ExceptionGroup("a", [v]).message = 5
ExceptionGroup("a", [v]).exceptions = ()
ExceptionGroup[int], BaseExceptionGroup[ValueError]
type("X", (ExceptionGroup, ValueError), {})("m", [v]), type("Y", (BaseExceptionGroup,), {})("m", [v]).__class__.__mro__[1:3]
type("Z", (ExceptionGroup,), {})("m", [KeyboardInterrupt()])
type("W", (BaseExceptionGroup, ValueError), {})("m", [KeyboardInterrupt()])
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
