# The order of an OrderedDict: moved keys, both ends, changes during an iteration, and what others see of it.
from collections import OrderedDict as O
import json


def t(f, *a):
    try:
        print(repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, e)


o = O.fromkeys("abcde", 0)
o.move_to_end("b")
o.move_to_end("d", last=False)
o.move_to_end("d", last=False)
o.move_to_end("b", True)
print(list(o), list(reversed(o)), list(o.items())[:2], list(reversed(o.values())), list(reversed(o.keys())))
o["a"] = 7
del o["c"]
o["c"] = 8
print(o.popitem(), o.popitem(last=False), o)
for n in range(100):  # the table grows, and is made again without gaps
    o[n] = n
    if n % 3:
        o.move_to_end(n, last=False)
    if n % 5 == 0:
        o.popitem(last=n % 2 == 0)
print(list(o))
while len(o) > 5:
    o.popitem(last=len(o) % 2 == 0)
print(o)
o = O((k, k) for k in range(2000))
while len(o) > 1:
    o.popitem(last=False)
    o.move_to_end(next(iter(o)))
print(o)

for change in (O.clear, lambda o: o.update(z=1), lambda o: o.update(b=1), lambda o: o.pop("b"), lambda o: o.move_to_end("a"),
               lambda o: o.move_to_end("c"), lambda o: (o.pop("b"), o.update(b=1)), lambda o: dict.pop(o, "b"),
               lambda o: (dict.pop(o, "b"), dict.__setitem__(o, "z", 3)), lambda o: dict.clear(o)):
    for view in (O.__iter__, O.__reversed__, lambda o: iter(o.items()), lambda o: reversed(o.values())):
        o = O.fromkeys("abc")
        it = view(o)
        next(it)
        change(o)
        t(next, it), t(next, it), t(next, it, "end")
it = iter(o := O(a=1))
print(list(it), o.update(b=2), next(it, "end"))
it = iter(O(a=1, b=2, c=3).items())
print(next(it), it.__reduce__(), next(it), list(it), list(it), it.__reduce__())

o = O.fromkeys("abc", 1)
o.move_to_end("a")
print(json.dumps(o), dict(o), {**o}, dict(**o), (lambda **k: k)(**o), list(o | {}), [*o], dict.copy(o), dict(o, d=1))
exec("x = 1\ny = 2\ndel x", {}, o)
print(o, eval("[y]", {}, o), "%(a)s" % o, "a" in o, bool(O()), len(o))


class Meta(type):
    def __prepare__(name, bases):
        return O(first=1)

    def __new__(meta, name, bases, ns):
        print(type(ns), list(ns))
        return super().__new__(meta, name, bases, ns)


class C(metaclass=Meta):
    p = 1
    q = 2


match o:
    case {"b": v, **rest}:
        print(v, rest, type(rest))
print(o.keys() & {"a"}, o.keys() == {"a", "b", "c", "y"}, o.items() >= {("a", 1)}, o.keys().isdisjoint("xy"), o.keys().mapping)
print(sorted(o.items() ^ {("q", 1)}), o.keys() - "a" == {"b", "c", "y"}, {"a"} & o.keys(), o.keys() | "z" > o.keys())
