"""Closures and decorators: counters, a memo, wrapped functions."""


def counted(f):
    calls = 0

    def wrapper(*args):
        nonlocal calls
        calls += 1
        return f(*args)

    wrapper.calls = lambda: calls
    return wrapper


def memo(f):
    seen = {}

    def wrapper(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]

    return wrapper


@counted
def add(a, b):
    return a + b


@memo
def collatz(n):
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


def adder(k):
    return lambda x: x + k


def main():
    total = 0
    for i in range(60_000):
        total = add(total, i)
    adders = [adder(k) for k in range(50)]
    for i in range(1_500):
        for f in adders:
            total += f(i)
    longest = max(range(1, 8_000), key=collatz)
    return total, add.calls(), longest, collatz(longest)


print(*main())
