# reference: 3.3.7
# __missing__ is asked by [] of a dict subclass only: not by get, in, pop, setdefault or del.
class Default(dict):
    def __missing__(self, key):
        print("missing", key, end="; ")
        if key == "raise":
            raise LookupError("refused")
        if key == "store":
            self[key] = "stored"
        return f"<{key}>"


d = Default(a=1)
print(d["a"], d["b"], d["store"], d["store"], d)
print(d.get("x"), d.get("x", 5), "x" in d, d.setdefault("s", 7), d.pop("x", None), len(d))
for f in (lambda: d["raise"], lambda: d[[]], lambda: d.pop("x"), lambda: d.__delitem__("x"), lambda: dict.__getitem__(d, "q"), lambda: dict(d)["zz"], lambda: (d | {})["zz"], lambda: d.copy()["zz"]):
    try:
        print(f())
    except (LookupError, TypeError) as e:
        print(type(e).__name__, e)
print("%(a)s %(other)s" % d, "{a} {other}".format_map(d), type(d | {}).__name__, type(d.copy()).__name__)


class OnInstance(dict):
    def __init__(self):
        self.__missing__ = lambda key: "never"


class Callable:
    def __call__(self, key):
        return "called", key


class ByObject(dict):
    __missing__ = Callable()


class ByStatic(dict):
    __missing__ = staticmethod(lambda key: ["static", key])


class Nothing(dict):
    __missing__ = None


for cls in OnInstance, ByObject, ByStatic, Nothing:
    try:
        print(cls.__name__, cls()["k"])
    except (KeyError, TypeError) as e:
        print(cls.__name__, type(e).__name__, e)
print(eval("unknown + 'x'", {"__builtins__": {}}, Default()))
