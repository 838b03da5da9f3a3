# reference: 7.2.1
x = 5
x += 2; print(x)
x -= 3; print(x)
x *= 4; print(x)
x //= 3; print(x)
x **= 2; print(x)
x %= 7; print(x)
x <<= 3; print(x)
x |= 1; print(x)
x ^= 3; print(x)
x &= 12; print(x)
x >>= 1; print(x)
x /= 2; print(x)
l = m = [1]
l += [2]
print(l is m, m)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e)
print(t)
