# reference: 3.2.8.1
# types.FunctionType by way of type(): arguments, closures, errors.
F = type(lambda: 0)
def template(a, b=1): return a, b, GLOBAL
f = F(template.__code__, {"GLOBAL": "g"})
print(f.__name__, f.__defaults__, f(1, 2), f.__closure__, f.__module__, f.__globals__.keys() - {"__builtins__"})
g = F(template.__code__, {"GLOBAL": "h", "__name__": "mod"}, "other", (8, 9), None)
print(g.__name__, g.__qualname__, g(), g.__module__)
def make(x):
    def inner(): return x
    return inner
inner = make(5)
h = F(inner.__code__, {}, None, None, inner.__closure__)
print(h(), h.__name__)
Cell = type(inner.__closure__[0])
print(F(inner.__code__, {}, closure=(Cell("cell"),))())
c = Cell()
try:
    c.cell_contents
except ValueError as e:
    print(e)
print(Cell(1) == Cell(1), Cell(1) < Cell(2), Cell() < Cell(1), Cell() == Cell(), Cell(1) != Cell(2))
c.cell_contents = 3
del c.cell_contents
try:
    del c.cell_contents
    F(inner.__code__, {}, closure=(c,))()
except Exception as e:
    print(type(e).__name__, e)
for act in (lambda: F(), lambda: F(1, {}), lambda: F(template.__code__), lambda: F(template.__code__, 1), lambda: F(template.__code__, {}, 1), lambda: F(template.__code__, {}, "n", 1), lambda: F(inner.__code__, {}), lambda: F(inner.__code__, {}, closure=()), lambda: F(inner.__code__, {}, closure=(1,)),
            lambda: F(template.__code__, {}, closure=(Cell(1),)), lambda: F(inner.__code__, {}, closure=5), lambda: type("Sub", (F,), {}), lambda: Cell(1, 2), lambda: Cell(a=1), lambda: type("Sub", (Cell,), {})):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(F.__name__, F.__module__, Cell.__name__)
