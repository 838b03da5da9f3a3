# bytes() and bytearray() of everything: sizes, iterables, text with an encoding, __bytes__, __index__.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

class Bytes:
    def __bytes__(self):
        return b"from __bytes__"

class Wrong:
    def __bytes__(self):
        return 3

class Fails:
    def __index__(self):
        raise ValueError("no index")

class Items:
    def __iter__(self):
        return iter([1, Index(2)])

class Sequence:
    def __getitem__(self, i):
        return [7, 8, 9][i]

class Sub(bytes):
    pass

for make in (bytes, bytearray, Sub):
    for args in ((), (3,), (-1,), ("a",), ("a", "ascii"), ("a\xe9", "ascii", "replace"), ([1, 2, 3],), ([256],), ([-1],), (["a"],), ([1.5],), (1.5,), (None,), (Index(3),), (b"x", "ascii"), (memoryview(b"xy"),),
                 (range(3),), (10**30,), ([10**20],), ({1: 2},), ("a", 3), ("a", "ascii", 3), (3, "ascii"), (Bytes(),), (Wrong(),), (Fails(),), (Items(),), (Sequence(),), (iter([1, 2]),), (True,), (b"", "x", "y", "z"),
                 ("a", "none"), (bytearray(b"ab"),), (Sub(b"q"),), ((x for x in (1, 2, 999)),)):
        show(make, *args)
    for kwargs in ({"source": b"x"}, {"encoding": "ascii"}, {"errors": "strict"}, {"source": "a", "encoding": "ascii"}, {"x": 1}):
        show(make, **kwargs)
print(type(Sub(b"ab")[0:2]), type(Sub(b"ab") + b""), type(bytes(Sub(b"ab"))), Sub(b"a").__bytes__(), type(Sub.fromhex("00")))
