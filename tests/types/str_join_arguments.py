# join of every iterable, items that are no text, subclasses, generators that fail.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Text(str):
    pass

class Strange:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return str(i)

def fails():
    yield "a"
    raise KeyError("stop")

for sep in ("", "-", "\u1234", "ab"):
    for items in ([], ["x"], ["x", "y"], ("x", 3), ["x", b"y"], [None], 3, None, "abc", {"a": 1, "b": 2}, iter("xyz"), ["a", Text("b")], [Text("b")], ["\u1234", "\U0001f600"], [""], ["", ""], Strange(), range(3)):
        show(sep.join, items)
    show(sep.join, fails())
    show(sep.join, (c for c in "abc"))
    show(sep.join)
    show(sep.join, [], [])
print(type("".join([Text("a")])), type(Text("-").join(["a", "b"])), type(Text("-").join(["a"])))
one = ["x"]
print("".join(one) is one[0], "-".join(one) is one[0])
items = ["a"]
class Grows:
    def __iter__(self):
        yield "a"
        items.append("b")
        yield "c"
print("+".join(Grows()), items)
