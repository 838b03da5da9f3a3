# reference: 8.4.2
# except*: every handler gets its part, what it raises joins the rest, names unbound afterwards, else and finally.
def show(f):
    try: print(f.__name__, f())
    except BaseException as e: print(f.__name__, "raised", repr(e), "| context", repr(e.__context__), "| cause", repr(e.__cause__))
def parts():
    r = []
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("n", [ValueError(3), KeyError(4)])])
    except* ValueError as e: r.append(repr(e))
    except* (TypeError, KeyError) as e: r.append(repr(e))
    else: r.append("never")
    finally: r.append("finally")
    return r, "e" in locals()
def naked():
    try: raise ValueError("alone")
    except* ValueError as e: return_value = (repr(e), type(e).__name__, e.__context__)
    return return_value
def unmatched_naked():
    try: raise ValueError("alone")
    except* TypeError: pass
def rest():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: pass
def raises_new():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise KeyError("new")
def raises_two():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
    except* TypeError as e: raise IndexError("other") from e
def reraises():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError: raise
    except* TypeError: pass
def reraises_all_named():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise e
    except* TypeError as e: raise
def empty_else():
    r = []
    try: r.append("body")
    except* ValueError: r.append("no")
    else: r.append("else")
    finally: r.append("fin")
    return r
def nested():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* KeyError as e: raise
    except* ValueError as e: v = repr(e)
    return v
def not_allowed(kind):
    try:
        try: raise ValueError(1)
        except* kind: pass
    except TypeError as e: return str(e)
def base():
    try: raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])
    except* KeyboardInterrupt as e: k = repr(e)
    return k
def in_loop():
    r = []
    for i in range(3):
        try: raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e: r.append(e.exceptions[0].args[0])
    return r
for f in (parts, naked, unmatched_naked, rest, raises_new, raises_two, reraises, reraises_all_named, empty_else, nested, base, in_loop): show(f)
for k in (ExceptionGroup, BaseExceptionGroup, int, (ValueError, ExceptionGroup), 5): print(not_allowed(k))
for src in ("try: pass\nexcept*: pass", "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "def f():\n try: pass\n except* A: return", "for x in y:\n try: pass\n except* A: break", "for x in y:\n try: pass\n except* A: continue", "while 1:\n try: pass\n except* A:\n  for z in w: break", "try: pass\nexcept* A as b.c: pass", "try: pass\nexcept *A: pass", "try: pass\nexcept* A, B: pass", "def f():\n try: pass\n except* A:\n  def g(): return 1\n  lambda: 2"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_offset)
