"""Calls of every shape: defaults, keywords, *args, **kwargs and starred calls."""


def plain(a, b, c=3, *, d=4):
    return a + b + c + d


def gather(*args, **kwargs):
    return len(args) + len(kwargs)


def forward(f, *args, **kwargs):
    return f(*args, **kwargs)


def main():
    total = 0
    for i in range(40_000):
        total += plain(i, 1)
        total += plain(i, b=2, d=i)
        total += gather(i, i, x=1, y=2)
        total += forward(plain, i, 2, d=1)
    return total


print(main())
