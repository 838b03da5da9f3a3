"""Generators: a pipeline of them, suspended and resumed a million times."""


def numbers(n):
    for i in range(n):
        yield i


def odd(source):
    for i in source:
        if i & 1:
            yield i


print(sum(x * x for x in odd(numbers(500_000))))
