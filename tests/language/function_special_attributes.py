# reference: 3.2.8.1, 3.2.8.1.1, 3.2.8.1.2
# Read-only ones raise, writable ones check what they get and work on the next call.
def outer():
    free = 1
    def f(a, b=2, *args, c, d=4, **kw) -> "ret":
        "doc"
        return a, b, args, c, d, kw, free
    return f
f = outer()
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__[0].cell_contents, f.__code__.co_freevars, f.__dict__, f.__type_params__, f.__globals__ is globals(), f.__builtins__["len"] is len)
for name in "__globals__", "__closure__", "__builtins__":
    try:
        setattr(f, name, None)
    except AttributeError as e:
        print(e)
    try:
        delattr(f, name)
    except AttributeError as e:
        print(e)
for name in "__name__", "__qualname__", "__doc__", "__module__", "__defaults__", "__kwdefaults__", "__annotations__", "__code__", "__dict__", "__type_params__":
    for value in 5, None, "text", (7,), {"c": 1}:
        try:
            g = outer()
            setattr(g, name, value)
            print(name, value, "->", getattr(g, name))
        except (TypeError, ValueError) as e:
            print(name, value, "->", e)
    try:
        g = outer()
        delattr(g, name)
        print("deleted", name, repr(getattr(g, name)))
    except (TypeError, AttributeError) as e:
        print("delete", name, e)
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {"c": 30}
print(f())
f.__kwdefaults__["d"] = 40
print(f(1, 2, 3, e=5))
del f.__defaults__
try:
    f()
except TypeError as e:
    print(e)
f.__closure__[0].cell_contents = "changed"
print(f(1, 2))
try:
    f.__code__ = (lambda: 0).__code__
except ValueError as e:
    print(e)
def two(): return "two"
def one(): return "one"
one.__code__ = two.__code__
one.note = 1
print(one(), one.__name__, one.__code__.co_name, one.__dict__, vars(one))
one.__name__, one.__qualname__ = "uno", "Q.uno"
print(repr(one)[:17])
try:
    one.missing
except AttributeError as e:
    print(e)
