# join takes any iterable of texts; what it says about the first item that is none; one item comes back itself.
def attempt(f):
    try:
        return ascii(f())
    except (TypeError, RuntimeError) as e:
        return f"{type(e).__name__}: {e}"


class Own(str):
    def __str__(self):
        return "never asked"


class Iterable:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]


def failing():
    yield "a"
    raise RuntimeError("in the middle")


print(*(attempt(lambda: ", ".join(o)) for o in ([], (), "", "x", "xyz", ["a"], ("a", "b"), {"k": 1, "l": 2}, iter("pq"), (c for c in "rs"), map(str, range(4)), Iterable("m", "n"), {"one"},
                                                 [Own("o"), "p"], failing(), 5, None, [1], ["a", None], ["a", b"b"], Iterable("a", 2), range(3), [["a"]], object())), sep="\n")
one = "single item"
print(",".join([one]) is one, ",".join((one,)) is one, type("".join([Own("x")])).__name__, type(Own(",").join(["a"])).__name__, type(Own(",").join(["a", "b"])).__name__)
for separator in ("", "-", "\u20ac", "\U0001f600", "long separator"):
    for items in (["a", "b"], ["\u00e9", "a"], ["\u20ac", "a"], ["\U0001f600"] * 2, [""] * 3):
        joined = separator.join(items)
        assert joined == items[0] + "".join(separator + i for i in items[1:])
        print(len(joined), end=" ")
print()
items = ["a", "b"]


def growing():
    for i in items:
        if len(items) < 6:
            items.append(i * 2)
        yield i


print("+".join(growing()), attempt(lambda: "".join("ab", "c")), attempt(lambda: "".join()), attempt(lambda: str.join(",", ["x", "y"])), attempt(lambda: str.join(5, "ab")))
