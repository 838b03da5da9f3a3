print(len("abc"))
len = lambda x: "shadowed"
print(len("abc"))
del len
print(len("abc"))
try:
    del len
except NameError as e:
    print(e)
import builtins
builtins.shared = "visible everywhere"
print(shared, builtins.len is len, builtins.__name__)
del builtins.shared
try:
    shared
except NameError as e:
    print(e)
print(__name__, __builtins__ is builtins, "__doc__" in globals(), __debug__)
