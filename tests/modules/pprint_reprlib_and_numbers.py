"""pprint, reprlib, numbers, keyword, token: showing objects, kinds of numbers, words of the language."""
import collections
import dataclasses
import keyword
import numbers
import pprint
import reprlib
import token
import types
from decimal import Decimal
from fractions import Fraction

data = {"name": "a long name " * 6, "list": list(range(40)), "nested": {"b": [1, [2, [3, [4]]]], "a": (1,), "s": {3, 1, 2}}, 1: b"x" * 90}
pprint.pprint(data)
pprint.pprint(data, width=40, depth=2, compact=True)
pprint.pp({"z": 1, "a": [{"k": i, "v": "value" * i} for i in range(4)]}, indent=3, width=30)
pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)
print(pprint.pformat(10 ** 12, underscore_numbers=True), pprint.pformat([1] * 3), pprint.saferepr({"b": 2, "a": 1}))
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, "x"]))


@dataclasses.dataclass
class Thing:
    name: str
    parts: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=0, repr=False)


Pair = collections.namedtuple("Pair", "left right")
pprint.pprint([Thing("wheel", ["rim" * 8, "tyre" * 8]), collections.OrderedDict(a=[1] * 30), collections.defaultdict(int, a=1),
               collections.Counter("mississippi"), collections.deque([1] * 30, 40), collections.ChainMap({"a": 1}, {"b": 2}),
               types.SimpleNamespace(alpha="x" * 30, beta="y" * 40), types.MappingProxyType({"m": 1}), Pair("l" * 40, "r" * 40),
               collections.UserList([1, 2]), frozenset("a"), bytearray(b"z" * 80)], width=70)


class Printer(pprint.PrettyPrinter):
    def format(self, o, context, levels, level):
        if isinstance(o, int):
            return hex(o), True, False
        return super().format(o, context, levels, level)


Printer().pprint([255, {"a": 16}])
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr(set("abcdefghijk")), reprlib.repr({i: i for i in range(9)}))
print(reprlib.repr(10 ** 100), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr(frozenset()), reprlib.repr((1,)))
short = reprlib.Repr(maxlist=2, maxstring=8, maxlevel=2, fillvalue="~", indent=2)
print(short.repr([1, [2, [3]], 4]), short.repr("abcdefghijkl"))


class Node:
    def __init__(self):
        self.me = self

    @reprlib.recursive_repr(fillvalue="<loop>")
    def __repr__(self):
        return f"Node({self.me!r})"


print(Node())
for x in True, 1, 1.5, 1j, Decimal(1), Fraction(1, 2), "1":
    print(type(x).__name__, [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
                             if isinstance(x, c)])
print(sorted(numbers.Integral.__abstractmethods__)[:5], len(numbers.Rational.__abstractmethods__))


class Half(numbers.Rational):
    pass


try:
    Half()
except TypeError as error:
    print(str(error)[:60])
print(keyword.kwlist == sorted(keyword.kwlist), len(keyword.kwlist), keyword.softkwlist, keyword.iskeyword("match"), keyword.issoftkeyword("match"))
print(token.tok_name[token.NAME], token.EXACT_TOKEN_TYPES["**="], token.ISTERMINAL(1), token.ISNONTERMINAL(300), token.ISEOF(0), token.N_TOKENS)
