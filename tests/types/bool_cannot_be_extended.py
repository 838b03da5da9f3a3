# reference: 3.2.4.1
# bool has two values and no subclasses; what its constructor, arithmetic, formatting and text give.
def attempt(f):
    try:
        return repr(f())
    except (TypeError, ValueError, AttributeError, ArithmeticError) as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: type("B", (bool,), {})), attempt(lambda: bool(1, 2)), attempt(lambda: bool(x=1)), attempt(lambda: int.__new__(bool, 5)), bool(), sep="\n")
print(bool.__mro__, bool.__base__, bool.__new__(bool, "x") is True, isinstance(True, int), issubclass(bool, int))
for a in (True, False):
    for b in (True, False):
        print(a & b, a | b, a ^ b, a + b, a - b, a * b, a << b, a >> b, a**b, a <= b, a & int(b), int(a) ^ b, attempt(lambda: a // b))
print(-True, +True, abs(True), ~5, True.real, type(True.real).__name__, type(+True).__name__, True.numerator, type(True.conjugate()).__name__)
print(f"{True} {True:d} {True:5} {True!r:>6} {False:b} {True:x}", "%s %d %r %5s" % (True, True, False, True), str(True), format(True, ""), format(True, "s") if False else "")
print(attempt(lambda: format(True, "s")), attempt(lambda: format(False, "z")), format(True, ".2f"), format(True, "e"), format(False, "%"))
print([10, 20][True], "ab"[False], {1: "one"}[True], {True: "t", 1: "i", 1.0: "f"}, hash(True), hash(False), [True, 1, 1.0].count(True))
print(sum([True, True, False]), max(True, 2), sorted([True, False, 0, 1]), int("1") is True, bool("False"), bool(0.0), bool(None), bool([0]))
print(True.to_bytes(2, "big"), True.bit_length(), bool.from_bytes(b"\0"), True.__index__(), True.__and__(3), True.__and__(False), True.__and__("x"), True.__rxor__(2))


class Odd:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


print(attempt(lambda: bool(Odd())), attempt(lambda: not Negative()), attempt(lambda: bool(type("L", (), {"__len__": lambda s: 2**70})())))
