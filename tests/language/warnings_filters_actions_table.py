# reference: 4.3, 7.3
# The warnings a program gives: actions, categories, stack levels, registries, as errors, and shown text.
import warnings, sys
def show(message, category, filename, lineno, file=None, line=None): print("shown:", category.__name__, message, lineno)
warnings.showwarning = show
def give(text="w", cat=UserWarning, level=1): warnings.warn(text, cat, stacklevel=level)
for action in ("default", "always", "once", "module", "ignore", "error"):
    warnings.resetwarnings(); warnings.simplefilter(action)
    globals().pop("__warningregistry__", None)
    print(action)
    for i in range(3):
        try: give(); give("other"); warnings.warn("from the loop")
        except UserWarning as e: print("raised", repr(e))
warnings.resetwarnings()
warnings.filterwarnings("ignore", "skip.*"); warnings.filterwarnings("error", category=DeprecationWarning); warnings.filterwarnings("always", "Re.EX", FutureWarning)
for text, cat in (("skip this", UserWarning), ("SKIP case", UserWarning), ("do not skip", UserWarning), ("d", DeprecationWarning), ("p", PendingDeprecationWarning), ("reqex", FutureWarning), ("resex", FutureWarning)):
    try: warnings.warn(text, cat)
    except Warning as e: print("raised", repr(e))
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always")
    warnings.warn("one"); warnings.warn(SyntaxWarning("instance"), DeprecationWarning); warnings.warn_explicit("explicit", RuntimeWarning, "file.py", 77, "mod")
    exec(compile("x = 1 is 1\n'\\d'\nassert (1, 2)\n1()\n'a'[1, 2]\n[1] [1, 2]\n1['a']", "<s>", "exec")) if 0 else compile("x = 1 is 1\n'\\d'\nassert (1, 2)\n1()\n'a'['x']\n[1] (2)\n{}.x ()\n5 [3]", "<s>", "exec")
    int("1") or 0
    warnings.simplefilter("error")
    try: compile("x is 'a'", "<s>", "exec")
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset)
    try: compile("'\\q'", "<s>", "exec")
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset)
    try: eval("not NotImplemented")
    except DeprecationWarning as e: print(repr(e))
for w in got: print(w.category.__name__, str(w.message), w.filename[-3:], w.lineno)
for args in (("m", int), ("m", 5), ("m", "UserWarning"), (), ("m", UserWarning, "x"), ("m", Exception)):
    try: warnings.warn(*args); print("fine", args)
    except Exception as e: print(args if len(repr(args)) < 40 else "...", type(e).__name__, e)
for call in (lambda: warnings.simplefilter("nope"), lambda: warnings.filterwarnings("always", 5), lambda: warnings.filterwarnings("error", lineno=-1), lambda: warnings.filterwarnings("error", category=5), lambda: warnings.simplefilter("error", lineno="x")):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(warnings.formatwarning("msg", UserWarning, "f.py", 3, "the line"), end=""); print(warnings.formatwarning("msg", UserWarning, "f.py", 3), end="")
class Mine(UserWarning):
    def __str__(self): return "my text"
warnings.simplefilter("always"); warnings.warn(Mine(1)); warnings.warn("x", Mine)
def deep(n, level): deep(n - 1, level) if n else warnings.warn("deep", stacklevel=level)
deep(2, 1); deep(2, 4)
