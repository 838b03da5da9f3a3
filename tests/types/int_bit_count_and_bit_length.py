# reference: 3.2.4.1
# bit_count counts the ones of the absolute value, bit_length how many digits its binary text has.
for n in (0, 1, -1, 2, 255, 256, -256, 2**30 - 1, 2**30, 2**60 + 1, -(2**61 - 1), 10**40, -(10**40), True, False):
    assert n.bit_count() == bin(abs(n)).count("1"), n
    assert n.bit_length() == len(bin(abs(n))) - 2 - (n == 0), n
    print(n, n.bit_count(), n.bit_length())
for shift in range(0, 200, 13):
    n = (1 << shift) - 1
    assert n.bit_count() == n.bit_length() == shift
    assert (-n).bit_count() == shift and (1 << shift).bit_count() == 1
    assert (~n).bit_count() == 1 and (~n).bit_length() == shift + 1


class Own(int):
    pass


print(Own(7).bit_count(), type(Own(7).bit_count()), Own(8).bit_length())
print(int.bit_count(5), int.bit_length(True))
for wrong in (lambda: (5).bit_count(1), lambda: int.bit_count("5"), lambda: int.bit_length(), lambda: int.bit_length(1.5),
              lambda: (1.0).bit_count(), lambda: int.bit_count(5, x=1)):
    try:
        print(wrong())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
