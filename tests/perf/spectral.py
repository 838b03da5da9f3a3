"""Spectral norm: float arithmetic through many small calls."""


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u):
    return [sum([a(i, j) * u[j] for j in range(len(u))]) for i in range(len(u))]


def times_transposed(u):
    return [sum([a(j, i) * u[j] for j in range(len(u))]) for i in range(len(u))]


def main(n):
    u = [1.0] * n
    for _ in range(4):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = sum([x * y for x, y in zip(u, v)])
    vv = sum([x * x for x in v])
    return (uv / vv) ** 0.5


print(f"{main(100):.9f}")
