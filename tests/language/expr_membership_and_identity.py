# reference: 6.10.2, 6.10.3
# in asks __contains__, then iteration, then indexing - identity first; is never calls anything.
class Eq:
    def __init__(s, n): s.n = n
    def __eq__(s, o): print(f"eq{s.n}", end=" "); return s.n == getattr(o, "n", o)
    __hash__ = lambda s: s.n
e = Eq(1)
print(e in [e], e in [Eq(1)], Eq(1) in [e], 1 in [e], e in (2, e), e in {e}, e in {1: 2}, e not in [Eq(2)], [e] == [e])
class C:
    def __contains__(s, x): print("contains", x, end=" "); return x
class I:
    def __iter__(s): print("iter", end=" "); yield 1; yield 2; print("end", end=" ")
class G:
    def __getitem__(s, i): print("item", i, end=" "); return [5, 6][i]
for o in (C(), I(), G()):
    for x in (1, 2, 6, 0, 7): print(x in o, x not in o)
print("" in "", "" in "a", "ab" in "cab", "b" not in "abc", b"" in b"", 97 in b"a", b"a" in b"ab", 5 in range(10), 5.0 in range(10), 5.5 in range(10), "5" in range(10), None in [None], (1,) in [(1,)], 1 in {True: 0}, "k" in {"k": 0}.values(), ("k", 0) in {"k": 0}.items(), [] in [[]], 1 in iter([1, 2]), 3 in (x for x in [1, 2]), "a" in ["abc"], float("nan") in [float("nan")], True in [1.0], 300 in memoryview(b"a") if 0 else "")
for src in ("1 in 'a'", "None in 'a'", "b'a' in 'a'", "'a' in b'a'", "256 in b'a'", "-1 in b'a'", "1.5 in b'a'", "[] in {}", "[] in {1}", "{} in frozenset()", "set() in {frozenset()}", "1 in 1", "1 in None", "1 in int", "1 in len", "1 in object()", "(1 for x in ()) in 5", "None in range(3)", "'a' in memoryview(b'a')", "1 in type('N', (), {'__contains__': None})()", "1 in type('N', (), {'__contains__': None, '__iter__': lambda s: iter([1])})()"):
    try: print(src, eval(src))
    except Exception as ex: print(src, "|", type(ex).__name__, ex)
a = b = []
print(a is b, a is not b, a is [], [] is not [], None is None, (not a) is True, a is not None, not a is None, type(a) is list, e is Eq(1), e is not e, len is len, a.append is a.append, int is type(1), ... is Ellipsis)
