# reference: 3.3.1
# A subclass of an immutable type takes its value in __new__, of a mutable one in __init__; instances have a dictionary, or slots.
def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


for base, value in ((int, 5), (float, 1.5), (complex, 1j), (str, "ab"), (bytes, b"ab"), (tuple, (1, 2)), (frozenset, {1}), (bytearray, b"ab"), (list, [1]), (dict, {1: 2}), (set, {1})):

    class Own(base):
        tag = "class"

        def __init__(self, *a, **k):
            super().__init__(*a) if base in (list, dict, set, bytearray) else super().__init__()

    o = Own(value)
    o.extra = [1]
    print(base.__name__, o == value, base(o) == value, type(base(o)) is base, vars(o), o.tag, repr(o), isinstance(o, base), o.__class__.__name__, bool(o), bool(Own()))
    slotted = type("Slotted", (base,), {"__slots__": ()})
    print("  slots:", attempt(lambda: setattr(slotted(), "x", 1)), attempt(lambda: type("S", (base,), {"__slots__": ("x",)}).__slots__), attempt(lambda: vars(slotted())))


class Both(int):
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{int(self)}{self.unit}"

    def __add__(self, other):
        return Both(int(self) + int(other), self.unit)

    __radd__ = __add__


print(Both(5, "m") + 3, 3 + Both(5, "m"), sum([Both(1, "k"), 2]), Both(5, "m") * 2, type(-Both(5, "m")).__name__, [10, 20][Both(1, "")], f"{Both(255, 'x'):x}", attempt(lambda: Both(1)), {5: "five"}[Both(5, "q")], max(Both(1, "a"), Both(2, "b")))
print(attempt(lambda: type("Two", (int, str), {})), attempt(lambda: type("Two", (list, dict), {})), attempt(lambda: type("Fine", (int, type("Plain", (), {})), {}).__name__), attempt(lambda: int.__new__(str)), attempt(lambda: int.__new__(5)), attempt(lambda: object.__new__(int)), attempt(lambda: list.__new__(dict)), attempt(lambda: tuple.__new__(list)), sep="\n")
