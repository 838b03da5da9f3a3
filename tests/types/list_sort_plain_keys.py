# Lists of plain keys in every order and direction, against an insertion sort written in Python.
def by_hand(items, key, reverse):
    result = []
    for item in reversed(items) if reverse else items:
        k = key(item)
        at = len(result)
        while at > 0 and k < key(result[at - 1]):
            at -= 1
        result.insert(at, item)
    return result[::-1] if reverse else result


seed = 42


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


class Tagged:
    def __init__(self, key):
        self.key = key


def text(n):
    return "".join(chr(97 + rnd(3)) for _ in range(rnd(n)))


makers = {
    "small ints": lambda: rnd(40) - 20,
    "ints of two digits": lambda: rnd(30000) * 3000000019 - 50000000000,
    "ints around 2**63": lambda: 2 ** 63 - 10 + rnd(20),
    "floats": lambda: (rnd(40) - 20) / 8,
    "zeros and infinities": lambda: (0.0, -0.0, float("inf"), -float("inf"), 5e-324)[rnd(5)],
    "short str": lambda: text(4),
    "long str": lambda: "abcdefg" + text(6),
    "latin str": lambda: "\xe9\xff"[rnd(2)] + text(3) + "\0" * rnd(2),
    "wide str": lambda: chr(0x3b1 + rnd(4)) + text(3),
    "pairs": lambda: (rnd(5), text(3)),
    "pairs of str": lambda: (text(2), -rnd(5)),
    "tuples of many lengths": lambda: (rnd(3), rnd(3) / 2, text(2))[: 1 + rnd(3)],
    "tuples with long ints": lambda: (rnd(3), 10 ** 20 + rnd(3)),
    "mixed numbers": lambda: (rnd(9), rnd(9) / 2, True)[rnd(3)],
    "nested tuples": lambda: ((rnd(3), rnd(3)), rnd(3)),
}
for name, make in makers.items():
    good = 0
    for n in (0, 1, 2, 3, 7, 8, 9, 24, 25, 40, 60):
        items = [Tagged(make()) for _ in range(n)]
        plain = [item.key for item in items]
        for reverse in False, True:
            wanted = by_hand(items, lambda item: item.key, reverse)
            good += sorted(items, key=lambda item: item.key, reverse=reverse) == wanted
            good += [id(k) for k in sorted(plain, reverse=reverse)] == [id(item.key) for item in wanted]
            good += sorted(wanted, key=lambda item: item.key, reverse=reverse) == wanted
            good += sorted(plain, reverse=reverse)[::-1] == sorted(sorted(plain, reverse=reverse), reverse=not reverse)
    print(name, good)

nan = float("nan")
print(sorted([3.0, nan, 1.0, nan, 2.0]))
print(sorted([(nan, 2), (nan, 1), (0.5, 0)]))
for items in [1, "a"], [(1, "a"), (1, 2)], [(), (1,), ()], [(1,), [1]], ["b", b"a"]:
    try:
        print(sorted(items))
    except TypeError as e:
        print(e)
a = [5, 3, 3, 1] * 10
a.sort(key=str, reverse=True)
print(a)
