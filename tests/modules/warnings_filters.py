# Filters, registries and actions of warnings; what is shown on standard error.
import warnings
flag = True
print([(a, m, c.__name__, mod, n) for a, m, c, mod, n in warnings.filters][-5:])
def f():
    warnings.warn("deep", stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f(); f()
    ~flag
    warnings.warn("pending", PendingDeprecationWarning)
print([(str(x.message), x.category.__name__, x.lineno, x.filename) for x in w][:2], len(w))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("once")
    for i in range(3):
        warnings.warn("once")
    warnings.warn("once")
    warnings.warn("other")
print([str(x.message) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("module")
    warnings.warn("m")
    warnings.warn("m")
print([str(x.message) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for attempt in (f, lambda: ~flag, lambda: warnings.warn("x", DeprecationWarning)):
        try:
            attempt()
        except Warning as e:
            print(type(e).__name__, str(e)[:20])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    f()
with warnings.catch_warnings():
    warnings.filters.insert(0, ("strange", None, Warning, None, 0))
    warnings._filters_mutated()
    try:
        f()
    except RuntimeError as e:
        print(str(e)[:22])
with warnings.catch_warnings():
    warnings.filters.insert(0, 3)
    warnings._filters_mutated()
    try:
        f()
    except ValueError as e:
        print(e)
for bad in (int, 3, "x"):
    try:
        warnings.warn("x", bad)
    except TypeError as e:
        print(e)
for args in ((1, UserWarning, 2, 3), ("x", UserWarning, "f", "l"), ("x", UserWarning, "f", 1, "m", 4)):
    try:
        warnings.warn_explicit(*args)
    except TypeError as e:
        print(e)
class Own(UserWarning):
    pass
print(sorted(k for k in globals() if "warningregistry" in k))
def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", message, category.__name__, filename, lineno)
warnings.showwarning = show
warnings.warn("mine", Own)
warnings.warn(Own("instance"))
warnings.warn_explicit("explicit", UserWarning, "elsewhere.py", 12)
