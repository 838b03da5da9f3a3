# The words and attributes of import errors.
import sys
def attempt(code):
    try:
        exec(code, {"__name__": "__main__"})
    except BaseException as e:
        print(type(e).__name__, "|", e, "|", getattr(e, "name", None), getattr(e, "path", None), getattr(e, "name_from", None))
    else:
        print("fine")
attempt("import nothing")
attempt("import nothing.more")
attempt("import leaf.more")
attempt("import math.more")
attempt("from leaf import nothing")
attempt("from math import nothing")
attempt("from leaf import value, nothing")
attempt("from . import leaf")
attempt("from .leaf import x")
attempt("import pkg.nothing")
attempt("from pkg import nothing")
attempt("from pkg.nothing import x")
attempt("import broken")
attempt("import broken")
print("broken" in sys.modules)
attempt("import fails")
attempt("import needs")
attempt("import circle_a")
sys.modules["blocked"] = None
attempt("import blocked")
attempt("__import__('')")
attempt("__import__(3)")
attempt("__import__('leaf', level=-1)")
attempt("__import__('leaf', level=1)")
attempt("__import__('x', {}, level=1)")
attempt("__import__('x', {'__package__': 3}, level=1)")
attempt("__import__('x', {'__package__': 'pkg'}, level=2)")
attempt("from leaf import *; print(value)")
attempt("from bad_all import *")
attempt("from bad_all2 import *")
import fails
