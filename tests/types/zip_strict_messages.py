# zip(strict=True) tells which argument was shorter or longer, and what had been taken by then.
def attempt(*arguments, **named):
    taken = []
    try:
        for t in zip(*arguments, **named):
            taken.append(t)
    except (ValueError, TypeError, ZeroDivisionError) as e:
        return taken, f"{type(e).__name__}: {e}"
    return taken


for given in ((), ("ab",), ("ab", "xy"), ("abc", "xy"), ("ab", "xyz"), ("ab", "xy", "1"), ("ab", "xy", "123"), ("", "x"), ("x", ""), ("", "", "z"), ("a", "b", "", "d"), ("ab", "cd", "ef", "ghi")):
    print(given, attempt(*given, strict=True), attempt(*given), attempt(*given, strict=0))
a, b = iter("abc"), iter("xy")
print(attempt(a, b), list(a), list(b))
a, b = iter("ab"), iter("xyz")
print(attempt(a, b), list(b))
a, b = iter("ab"), iter("xyz")
print(attempt(a, b, strict=True), list(b))
it = iter(range(7))
print(list(zip(it, it, it)), list(it), list(zip(*[[1, 2], [3, 4]])), list(zip(*zip("ab", "cd"))))
for wrong in (lambda: zip(5), lambda: zip("a", 5), lambda: zip("a", None, strict=True), lambda: zip("a", x=1), lambda: zip(strict=1, other=2)):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
print(attempt((1 // x for x in (1, 0)), "ab", strict=True), attempt("ab", (1 // x for x in (1, 0))))
z = zip("ab", "cd", strict=True)
f, arguments, *state = z.__reduce__()
print(f is zip, len(arguments), state, next(z), iter(z) is z)


class Own(zip):
    def __next__(self):
        return "own", super().__next__()


print(list(Own("ab", "cd")), type(Own()).__name__, list(Own()))
same = zip("abc")
print([id(t) for t in same] != [], [t for t in zip([1, 2], [3, 4])])
