try:
    import no_such_module_here
except ImportError as e:
    print(type(e).__name__, e, e.name, e.path)
try:
    from math import nothing_like_it
except ImportError as e:
    print(type(e).__name__, e.name, e.msg.split(" (")[0])
try:
    import math.deeper
except ModuleNotFoundError as e:
    print(e)
try:
    __import__("")
except ValueError as e:
    print(e)
