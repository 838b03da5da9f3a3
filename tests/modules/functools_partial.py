# partial: flattening, keyword order, subclasses with attributes, weak references, recursion, descriptors it is not.
from _functools import partial
import _weakref
import gc


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, x=1, y=2)
print(p(2, z=3), p(y=20), p(*"ab", **{"x": "new", "w": 0}), p())
q = partial(p, 5, y=3, z=4)
print(q.func is show, q.args, q.keywords, q())
p.attr = 1
r = partial(p, 5)
print(r.func is p, r.args, r(6), p.__dict__)
print(partial(partial)(show, 3)(4), partial(int, "7")(), partial(sorted, key=len)(["bbb", "a", "cc"]), partial(partial(partial(max, 1), 5), 3)(2))


class Sub(partial):
    tag = "sub"

    def __call__(self, *args):
        return "called", super().__call__(*args)


s = Sub(show, 1)
print(s(2), s.tag, isinstance(s, partial), partial(s, 3)(4), Sub(s, 9).args)


class A:
    method = partial(show, "bound?")

    def __init__(self):
        self.p = partial(show, self)


print(A().method("x"))
a = A()
w = _weakref.ref(a.p)
print(w() is a.p)
del a
gc.collect()
print(w())
kw = {"k": 1}
p = partial(show, **kw)
kw["k"] = 2
p.keywords["k"] = 3
print(p())
new = partial(show)
new.__setstate__((show, (1, 2), {"a": 3}, {"note": "n"}))
print(new(), new.note, new.__reduce__()[2][1:])
deep = show
for k in range(50):
    deep = partial(deep)
    deep.level = k
print(deep(1), deep.level)
try:
    partial(show)(**{1: 2})
except TypeError as e:
    print(e)
print(list(map(partial(pow, 2), range(5))))
