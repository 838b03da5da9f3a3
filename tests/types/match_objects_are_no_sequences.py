"""Types written in C whose [...] takes keys are not iterable: regular expression matches, type aliases."""
import re


def show(what, function, *args):
    try:
        print(what, function(*args))
    except TypeError as error:
        print(what, error)


def unpack(x):
    a, b = x


def star(x):
    print(*x)


type Alias = int
type Generic[T] = list[T]
for thing in (re.match("(a)(b)", "ab"), Alias, Generic):
    name = type(thing).__name__
    show(name, iter, thing)
    show(name, list, thing)
    show(name, lambda x: 1 in x, thing)
    show(name, reversed, thing)
    show(name, unpack, thing)
    show(name, star, thing)
