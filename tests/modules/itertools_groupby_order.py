# groupby: which group may still read, keys with their own ==, and reading from inside the key function.
from itertools import groupby

g = groupby("aabbbc")
k1, first = next(g)
print(k1, next(first))
k2, second = next(g)
print(k2, list(first), next(second))
k3, third = next(g)
print(k3, list(second), list(third), next(third, "end"), next(g, "end"))
groups = [group for _, group in groupby([1, 1, 2, 2])]
print([list(group) for group in groups])


class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print(f"({self.value}=={other.value})", end="")
        return self.value == other.value


print([(k.value, len(list(v))) for k, v in groupby("xxyz", Key)])
print([(k, list(v)) for k, v in groupby([1, 1.0, True, 2], key=None)])
nan = float("nan")
print(len(list(groupby([nan, nan, float("nan")]))))
calls = []
print([k for k, _ in groupby([3, 1, 2], key=lambda x: calls.append(x) or x)], calls)


def broken(x):
    if x == 2:
        raise ValueError("key")
    return x


g = groupby([1, 1, 2, 3], broken)
k, v = next(g)
try:
    print(list(v))
except ValueError as e:
    print("value", e)
print(next(g, "end")[0])


class Bad:
    def __eq__(self, other):
        raise TypeError("compare")


g = groupby([Bad(), Bad()])
k, v = next(g)
try:
    list(v)
except TypeError as e:
    print(e)
g = groupby([1, 2])
k, v = next(g)
it = iter(v)
print(it is v, type(v).__name__, next(it), list(it))


class G(groupby):
    pass


print({k: "".join(v) for k, v in G(sorted("mississippi"))})
