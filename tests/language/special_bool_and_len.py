# reference: 3.3.1, 3.3.7, bool(), len()
# Truth asks __bool__, then __len__, else is true; both check their answers.
class B:
    def __init__(s, v): s.v = v
    def __bool__(s): print("bool", end=" "); return s.v
class L:
    def __init__(s, v): s.v = v
    def __len__(s): print("len", end=" "); return s.v
class Both(L):
    def __bool__(s): return True
class Hook(L):
    def __length_hint__(s): return 5
print(bool(B(True)), bool(B(False)), bool(L(0)), bool(L(3)), bool(Both(0)), not L(0), L(0) or "or", L(1) and "and", bool(object()), "x" if L(0) else "y")
class I:
    def __index__(s): print("index", end=" "); return 4
print(len(L(I())), bool(L(True)), len(L(False)))
class NoBool:
    __bool__ = None
class NoLen:
    __len__ = None
for act in (lambda: bool(B(1)), lambda: bool(B(None)), lambda: not B("a"), lambda: B(0) or 1, lambda: len(L(-1)), lambda: bool(L(-1)), lambda: len(L("a")), lambda: len(L(1.0)), lambda: bool(L(1.5)), lambda: len(L(None)), lambda: len(L(10 ** 30)), lambda: bool(L(10 ** 30)), lambda: bool(NoBool()), lambda: bool(NoLen()), lambda: len(NoLen()), lambda: len(5), lambda: len(int), lambda: len(x for x in ()), lambda: bool(), lambda: bool(1, 2), lambda: bool(x=1), lambda: 1 if B(2) else 0, lambda: [0 for _ in (1,) if B(3)], lambda: [].__len__(1), lambda: len(B(1))):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
try:
    while B("while"): pass
except TypeError as e:
    print(e)
try:
    assert B(7)
except TypeError as e:
    print(e)
class Meta(type):
    def __bool__(cls): return False
    def __len__(cls): return 9
class C(metaclass=Meta): pass
print(bool(C), len(C), bool(C()))
