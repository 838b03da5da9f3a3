# reference: 3.2.4.1
# bool with every operator: which results are bool, which are int.
TABLE = """
True & True, True & 1, 1 & True, True | False, True | 2, True ^ True, True ^ 1
True.__and__(True), True.__and__(1), True.__rand__(False), True.__or__(0), True.__xor__(False), True.__and__(1.0)
~5, True + True, True - True, True * 3, True / 2, True // True, True % 2, True ** 2, True << 3, -True, +True, abs(True)
True == 1, True is (1 == 1), True < 2, False < True, True == 1.0, True == 1j, True != "True"
bool(), bool(0), bool(0.0), bool(0j), bool(""), bool(b""), bool([]), bool(()), bool({}), bool(set()), bool(range(0)), bool(None), bool(...)
bool("False"), bool([0]), bool(float("nan")), bool(-0.0), bool(NotImplementedError), bool(memoryview(b"")), bool(type)
bool(1, 2)
bool(x=1)
True.real, True.imag, True.numerator, True.denominator, True.bit_length(), True.bit_count(), True.conjugate(), True.as_integer_ratio(), True.is_integer()
True.to_bytes(2, "big"), bool.from_bytes(b"\\0\\1", "big"), bool.from_bytes(b"", "little")
int(True), float(True), complex(True), str(True), repr(False), format(True), format(True, "d"), format(True, "5"), format(True, "<7") + "|", format(False, "%"), format(True, "x")
format(True, "s")
"%d %s %r %x %5.1f" % (True, True, True, True, True)
"abc"[True], [10, 20][False], (1, 2)[True:], "x" * True, [0] * False
sum([True, True, False]), max(True, False), sorted([True, 0, 2, False]), {True: "a", 1: "b", 1.0: "c"}, {True, 1, 1.0}
isinstance(True, int), issubclass(bool, int), bool.__mro__, bool.__bases__, type(True) is bool, True.__class__
hash(True), hash(False), True.__repr__(), True.__str__(), True.__bool__(), True.__index__(), True.__int__(), True.__round__(), True.__hash__()
bool.__new__(bool, 5), bool.__new__(bool), int.__new__(int, True)
bool.__new__(int, 5)
int.__new__(bool, 5)
object.__new__(bool)
type("B", (bool,), {})
round(True, 1), round(True, -1), divmod(True, 2), pow(True, 5), pow(2, True, 3), True.__getnewargs__()
True.__setattr__("x", 1)
True = 1
not True, not 5, not "", (not []) is True, True and 5, 0 or False
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
class Truth:
    def __init__(s, v): s.v = v
    def __bool__(s): return s.v
for v in (True, False, 1, 0, None, "x", 1.0):
    try: print(v, bool(Truth(v)))
    except TypeError as e: print(v, e)
