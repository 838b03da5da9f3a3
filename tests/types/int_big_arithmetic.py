a = 123456789012345678901234567890
b = -987654321098765432109876543210
print(a + b, a - b, a * b)
print(b // a, b % a, divmod(b, 7), divmod(-b, -7))
print(a ** 5)
print(-a // 10 ** 20, -a % 10 ** 20)
print((a * b + 17) // b == a, (a * b + 17) % b)
print(2 ** 200 - 1, -(2 ** 64), 2 ** 63 - 1)
f = 1
for i in range(1, 60):
    f *= i
print(f)
print(a > b, a == a + 0, -a < b, abs(b), +b)
