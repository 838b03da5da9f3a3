"""Big integers: digits of pi by a spigot, a factorial, a modular power."""


def pi_digits(count):
    digits = []
    k, a, b, a1, b1 = 2, 4, 1, 12, 4
    while len(digits) < count:
        p, q, k = k * k, 2 * k + 1, k + 1
        a, b, a1, b1 = a1, b1, p * a + q * a1, p * b + q * b1
        d, d1 = a // b, a1 // b1
        while d == d1 and len(digits) < count:
            digits.append(d)
            a, a1 = 10 * (a % b), 10 * (a1 % b1)
            d, d1 = a // b, a1 // b1
    return digits


def factorial(n):
    product = 1
    for i in range(2, n + 1):
        product *= i
    return product


print(sum(pi_digits(1500)), len(str(factorial(1500))), pow(3, 1 << 2000, (1 << 521) - 1) % 1_000_003)
