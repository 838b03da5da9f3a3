# reference: 7.2
# Counts that do not fit, things that do not iterate, and how far an iterator is read.
class It:
    def __init__(s, n): s.n, s.i = n, 0
    def __iter__(s): return s
    def __next__(s):
        if s.i == s.n: raise StopIteration
        s.i += 1
        return s.i
def t(src, **env):
    try: exec(src, env); print(src, "fine")
    except Exception as e: print(src, "|", type(e).__name__, e)
for src in ("a, = []", "a, = [1, 2]", "a, b = [1]", "a, b = [1, 2, 3]", "a, b, c = ''", "a, *b = []", "*a, b = []", "a, *b, c = [1]", "a, b, *c, d = 'xy'", "a, b = 5", "a, b = None", "a, *b = 5", "(a, b), c = 1, 2", "(a, b), c = (1,), 2", "a, b = {1}", "a, b = {'k': 1}", "a, b = 'abc'", "a, b = range(10 ** 10)", "[a, b] = (x for x in [1, 2, 3])", "a, b = iter([1])", "for a, b in [(1, 2), (3,)]: pass", "for a, b in [1]: pass", "[x for x, y in [(1, 2, 3)]]", "a, b = len", "a, b = int", "*a, = 5", "a = *5,", "[*a], b = [1, 2], 3", "a, b = object()", "for x in 5: pass", "for x in None: pass", "a, b, *c = 1, 2", "(a, *b), *c = 'ab', 1"):
    t(src)
it = It(5)
try: a, b = it
except ValueError as e: print(e, it.i)
it = It(5)
a, *b = it
print(a, b, it.i)
it = It(1)
try: a, b, *c = it
except ValueError as e: print(e, it.i)
it = It(2)
a, b = it
print(it.i)
class Raises(It):
    def __next__(s):
        if s.i: raise KeyError("next")
        return super().__next__()
class BadIter:
    def __iter__(s): return 5
class IterRaises:
    def __iter__(s): raise ZeroDivisionError("iter")
class NoneIter:
    __iter__ = None
class TypeErr:
    def __iter__(s): raise TypeError("my own")
for x in (Raises(3), BadIter(), IterRaises(), NoneIter(), TypeErr()):
    t("a, b = x", x=x); t("a, *b = x", x=x); t("for i in x: pass", x=x); t("[*x]", x=x); t("f(*x)", x=x, f=print)
