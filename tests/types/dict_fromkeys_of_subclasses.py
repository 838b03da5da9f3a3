# reference: 3.2.7.1
# fromkeys calls the class and sets every item; one value is shared; what it does with dicts, sets and errors.
class Loud(dict):
    def __init__(self, *a):
        print("init", a)
        super().__init__(*a)

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Plain(dict):
    pass


class Elsewhere(dict):
    def __new__(cls):
        return store


def attempt(f):
    try:
        return f()
    except (TypeError, RuntimeError, ZeroDivisionError) as e:
        return f"{type(e).__name__}: {e}"


print(dict.fromkeys("abca"), dict.fromkeys("ab", 5), dict.fromkeys([]), dict.fromkeys({3: 1, 1: 2}), dict.fromkeys(range(3), ()), {}.fromkeys("x", "y"))
print(attempt(lambda: Loud.fromkeys("ab", 1)), type(Plain.fromkeys("a")).__name__, Plain.fromkeys({1: 2}, 3), Loud.fromkeys([]))
store = {"old": 1}
print(attempt(lambda: Elsewhere.fromkeys("ab")), store)


class Collect:
    def __setitem__(self, key, value):
        self.__dict__[key] = value


class Strange(dict):
    def __new__(cls):
        return Collect()


print(vars(Strange.fromkeys("pq", 0)))
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared, shared["a"] is shared["b"])
for f in (lambda: dict.fromkeys(), lambda: dict.fromkeys(5), lambda: dict.fromkeys([[]]), lambda: dict.fromkeys("a", 1, 2), lambda: dict.fromkeys(iterable="a"), lambda: dict.fromkeys(1 // x for x in (1, 0)), lambda: dict.fromkeys(None)):
    print(attempt(f))
print(dict.fromkeys(frozenset({7})), dict.fromkeys({1: "a"}.keys(), "v"), dict.fromkeys((True, 1, 1.0), "one"), type(dict.__dict__["fromkeys"]).__name__)
