# product, permutations, combinations: all results, edge sizes, shared and reused tuples, subclass instances.
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2, 3])), list(product()), list(product("ab", repeat=2)), list(product("ab", "", "c")), list(product("ab", repeat=0)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("ab", 3)), list(permutations("")), list(permutations("ab", 0)), list(permutations("abc", None)))
print(list(combinations("abcd", 2)), list(combinations("abc", 3)), list(combinations("abc", 4)), list(combinations("", 0)), list(combinations("abc", 0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 2)), list(combinations_with_replacement("", 0)), list(combinations_with_replacement("ab", 3)))
print(len(list(product(range(4), repeat=4))), len(list(permutations(range(6)))), len(list(combinations(range(10), 5))), len(list(combinations_with_replacement(range(5), 4))))
for make in (lambda: product("abc", repeat=2), lambda: permutations("abcd", 3), lambda: combinations("abcde", 3), lambda: combinations_with_replacement("abc", 3)):
    print(len(set(map(id, make()))), len(set(map(id, list(make())))), sorted(make()) == list(make()))
    it = make()
    kept = next(it)
    next(it), next(it)
    print(kept, next(it))


def brute_combinations(pool, r):
    n = len(pool)
    for indices in permutations(range(n), r):
        if sorted(indices) == list(indices):
            yield tuple(pool[i] for i in indices)


print(list(brute_combinations("abcde", 3)) == list(combinations("abcde", 3)))
print(sum(a * b * c for a, b, c in combinations(range(1, 9), 3)), sum(x[0] * 10 + x[-1] for x in permutations(range(5), 4)))
e = combinations("ab", 1)
print(next(e), next(e), next(e, None), next(e, None))


class P(product):
    pass


p = P("xy", repeat=2)
p.note = 1
print(type(p).__name__, list(p), p.note)
