# Which equal objects are one object: small ints, interned text, constants of one code object and of separate ones.
import sys
def chunks(*sources):
    names = {}
    for s in sources:
        exec(compile(s, "<stdin>", "single"), names)
    return names
n = chunks("a = 256", "b = 256", "c = 257", "d = 257", "e = 257; f = 257", "g = -5", "h = -5", "i = -6", "j = -6", "k = 1.5", "l = 1.5; m = 1.5",
           "o = 'hello'", "p = 'hello'", "q = 'hello world'", "r = 'hello world'", "s = (1, 2)", "t = (1, 2)", "u = (1, 2); v = (1, 2)", "w = 'a' * 3", "x = 'aaa'", "y = ''", "z = ()")
is_ = lambda a, b: n[a] is n[b]
print(is_("a", "b"), is_("c", "d"), is_("e", "f"), is_("g", "h"), is_("i", "j"), is_("k", "l"), is_("l", "m"))
print(is_("o", "p"), is_("q", "r"), is_("s", "t"), is_("u", "v"), is_("w", "x"), n["y"] is "".join([]), n["z"] is tuple([]))
a, b = 257, 257
def f(): return 257, "some words", (1, "x"), 1e10, b"bytes"
def g(): return 257, "some words", (1, "x"), 1e10, b"bytes"
print(a is b, [x is y for x, y in zip(f(), f())], [x is y for x, y in zip(f(), g())], a is f()[0])
x = 200
print(x + 56 is 256, x + 57 is 257, int("256") is 256, int("257") is int("257"), len("a" * 256) is 256, -x - 57 is -257, abs(-5) is 5, 10 ** 2 is 100, True + True is 2, int(5.0) is 5)
w = "hello"
print("".join(["hel", "lo"]) is w, sys.intern("".join(["hel", "lo"])) is w, w[:] is w, str(w) is w, w.upper() is w.upper(), "%s" % w is w, f"{w}" is w, w + "" is w, "" + w is w, w * 1 is w, w[0] is "h", w.strip() is w, w.replace("z", "") is w, w.lower() is w)
t, fz, by = (1, [2]), frozenset([1]), b"xyz"
print(tuple(t) is t, t[:] is t, t + () is t, t * 1 is t, frozenset(fz) is fz, fz.copy() is fz, bytes(by) is by, by[:] is by, by[0:1] is b"x", b"" is bytes(), frozenset() is frozenset())
print(None is type(None)(), ... is type(...)(), NotImplemented is type(NotImplemented)(), bool(1) is True, bool([]) is False, not 0 is True)
i, fl = 10 ** 20, 1.25
print(int(i) is i, float(fl) is fl, +i is i, +fl is fl, complex(1j) is 1j, i * 1 is i, i + 0 is i, fl.real is fl, range(3) is range(3), slice(1) is slice(1))
class C:
    def m(self): pass
c = C()
print(c.m is c.m, c.m == c.m, C.m is C.m, c.m.__func__ is C.m, [].append is [].append, len is len, C.__dict__ is C.__dict__, c.__dict__ is c.__dict__)
import copy
l = [1, [2]]
print(copy.copy(l)[1] is l[1], copy.deepcopy(l)[1] is l[1], copy.copy(t) is t, copy.deepcopy((1, 2)) is not (1, 2), copy.deepcopy(w) is w, copy.copy(C) is C, l[:][1] is l[1], list(l)[1] is l[1])
def nested():
    def inner(): return (1, 2, 3)
    return inner() is inner()
print(nested(), nested.__code__.co_consts[1].co_consts[1] is nested.__code__.co_consts[1].co_consts[1], (lambda: 5.5)() is (lambda: 5.5)())
