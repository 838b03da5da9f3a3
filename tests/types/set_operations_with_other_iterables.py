# reference: 3.2.6
# Set operators want sets, methods take anything: results, types and errors, in place too.
class S(set): pass
class F(frozenset): pass
TABLE = """
{1, 2} | {3}, {1, 2} & {2}, {1, 2} - {1}, {1, 2} ^ {2, 3}, {1} | frozenset({2}), frozenset({1}) | {2}, type({1} | frozenset()).__name__, type(frozenset() | {1}).__name__
{1} | [2]
{1} & "a"
{1} - (1,)
{1} ^ {2: 3}
[1] | {1}
{1} | {2: 3}.keys(), {2: 3}.keys() | {1}, {1} - {1: 2}.keys(), {1: 2}.items() & {(1, 2)}, {1: 2}.keys() ^ [1, 3]
{1}.union([2], (3,), "a" and {4: 0}, range(5, 6)), {1}.union(), {1, 2}.intersection([2, 3], (2,)), {1}.intersection(), {1, 2, 3}.difference([1], {2}), {1}.difference(), {1}.symmetric_difference([1, 2])
{1}.union(5)
{1}.intersection([[]])
{1}.difference(5)
{1}.union([[]])
{1}.symmetric_difference()
{1}.symmetric_difference([1], [2])
{1}.issubset([1, 2]), {1}.issuperset([]), {1}.isdisjoint([2]), {1}.isdisjoint("a"), {1} <= {1}, {1} < {1}, {1} >= set(), {1} < frozenset({1, 2})
{1} <= [1]
{1} < 5
{1}.issubset(5)
{1}.isdisjoint([[]])
(s := {1, 2}, s.update([3], (4,)), s)[2], (s.intersection_update([1, 2, 3]), s)[1], (s.difference_update([1]), s)[1], (s.symmetric_difference_update([2, 9]), s)[1]
(s.add(1), s.discard(9), s.discard(9), s)[3], s.remove(1), s
set().remove(1)
set().remove("k")
set().pop()
set().add([])
set().remove([])
set().remove({1})
{frozenset({1})}.remove({1})
{1} in {frozenset({1})}, [] in {1} if 0 else 0
[] in {1}
{}.keys() in {1} if 0 else 0
set(5)
set([[]])
set(1, 2)
set(x=1)
frozenset(x=1)
frozenset([1]) is frozenset(frozenset([1])), (f := frozenset([1])) is frozenset(f), f.copy() is f, frozenset() is frozenset(), F(f) is f, set(f) == f
hash(frozenset({1, 2})) == hash(frozenset({2, 1})), {frozenset({1}): 1}[frozenset({1})]
hash(set())
type(S({1}) | {2}), type(S({1}).union([2])), type(S({1}).copy()), type(F({1}) & {1}), type(F({1}).copy()), type({1} | S({2})), type(S() & F())
set().__or__(5), set().__lt__(5), set().__eq__(5), set().__contains__([]) if 0 else 0, {1} == frozenset({1}), {1} != [1]
{1}.__and__(frozenset({1})), {1}.__rsub__({1, 2}), {1}.__rand__({1}), {1}.__ixor__({1, 2}), {1}.__isub__([1])
len({1, 1.0, True}), {1, 1.0, True}, {0, False, 0.0, -0.0}, {float("nan")} == {float("nan")}, bool(set()), repr(set()), repr(frozenset()), repr(S()), repr(F({1})), repr({1})
{*[1, 2], *"a"} == {1, 2, "a"}, {*()} , {i % 3 for i in range(9)}
set().union.__name__, set.union({1}, [2]), frozenset.union(frozenset({1}), [2])
set.union([1], [2])
set.__or__([1], {1})
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
s = {1, 2, 3}
s &= {1, 2}; s |= {5}; s -= {1}; s ^= {2, 7}; print(s)
for op in ("|=", "&=", "-=", "^="):
    for other in ([1], 5, {1: 2}, "ab"):
        t = {1}
        try: exec(f"t {op} other"); print(op, other, t)
        except TypeError as e: print(op, other, e)
f = g = frozenset({1}); f |= {2}; print(f == {1, 2}, g == {1})
a = {1, 2}; a -= a; print(a); a = {1, 2}; a ^= a; print(a); a = {1}; a |= a; a &= a; print(a)
