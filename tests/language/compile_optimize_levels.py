# reference: compile(), 4.1
# optimize=: asserts, __debug__ and docstrings go away.
SOURCE = """'module doc'
def f(x):
    'function doc'
    assert x, 'message'
    if __debug__: return 'debug'
    else: return 'no debug'
class C:
    'class doc'
    def m(self): 'method doc'
async def g(): 'async doc'
l = lambda: __debug__
assert (1, 'always')
if not __debug__: extra = 1
"""
import warnings
warnings.simplefilter("ignore")
for level in (-1, 0, 1, 2):
    ns = {}
    exec(compile(SOURCE, "<o>", "exec", optimize=level), ns)
    try: r = ns["f"](0)
    except AssertionError as e: r = repr(e)
    print(level, ns.get("__doc__"), ns["f"].__doc__, ns["C"].__doc__, ns["C"].m.__doc__, ns["g"].__doc__, ns["l"](), r, "extra" in ns)
    print(ns["f"].__code__.co_consts, ns["C"].m.__code__.co_consts)
for bad in (3, -2, "1", 1.0, None, 2**40):
    try: print(compile("1", "", "eval", optimize=bad))
    except Exception as e: print(type(e).__name__, e)
print(eval(compile("__debug__", "", "eval", optimize=1)), eval("__debug__"), eval(compile("[__debug__, not __debug__]", "", "eval", 0, True, 2)))
for src in ("__debug__ = 1", "del __debug__", "def __debug__(): pass", "def f(__debug__): pass", "f(__debug__=1)", "import x as __debug__", "x.__debug__ = 1", "for __debug__ in x: pass", "class __debug__: pass", "(__debug__ := 1)", "with a as __debug__: pass", "global __debug__", "try: pass\nexcept E as __debug__: pass", "match x:\n case __debug__: pass", "type __debug__ = int", "lambda __debug__: 1", "def f[__debug__](): pass"):
    try: compile(src, "<s>", "exec"); print("fine", src)
    except SyntaxError as e: print(repr(src), e.msg, e.lineno, e.offset)
