# reference: 3.2.7.1
# What dict() and dict.update() accept: pairs, mappings with keys(), keywords, and their errors.
class Keys:
    def __init__(s, k): s.k = k
    def keys(s): return s.k
    def __getitem__(s, k): return k * 2
class NoItem:
    def keys(s): return [1]
class BadKeys:
    keys = None
class RaisesKeys:
    def keys(s): raise ValueError("keys")
class KeysAttrError:
    @property
    def keys(s): raise AttributeError("inner")
class Pair:
    def __iter__(s): return iter((1, 2))
class BadLen:
    def __iter__(s): return iter((1, 2, 3))
TABLE = """
dict(), dict({}), dict([]), dict([(1, 2)]), dict([[1, 2], "ab", {3: 0, 4: 0}]), dict(a=1), dict({"a": 1}, a=2, b=3), dict([("a", 1)], a=2), dict(zip("ab", (1, 2))), dict(Keys([1, 2])), dict(Keys("ab")), dict([Pair()])
dict(5)
dict(None)
dict([1])
dict(["a"])
dict(["abc"])
dict([()])
dict([(1,)])
dict([(1, 2, 3)])
dict([(1, 2), (3,)])
dict([BadLen()])
dict([([], 1)])
dict([None])
dict("ab")
dict(1, 2)
dict(**{1: 2})
dict(NoItem())
dict(BadKeys())
dict(RaisesKeys())
dict(KeysAttrError())
dict(Keys(5))
dict(Keys([[]]))
{}.update(5)
{}.update([1])
{}.update([(1, 2, 3)])
{}.update({}, {})
{}.update(1, a=2)
{}.update(None)
{}.update() is None, (d := {1: 1}).update([(1, 2), (3, 4)]), d, d.update(a=5), d, d.update({1: 9}, b=1), d, d.update(d), d
{} | []
{} | None
[] | {}
{}.__or__([]), {}.__ior__([(1, 2)]), {}.__ror__([(1, 2)])
{1: 2} | {1: 3, 4: 5}, {1: 2}.__or__({3: 4}), {1: 1}.__ror__({1: 2, 3: 4})
(lambda d: [d.__ior__("ab"), d])({})
(lambda d: [d.__ior__(["ab", "cd"]), d])({})
dict.fromkeys("aba"), dict.fromkeys([1, 2], 0), dict.fromkeys({1: 2, 3: 4}), dict.fromkeys({5, }, []), dict.fromkeys(range(2)), dict.fromkeys(())
dict.fromkeys(5)
dict.fromkeys([[]])
dict.fromkeys()
dict.fromkeys([], 1, 2)
{1: 2}.get(), 1
{1: 2}.get(1), {1: 2}.get(3), {1: 2}.get(3, 4), {1: 2}.get(1.0), {1: 2}.get(True)
{}.get([])
{}[[]]
{}.pop()
{}.pop(1)
{}.pop("k")
{}.pop(1, 2), {1: 5}.pop(1, 2)
{}.pop([])
{}.pop(1, 2, 3)
{}.popitem()
{1: 2, 3: 4}.popitem()
{}.setdefault()
{}.setdefault([])
(d := {}).setdefault(1), d.setdefault(1, 2), d.setdefault(3, 4), d
{}.copy(1)
{1: 2}.clear(), {}.keys(1)
{1: 2} == {1.0: 2.0}, {1: 2} != {1: 3}, {} == [], {1: float("nan")} == {1: float("nan")}
{} < {}
hash({})
{**{1: 2}, **{1: 3}}, {**Keys("a")}
{**5}
{**[]}
{**None}
{**BadKeys()}
reversed({1: 2, 3: 4}).__next__(), list(reversed({1: 2, 3: 4}.items())), list(reversed({1: 2, 3: 4}.values()))
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
