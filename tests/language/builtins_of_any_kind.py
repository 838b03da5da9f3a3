"""__builtins__ in the globals of eval and exec that is no dict and no module: names are asked of it by [...]."""
import types


def show(source, builtins):
    try:
        print(eval(source, {"__builtins__": builtins}))
    except BaseException as error:
        print(type(error).__name__, error)


for builtins in (None, 5, [], "x", {}, {"len": lambda x: 42}):
    show("len('abc')", builtins)
    show("[x for x in (1, 2)]", builtins)
    show("missing", builtins)
    show("(lambda: len('abc'))()", builtins)


class Asked:
    def __getitem__(self, name):
        print("asked for", name)
        if name == "missing":
            raise KeyError(name)
        if name == "broken":
            raise ZeroDivisionError(name)
        return lambda *args: (name, args)


class Dict(dict):
    def __getitem__(self, name):
        print("dict asked for", name)
        return super().__getitem__(name)


for builtins in (Asked(), Dict(len=len)):
    show("len('abc')", builtins)
    show("missing", builtins)
    show("broken", builtins)
    show("(lambda: [len(x) for x in ('a', 'bc')])()", builtins)

module = types.ModuleType("m")
module.len = lambda x: "the module's"
show("len('abc')", module)
space = {"__builtins__": None}
exec("def f(x):\n    return x + 1\nvalue = f(2)\nclass_ = [f(n) for n in (1, 2)]", space)
print(space["value"], space["class_"])
class Frozen(dict):
    def __setitem__(self, name, value):
        raise TypeError("it is frozen")


space = {"__builtins__": Frozen(vars(__import__("builtins")))}
exec("class A: pass", space)
print(space["A"].__name__)
for source in ("class A: pass", "import os", "assert 0"):
    try:
        exec(source, {"__builtins__": {}})
    except BaseException as error:
        print(type(error).__name__, error)
