# reference: 3.2.5.2
# + wants a list, += any iterable; * repeats references; both in place keep the same list.
def attempt(f):
    try:
        return f()
    except (TypeError, OverflowError, MemoryError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


l = same = [1]
l += "ab"
l += (2, 3)
l += {4: 5}
l += range(2)
l *= 2
print(l is same, l)
l += l[:1]
l *= 0
print(l is same, l, same)
l.extend(l)
l += [1, 2]
l += l
l.extend(iter(l[:2]))
print(l, same is l)
for f in (lambda: [1] + (2,), lambda: [1] + "a", lambda: (1,) + [2], lambda: [1] * "a", lambda: [1] * 1.5, lambda: [1] * [2], lambda: [1].__iadd__(5), lambda: [1].extend(None), lambda: [1].__add__(5), lambda: [1].__mul__("x"),
          lambda: [1] * True, lambda: -1 * [1], lambda: 3 * [1, 2], lambda: [1] - [1], lambda: [1] * None, lambda: [0] * 2**62 and 0 if False else "skipped", lambda: [1].__rmul__(2), lambda: [].__iadd__({1: 2}), lambda: [1].__imul__(-1)):
    print(attempt(f))
inner = [[]] * 3
inner[0].append("shared")
print(inner, inner[0] is inner[2])


def failing():
    yield 1
    yield 2
    raise ValueError("half way")


part = [0]
print(attempt(lambda: part.extend(failing())), part, attempt(lambda: part.__iadd__(failing())), part)


class Right:
    def __radd__(self, other):
        return "radd", other

    def __rmul__(self, other):
        return "rmul", other


print([1] + Right(), [1] * Right())
held = ([],)
try:
    held[0] += [1]
except TypeError as e:
    print(e, held)
