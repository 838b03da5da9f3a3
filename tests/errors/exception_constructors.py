def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
import sys
# every exception class: constructor with 0..3 args, str, repr, args
import builtins
names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException))
for n in names:
    c = getattr(builtins, n)
    print(n, c.__mro__[1].__name__, c.__module__)
    for a in ((), (1,), (9001, 2), ('a', 'b', 'c'), ('m', [ValueError(1)])):
        def f():
            e = c(*a)
            return n, str(e), repr(e), e.args
        show(f)
    show(lambda: c(x=1))
    show(lambda: c.__new__(c).args)
    if c is not MemoryError: show(lambda: c.__new__(c, 1, 2, k=1).args)
