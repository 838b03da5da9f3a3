# reference: enumerate()
# enumerate counts from any int, past 64 bits as well; a subclass can change what comes.
def attempt(f):
    try:
        return f()
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


class Index:
    def __index__(self):
        return 40


for start in (0, -2, 2**30, 2**31 - 1, 2**63 - 1, 2**64, -(2**63) - 1, True, Index()):
    e = enumerate("abc", start)
    print(list(e), next(e, "over"))
print(list(enumerate("ab", start=7)), list(enumerate(iterable="ab")), list(enumerate(start=1, iterable="x")), list(enumerate({})), list(enumerate(enumerate("q"))))
for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate("a", "1"), lambda: enumerate("a", 1.0), lambda: enumerate("a", None), lambda: enumerate("a", 1, 2), lambda: enumerate("a", begin=1), lambda: enumerate(start=1), lambda: enumerate("a", 1, start=2), lambda: enumerate(iterable="a", stop=3), lambda: len(enumerate("a")), lambda: enumerate("abc")[0]):
    print(attempt(f))


class FromOne(enumerate):
    def __new__(cls, iterable):
        return super().__new__(cls, iterable, 1)

    def __next__(self):
        i, x = super().__next__()
        return f"{i}: {x}"


print(list(FromOne("xy")), FromOne("z").__reduce__()[1][1], isinstance(FromOne("z"), enumerate), enumerate[int], type(enumerate.__class_getitem__(str)).__name__)
kept = [t for t in enumerate("abc")]
print(kept, len({id(t) for t in kept}))
e = enumerate("ab")
for i, x in e:
    print(i, x, e.__reduce__()[1][1], end="; ")
print()
words = ["a", "b"]
for i, w in enumerate(words):
    if i < 4:
        words.append(w * 2)
print(words)
