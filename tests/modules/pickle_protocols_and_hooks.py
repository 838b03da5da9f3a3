"""pickle and copyreg: every protocol, hooks of classes, picklers of one's own, errors, pickletools."""
import copyreg
import io
import pickle
import pickletools

data = [None, True, 0, -1, 255, 65536, 1 << 70, 1.5, float("inf"), "text", "\u20ac", b"bytes", bytearray(b"ba"), (1,), (1, 2, 3, 4), [],
        {}, {"a": [1]}, set([1]), frozenset([2]), range(3), slice(1, 2), 2j, ..., NotImplemented, int, len, print]
for protocol in range(6):
    text = pickle.dumps(data, protocol)
    back = pickle.loads(text)
    print(protocol, back == data, [type(x) for x in back] == [type(x) for x in data])
print(pickle.dumps([1, "a", (2, 3)], 0), pickle.dumps({"k": 1.0}, 2), pickle.dumps([b"x"], 5))
shared = []
again = pickle.loads(pickle.dumps([shared, shared]))
print(again[0] is again[1])
loop = []
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[0] is again)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class State(Point):
    def __getstate__(self):
        return {"sum": self.x + self.y}

    def __setstate__(self, state):
        self.x, self.y = state["sum"], 0


class New(tuple):
    def __new__(cls, a, *, b):
        return super().__new__(cls, (a, b))

    def __getnewargs_ex__(self):
        return (self[0],), {"b": self[1]}


class Reduced:
    def __init__(self, n):
        self.items, self.more = [], {}
        self.n = n

    def append(self, item):
        self.items.append(item)

    def extend(self, items):
        self.items += items

    def __setitem__(self, key, value):
        self.more[key] = value

    def __reduce__(self):
        return Reduced, (self.n,), {"extra": 1}, iter([1, 2]), iter({"k": "v"}.items())


class Slots:
    __slots__ = "a", "b"


s = Slots()
s.a = 1
for o in Point(1, 2), State(3, 4), New(1, b=2), Reduced(5), s, Point, Point(1, 2).__repr__:
    for protocol in 2, 4:
        back = pickle.loads(pickle.dumps(o, protocol))
        print(protocol, back if not isinstance(back, (Reduced, Slots)) else [getattr(back, n, None) for n in ("n", "items", "more", "extra", "a", "b")]
              if not hasattr(back, "__self__") else back())


def say(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


say(lambda: issubclass(pickle.PicklingError, pickle.PickleError))
say(pickle.dumps, (x for x in []))
say(pickle.loads, b"cnomodule\nx\n.")
say(pickle.loads, b"\x80\x09.")
say(pickle.dumps, s, 0)
say(pickle.dumps, 1, 7)


class Mine(pickle.Pickler):
    def persistent_id(self, o):
        return "the point" if isinstance(o, Point) else None

    def reducer_override(self, o):
        return (list, ("ab",)) if o is Slots else NotImplemented


class Yours(pickle.Unpickler):
    def persistent_load(self, pid):
        return pid.upper()

    def find_class(self, module, name):
        if module != "builtins":
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)


f = io.BytesIO()
Mine(f).dump([Point(1, 1), Slots, 3])
f.seek(0)
print(Yours(f).load())
say(Yours(io.BytesIO(pickle.dumps(Point(1, 2)))).load)
f = io.BytesIO()
for n in range(3):
    pickle.dump(n, f)
f.seek(0)
print([pickle.load(f) for _ in range(3)])
try:
    pickle.load(f)
except EOFError as error:
    print(type(error))

copyreg.pickle(complex, lambda c: (complex, (c.real + 1, c.imag)))
print(pickle.loads(pickle.dumps(1j)))
del copyreg.dispatch_table[complex]
copyreg.pickle(complex, copyreg.pickle_complex)
copyreg.add_extension("__main__", "Point", 240)
text = pickle.dumps(Point, 2)
print(text, pickle.loads(text))
copyreg.remove_extension("__main__", "Point", 240)
say(copyreg.add_extension, "a", "b", 0)
say(copyreg.constructor, 3)
print(pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL, pickle.format_version, issubclass(pickle.PicklingError, pickle.PickleError))
pickletools.dis(pickle.dumps([1, ("a", 2.5)], 4))
print(pickletools.optimize(pickle.dumps([1, "a"], 2)))
