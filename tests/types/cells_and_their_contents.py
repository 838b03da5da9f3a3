# reference: 3.2.8.1.1
# Cells made by hand and by closures: contents, emptying, comparison, and functions that get their cells from outside.
from types import CellType, FunctionType


def attempt(f):
    try:
        return f()
    except (TypeError, ValueError, AttributeError, NameError) as e:
        return f"{type(e).__name__}: {e}"


def outer(a, b):
    def inner():
        return a, b, later

    def change(value):
        nonlocal a
        a = value

    if b:
        later = "set"
    return inner, change


inner, change = outer(1, 2)
print(inner.__code__.co_freevars, [c.cell_contents for c in inner.__closure__], inner())
change("changed")
print(inner(), change.__closure__[0] is inner.__closure__[0])
inner.__closure__[1].cell_contents = "from outside"
print(inner())
del inner.__closure__[1].cell_contents
print(attempt(inner), attempt(lambda: inner.__closure__[1].cell_contents), repr(inner.__closure__[1]).endswith("empty>"))
empty, _ = outer(1, 0)
print(attempt(empty), attempt(lambda: empty.__closure__[2].cell_contents))
c, d = CellType(5), CellType()
print(c.cell_contents, attempt(lambda: d.cell_contents), c == CellType(5), c == CellType(5.0), c != d, d == CellType(), d < c, c < CellType(6), attempt(lambda: c < CellType("x")), attempt(lambda: hash(c)), attempt(lambda: c < 5), c == 5)
print(attempt(lambda: CellType(1, 2)), attempt(lambda: CellType(contents=1)), attempt(lambda: type("S", (CellType,), {})), attempt(lambda: setattr(c, "x", 1)), type(CellType.cell_contents).__name__, repr(c).startswith("<cell at "), "int object" in repr(c))
made = FunctionType(inner.__code__, {}, "made", None, (CellType("A"), CellType("B"), CellType("C")))
print(made(), made.__name__, made.__closure__[2].cell_contents)
for closure in (None, (), (CellType(),), [CellType(1)] * 3, (1, 2, 3)):
    print(attempt(lambda: FunctionType(inner.__code__, {}, None, None, closure)))
print(attempt(lambda: FunctionType(attempt.__code__, {}, None, None, (c,))), attempt(lambda: setattr(inner, "__closure__", ())), attempt(lambda: setattr(inner, "__code__", attempt.__code__)), attempt.__closure__)


class HasClass:
    def f(self):
        return __class__


print(HasClass.f.__code__.co_freevars, HasClass.f.__closure__[0].cell_contents is HasClass)
