# reference: 3.2.5.2
# insert takes any index and cuts it to the ends; pop, del and assignment do not.
def attempt(f):
    try:
        return f()
    except (IndexError, TypeError, OverflowError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


for i in (0, 1, 3, 4, 100, -1, -3, -4, -100, True, Index(2), 2**62, -(2**62), 2**100, -(2**100), "1", 1.0, None):
    l = ["a", "b", "c"]
    name = f"Index({i.n})" if isinstance(i, Index) else i
    if isinstance(i, int) and abs(i) > 2**40:
        print(name, type(i).__name__, "cut or refused", attempt(lambda: l.pop(2**100)))
        continue
    print(name, attempt(lambda: l.insert(i, "new")), l, attempt(lambda: l.pop(i)), l, attempt(lambda: l.__delitem__(i)), l, attempt(lambda: l.__setitem__(i, "set")), l)
print(attempt(lambda: [].pop()), attempt(lambda: [].pop(0)), attempt(lambda: [1].pop(1)), attempt(lambda: [1].pop(-2)), attempt(lambda: [].__delitem__(0)), attempt(lambda: [][0]))
print(attempt(lambda: [1].insert(0)), attempt(lambda: [1].insert()), attempt(lambda: [1].pop(0, 0)), attempt(lambda: [1].pop(index=0)), attempt(lambda: [1].insert(index=0, object=1)))
shrink = [1, 2, 3, 4]


class Emptying:
    def __index__(self):
        shrink.clear()
        return 2


print(attempt(lambda: shrink.pop(Emptying())), shrink)
shrink += [1, 2, 3]
print(attempt(lambda: shrink.insert(Emptying(), "x")), shrink)
queue = list(range(5))
while queue:
    print(queue.pop(len(queue) // 2), end=" ")
print(queue)
