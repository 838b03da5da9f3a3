"""Exceptions: raised and caught in a loop, through two calls."""


def inner(i):
    if i % 2:
        raise ValueError(i)
    return i


def main():
    caught = 0
    for i in range(200_000):
        try:
            inner(i)
        except ValueError:
            caught += 1
    return caught


print(main())
