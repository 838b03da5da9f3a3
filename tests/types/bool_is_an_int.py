print(True + True, True * 5, sum([True, False, True]), True == 1, hash(True) == hash(1), isinstance(True, int))
print(True & False, True | False, True ^ True, True & 1, -True, repr(True), str(False), f"{True:d} {True}")
print(bool(), bool([]), bool([0]), bool(""), bool("0"), bool(0.0), bool(None), bool(0j), bool(range(0)), bool({}))
print([10, 20][True], {1: "one"}[True], "ab"[False])
try:
    class B(bool): pass
except TypeError as e:
    print(e)
class NoBool:
    def __bool__(self): return 1
try:
    bool(NoBool())
except TypeError as e:
    print(e)
class BadLen:
    def __len__(self): return -1
try:
    bool(BadLen())
except ValueError as e:
    print(e)
