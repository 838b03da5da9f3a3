# reference: 3.2.8.1.2
# Assigning and deleting __defaults__, __kwdefaults__, __annotations__, __dict__, __name__, __doc__ of functions, and what calls do then.
def f(a, b=2, *, c=3, d=4): "doc"; return a, b, c, d
def t(act):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
def s(n, v): setattr(f, n, v); return getattr(f, n)
for n, v in (("__defaults__", (7,)), ("__defaults__", (1, 2)), ("__defaults__", (1, 2, 3)), ("__defaults__", None), ("__defaults__", [1]), ("__defaults__", ()), ("__kwdefaults__", {"c": 9}), ("__kwdefaults__", {"zz": 1}), ("__kwdefaults__", None), ("__kwdefaults__", 5), ("__kwdefaults__", {"c": 1, "d": 2}), ("__annotations__", {"x": 1}), ("__annotations__", None), ("__annotations__", 5), ("__name__", "g"), ("__name__", 5), ("__qualname__", "q.g"), ("__qualname__", None), ("__doc__", "new"), ("__doc__", 5), ("__doc__", None), ("__module__", "m"), ("__module__", 5), ("__dict__", {"k": 1}), ("__dict__", 5), ("__code__", (lambda a, b, *, c, d: "replaced").__code__), ("__code__", 5), ("__globals__", {}), ("__closure__", None), ("__builtins__", {}), ("__type_params__", (1,)), ("__type_params__", 5), ("__class__", int), ("custom", [1]), ("__wrapped__", len), ("__text_signature__", "x")):
    t(lambda: s(n, v) if n != "__code__" else s(n, v).co_name); t(lambda: f(1))
    t(lambda: f(1, c=5))
for n in ("__defaults__", "__kwdefaults__", "__annotations__", "__name__", "__doc__", "__module__", "__dict__", "__code__", "custom", "nothing", "__closure__", "__type_params__"):
    t(lambda: delattr(f, n)); t(lambda: getattr(f, n) if n != "__code__" else 0)
print(repr(f).split(" at ")[0], f.__doc__, f.__annotations__)
