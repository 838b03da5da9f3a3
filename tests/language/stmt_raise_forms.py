# reference: 7.8
# raise of classes and instances, from, None, re-raise; what raise refuses; which attributes it sets.
def show(f):
    try: f()
    except BaseException as e:
        print(type(e).__name__, e.args, "| cause", repr(e.__cause__), "| context", repr(e.__context__), "| suppress", e.__suppress_context__)
class E(Exception):
    def __init__(s, *a): print("init", a); super().__init__(*a)
class NeedsArg(Exception):
    def __init__(s, a): pass
class New(Exception):
    def __new__(cls, *a): return KeyError("from new")
class NotExc(Exception):
    def __new__(cls): return 5
def r(src):
    def f(): exec(src, globals())
    print(src.replace("\n", " ; "))
    show(f)
for src in ("raise E", "raise E()", "raise E(1, 2)", "raise E, 1" if 0 else "raise (E)", "raise NeedsArg", "raise New", "raise New()", "raise NotExc", "raise 5", "raise 'text'", "raise None", "raise", "raise object", "raise int", "raise [E]", "raise E from None", "raise E from KeyError", "raise E from KeyError('k')", "raise E from 5", "raise E from 'x'", "raise E from int", "raise E from NeedsArg", "raise undefined", "raise E from undefined", "raise 1 / 0", "raise E(1 / 0)", "raise (lambda: E('called'))()", "raise E if 0 else KeyError", "raise E or KeyError", "raise *[E]," if 0 else "raise (E, KeyError)",
            "try: 1 / 0\nexcept ZeroDivisionError: raise", "try: 1 / 0\nexcept ZeroDivisionError as e: raise e", "try: 1 / 0\nexcept ZeroDivisionError as e: raise E from e", "try: 1 / 0\nexcept ZeroDivisionError as e: raise e from e", "try: 1 / 0\nexcept ZeroDivisionError: raise E", "try: 1 / 0\nexcept ZeroDivisionError: raise E from None", "try: 1 / 0\nfinally: raise E", "try:\n try: 1 / 0\n finally: raise E\nexcept E: raise", "try: raise E\nexcept E:\n try: raise KeyError\n except KeyError: pass\n raise", "try: raise E\nexcept E as e: x = e\nraise x", "try: raise E\nexcept E as e:\n e.__context__ = KeyError()\n raise", "try: 1 / 0\nexcept: raise E() from KeyError()", "class X(Exception): pass\ntry: raise X\nexcept X as e: raise e.with_traceback(None)"):
    r(src)
e = E("reused")
for i in range(2):
    try:
        try: raise KeyError(i)
        except KeyError: raise e
    except E as x: print(x is e, repr(x.__context__))
for src in ("raise E from", "raise from E", "raise E, F", "raise E from F, G", "raise E from F from G", "raise E = 1", "raise *E", "raise yield", "x = raise E", "lambda: raise E", "raise E as e", "raise; raise", "raise E(1) if 1 else 2", "raise not E"):
    try: compile(src, "<s>", "exec"); print(src, "| fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset)
