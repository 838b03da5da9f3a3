# reference: 3.2.6
# < and > of sets ask for subsets: two sets may be neither smaller, equal nor larger; sorting sets by it means little.
sets = [set(), {1}, {2}, {1, 2}, {1, 2, 3}, frozenset({1}), {(1, 2)}]
for a in sets:
    print(a, *("".join("=" if a == b else "<" if a < b else ">" if a > b else "." for b in sets)), [a <= b for b in sets], [a.issuperset(b) for b in sets], [a.isdisjoint(b) for b in sets])
for a in sets:
    for b in sets:
        assert (a <= b) == a.issubset(b) == (a | b == b) == (a & b == a) == (not a - b) == (b >= a)
        assert (a < b) == (a <= b and a != b) and (a == b) == (a <= b <= a) and (a ^ b == (a | b) - (a & b))
        if a == b:
            assert hash(frozenset(a)) == hash(frozenset(b))
for other in ([1], (1,), "1", {1: 0}, None, 1):
    print({1} == other, {1} != other, end=" ")
    try:
        print({1} < other)
    except TypeError as e:
        print(e)
print({1: 0}.keys() == {1}, {1} == {1: 0}.keys(), {1} <= {1: 0, 2: 0}.keys(), {1, 2} > {1: 0}.keys(), {1}.issubset({1: 0}))


class Asked:
    def __ge__(self, other):
        return "ge asked"

    def __eq__(self, other):
        return "eq asked"

    __hash__ = None


print({1} <= Asked(), {1} == Asked(), {1}.__le__(Asked()), {1}.__eq__(5), {1}.__lt__([1]), max([{1}, {1, 2}, {3}]), min([{1, 2}, {3}, {1}]), sorted([{3}, {1, 2}, {1}], key=len))
