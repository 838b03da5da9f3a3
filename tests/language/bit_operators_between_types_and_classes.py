# reference: 6.9, 3.3.8
# &, |, ^: ints, bools, sets, dicts, unions of types, classes on either side; who refuses whom and how.
import re
class B:
    def __and__(self, o): return "and"
    def __ror__(self, o): return "ror"
    def __xor__(self, o): return NotImplemented
    def __rxor__(self, o): return NotImplemented
    def __iand__(self, o): return self
b = B()
values = [True, 5, -3, 1.5, {1, 2}, frozenset({2, 3}), {"k": 1}, {"k": 1}.keys(), [("k", 2)], "s", None, int, b, int | str, re.I]
def name(v): return "B" if v is b else repr(v)
for x in values:
    for y in values:
        row = []
        for f in (lambda: x & y, lambda: x | y, lambda: x ^ y):
            try: r = f(); row.append(sorted(r, key=repr) if isinstance(r, (set, frozenset)) else r)
            except TypeError as e: row.append("no")
        if row != ["no"] * 3: print(name(x), name(y), *row)
for x, sign, y in ((1, "&", "a"), ({1}, "|", [1]), ({1}, "&=", [1]), ({}, "|", []), ({}, "|=", [1]), ({}, "&", {}), (b, "^", b), (b, "^=", 1), (int, "|", 5), (None, "|", None), (None, "|", int), ({1}, "^=", {1, 2}), (True, "^", True), (True, "&", 1), ([], "|", []), (frozenset([1]), "|=", {2})):
    space = {"x": x, "y": y}
    try: exec(f"x {sign} y" if "=" in sign else f"x = x {sign} y", space); print(sign, name(space["x"]))
    except (TypeError, ValueError) as e: print(type(x).__name__, sign, e)
print(6 & 3 | 8 ^ 1, 1 | 2 == 2, (1 | 2) == 3, not 1 & 2, 5 ^ 3 & 1 | 4, True | False, True ^ 1, ~0 & 0xff, -1 ^ 5, -6 & 0xf)
