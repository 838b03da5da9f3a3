for x in ([], {}, set(), bytearray(b""), (1, []), ([],), {}.keys(), memoryview(bytearray(b"x"))):
    try:
        hash(x)
        print("hashable")
    except (TypeError, ValueError) as e:
        print(e)
class E:
    def __eq__(self, o): return True
class H(E):
    __hash__ = object.__hash__
print(E.__hash__, H.__hash__ is object.__hash__)
try:
    {E()}
except TypeError as e:
    print(e)
print(len({H()}), hash(None) == hash(None), hash(1) == hash(1.0) == hash(True), hash(-1), hash(-2), hash(0), hash(12345))
