g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
print(repr(g), str(g), g.message, g.exceptions)
print(g.subgroup(ValueError), g.subgroup(OSError), g.split(TypeError))
print(g.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] > 1).exceptions, g.derive([KeyError()]))
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", ValueError()),
          lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [SystemExit()])).__name__)
