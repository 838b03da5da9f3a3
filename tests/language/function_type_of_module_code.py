# reference: 3.2.8.1
# Functions made of code that was no function's: their names are globals.
import types
ns = {}
f = types.FunctionType(compile("x = 1\ny = x + 1\ndel x\nimport sys as s", "<m>", "exec"), ns)
print(f.__name__, f(), sorted(k for k in ns if k != "__builtins__"), ns["y"])
e = types.FunctionType(compile("y * 10", "<m>", "eval"), ns, "expr")
print(e.__name__, e(), e.__qualname__, e.__code__.co_flags)
c = types.FunctionType(compile("class K:\n  z = 3", "<m>", "exec"), {"__builtins__": __builtins__, "__name__": "n"})
print(c(), c.__globals__["K"].z, c.__globals__["K"].__module__)
print([f() for _ in range(3)], (lambda g: g())(e))
for args in ((f.__code__,), (f.__code__, []), (5, {}), (f.__code__, {}, 5), (f.__code__, {}, "n", 5), (f.__code__, {}, "n", (1,)), (f.__code__, {}, "n", None, (1,)), ((lambda: f).__code__, {}), ((lambda x: lambda: x)(1).__code__, {}), ((lambda x: lambda: x)(1).__code__, {}, None, None, ()), ((lambda x: lambda: x)(1).__code__, {}, None, None, (5,)), ((lambda x: lambda: x)(1).__code__, {}, None, None, (types.CellType(9),))):
    try: g = types.FunctionType(*args); print(g.__name__, g.__defaults__, g.__closure__ and g())
    except Exception as x: print(type(x).__name__, x)
try: f(1)
except TypeError as x: print(x)
m = types.MethodType(f, 5)
try: m()
except TypeError as x: print(x)
