# Repeating bytes 0 times makes an empty object of its own; other empty bytes are one shared object.
a, empty = b"xy", b""
nothing = a * 0
print(nothing is empty, nothing == empty, nothing is a * 0, len(nothing), nothing + a, a * -3)
print(a[5:] is empty, bytes(0) is empty, b"".join([]) is empty, empty * 3 is empty, a * 1 is a, b"x" * 1 is b"x"[:])
print("xy" * 0 is "", ((1,) * 0) is (), str() is "", tuple([]) is ())
