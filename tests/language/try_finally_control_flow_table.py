# reference: 8.4.4, 7.6, 7.9, 7.10
# return, break, continue and raise in try, else and finally: which one wins, and what the log says.
log = []
def t(v): log.append(v); return v
def both():
    try: return t("try")
    finally: t("fin")
def wins():
    try: return t("try")
    finally: return t("fin")
def swallow():
    try: 1/0
    finally: return "swallowed"
def loop_break():
    for i in range(3):
        try: return i
        finally:
            t(i)
            break
    return "after"
def loop_continue():
    for i in range(3):
        try: 1/0
        finally: t(i); continue
    return "done"
def else_path():
    try: t("body")
    except ValueError: t("no")
    else:
        try: return t("else")
        finally: t("inner")
    finally: t("outer")
def raise_in_except():
    try:
        try: 1/0
        except ZeroDivisionError as e: raise KeyError("second")
        finally: t("fin")
    except KeyError as e: return repr(e), repr(e.__context__), "e" in locals()
def value_fixed():
    x = 1
    try: return x
    finally: x = 2; t(x)
def list_not_fixed():
    x = []
    try: return x
    finally: x.append("late")
def nested():
    try:
        try:
            try: return "a"
            finally: t(1)
        finally: t(2); raise ValueError("v")
    except ValueError as e: return f"caught {e}"
    finally: t(3)
def while_else():
    while True:
        try:
            if log: break
            t("x"); continue
        finally: t("f")
    else: t("else")
    return "out"
def gen():
    try: yield 1
    finally:
        t("closing")
        try: yield 2
        except GeneratorExit: t("inner exit")
def finally_raises():
    try:
        try: raise ValueError(1)
        finally: raise TypeError(2)
    except TypeError as e: return repr(e.__context__), e.__cause__
def unbind():
    e = "before"
    try: 1/0
    except ZeroDivisionError as e: del e
    try: return e
    except UnboundLocalError as err: return str(err)
for f in (both, wins, swallow, loop_break, loop_continue, else_path, raise_in_except, value_fixed, list_not_fixed, nested, while_else, lambda: [*gen()], finally_raises, unbind):
    print(f.__name__, f(), log); log.clear()
g = gen(); next(g); g.throw(KeyError) if 0 else print(g.throw(KeyError("k")), log)
try: next(g)
except KeyError as e: print(repr(e), log)
for src in ("for x in y:\n try: pass\n finally: continue", "try: pass\nfinally: break", "try:\n pass", "try: pass\nelse: pass", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nfinally: pass\nexcept: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept A as b.c: pass", "try: pass\nexcept A, B as c: pass", "try: pass\nelse: pass\nexcept: pass", "try: pass\nexcept (A, B) as c: pass\nelse: pass\nfinally: pass"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_offset)
