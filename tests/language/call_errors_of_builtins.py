# reference: 6.3.4
# What built-in functions and types say of too few, too many and unknown arguments.
import builtins
NAMES = "abs aiter all anext any ascii bin callable chr compile delattr dir divmod eval exec format getattr globals hasattr hash hex id isinstance issubclass iter len locals max min next oct ord pow repr round setattr sorted sum vars __import__ __build_class__".split()
for name in NAMES:
    f = getattr(builtins, name)
    for args, kw in (((), {}), ((1,) * 9, {}), ((), {"zzz": 1})):
        if name in ("dir", "locals", "globals", "vars", "print", "max", "min") and len(args) + len(kw) == 0: continue
        try: r = f(*args, **kw)
        except Exception as e: print(name, len(args), *kw, "!", type(e).__name__, e)
        else: print(name, len(args), *kw, "->", r)
TYPES = "bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview object property range reversed set slice staticmethod str super tuple type zip".split()
for name in TYPES:
    f = getattr(builtins, name)
    for args, kw in (((), {}), ((1,) * 9, {}), ((), {"zzz": 1})):
        if name in ("object", "property", "super", "classmethod", "staticmethod", "zip") and len(args) + len(kw) == 0: continue
        try: r = f(*args, **kw)
        except Exception as e: print(name, len(args), *kw, "!", type(e).__name__, e)
        else: print(name, len(args), *kw, "->", r)
