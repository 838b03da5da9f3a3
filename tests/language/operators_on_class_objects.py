# reference: 3.3.8, 3.3.3.1
# Operators between classes go to the metaclass; classes compare by identity and are hashable.
class Meta(type):
    def __add__(c, o): return f"{c.__name__}+{getattr(o, '__name__', o)}"
    __radd__ = lambda c, o: f"{o}+r{c.__name__}"
    def __lt__(c, o): return c.__name__ < o.__name__
    def __getitem__(c, k): return f"{c.__name__}[{k}]"
    def __len__(c): return len(c.__name__)
    def __contains__(c, k): return k in c.__name__
    def __iter__(c): return iter(c.__name__)
    def __neg__(c): return f"-{c.__name__}"
    def __int__(c): return 42
    def __index__(c): return 1
    def __bool__(c): return c.__name__ != "Falsy"
    def __call__(c, *a): return ("called", a)
    def __matmul__(c, o): return "@"
    def __format__(c, s): return f"<{s}>"
    def __reversed__(c): return "reversed"
    def __dir__(c): return ["only"]
class A(metaclass=Meta): pass
class Falsy(A): pass
print(A + Falsy, A + 1, 1 + A, sorted([Falsy, A])[0].__name__, A[5], len(A), "A" in A, list(Falsy), -A, int(A), [1, 2][A], bool(A), bool(Falsy), A(1, 2), A @ 1, f"{A:x}", reversed(A), dir(A), A == A, A != Falsy, hash(A) == hash(A), {A: 1}[A], "ab" * A, max(A, Falsy).__name__)
for f in (lambda: A - 1, lambda: int + int, lambda: int < str, lambda: int[0], lambda: len(int), lambda: -int, lambda: 1 in int, lambda: iter(int), lambda: int | 5, lambda: A | 5, lambda: ~A, lambda: float(A), lambda: A ** 2, lambda: next(A), lambda: abs(A)):
    try: print(f())
    except TypeError as e: print(e)
