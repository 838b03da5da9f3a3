# SimpleNamespace: attributes in the order given, repr of nested and recursive ones, equality, subclasses, errors.
from types import SimpleNamespace as NS
import copy


def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError) as e:
        return f"{type(e).__name__}: {e}"


a = NS(z=1, a="two", **{"not a name": 3, "class": 4})
print(a, vars(a), a.z, getattr(a, "not a name"), NS(), NS(x=NS(y=[NS()])))
a.new = 5
del a.z
a.z = "again"
print(a, a == NS(**vars(a)), a == vars(a), NS() == NS(), NS(x=1) == NS(x=1.0), NS(x=1, y=2) == NS(y=2, x=1), NS(x=1) != NS(x=2), NS() == 5)
a.me = a
print(a)
for f in (lambda: NS(1), lambda: NS({"a": 1}), lambda: NS(**{1: 2}), lambda: NS().missing, lambda: hash(NS()), lambda: NS() < NS(), lambda: NS(a=1) <= NS(a=2), lambda: NS()["a"], lambda: delattr(NS(), "x"), lambda: iter(NS()), lambda: len(NS()), lambda: NS(a=1) < 5, lambda: NS(x=1) < NS(x=1), lambda: NS().__reduce__()[1:]):
    print(attempt(f))


class Own(NS):
    shared = "class"

    def __init__(self, **named):
        super().__init__(first=0, **named)


o = Own(x=1)
print(o, o.shared, o == NS(first=0, x=1), NS(first=0, x=1) == o, type(copy.copy(o)).__name__, copy.copy(o), o.__reduce__()[0].__name__, o.__reduce__()[1:])
deep = NS(l=[1])
shallow, full = copy.copy(deep), copy.deepcopy(deep)
deep.l.append(2)
print(shallow, full, shallow.l is deep.l)
a.__init__(y=1)
print(list(vars(a)), a.__dict__ is vars(a))
print(attempt(lambda: setattr(o, "__dict__", {"replaced": 1})), o)


class Named(NS):
    def __repr__(self):
        return f"Named:{NS.__repr__(self)}"


print(Named(q=1), [Named()], f"{NS(a=1)}", "%s" % NS(b=2), NS.__doc__ is not None, NS(**{"": 1}), vars(NS(self=1, cls=2)))
