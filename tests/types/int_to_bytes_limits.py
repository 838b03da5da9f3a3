# reference: 3.2.4.1
# to_bytes: the smallest and largest number that each length holds, and what is told about the others.
def attempt(n, *arguments, **named):
    try:
        return n.to_bytes(*arguments, **named).hex()
    except (OverflowError, ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


for length in 0, 1, 2, 4, 5, 8, 9:
    top = 256**length
    print(length, attempt(top - 1, length), attempt(top, length), attempt(-1, length))
    half = top // 2
    print("  signed", *(attempt(n, length, "big", signed=True) for n in (half - 1, half, -half, -half - 1)))
for n in 0, 1, -1, 127, -128, 255:
    print(n, attempt(n), attempt(n, signed=True), attempt(n, 3, "little", signed=True), attempt(n, 0, signed=True))
for arguments, named in (((-1,), {}), (("2",), {}), ((2, "middle"), {}), ((2, 5), {}), ((2.0,), {}), ((2, "big", True), {}),
                         ((), {"size": 2}), ((2**100,), {}), ((None,), {})):
    print(attempt(1, *arguments, **named))
print(attempt(1, length=2, byteorder="little"), attempt(True, True), attempt(258, 2, signed=0))


class Index:
    def __index__(self):
        return 3


print(attempt(5, Index()), attempt(5, Index(), "little"))
