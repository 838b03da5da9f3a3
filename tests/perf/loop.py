"""Dispatch: one million steps of a for loop with integer arithmetic."""


def main():
    total = 0
    for i in range(1_000_000):
        total += i & 7
    return total


print(main())
