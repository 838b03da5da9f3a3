"""Lists: a sieve, a comprehension, sorting with a key."""


def sieve(n):
    alive = [True] * (n + 1)
    for i in range(2, int(n ** 0.5) + 1):
        if alive[i]:
            for j in range(i * i, n + 1, i):
                alive[j] = False
    return [i for i in range(2, n + 1) if alive[i]]


primes = sieve(400_000)
print(len(primes), sum(sorted(primes, key=lambda p: p % 1000)[:1000]))
