"""Comprehensions: lists, dicts, sets and generator expressions, nested and filtered."""


def main():
    total = 0
    for n in range(40, 260):
        squares = [i * i for i in range(n)]
        pairs = [(a, b) for a in range(n // 8) for b in range(n // 8) if a != b]
        index = {i: s for i, s in enumerate(squares)}
        unique = {s % 17 for s in squares}
        total += sum(a * b for a, b in pairs) + sum(index.values()) + len(unique)
        total += sum([x for row in [[i, i + 1] for i in range(n)] for x in row])
        total += any(s > 10_000 for s in squares) + all(s >= 0 for s in squares)
    return total


print(main())
