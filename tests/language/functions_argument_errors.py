# reference: 6.3.4
def f(a, b=2, *, c=3): pass
def g(a, b, /): pass
def h(): pass
def k(*, x, y): pass
def m(a, b, c): pass
calls = [
    lambda: f(), lambda: f(1, 2, 3), lambda: f(1, a=1), lambda: f(1, z=3), lambda: g(1), lambda: g(a=1, b=2),
    lambda: g(1, 2, 3), lambda: h(1), lambda: h(x=1), lambda: k(), lambda: k(x=1), lambda: m(), lambda: m(1), lambda: m(1, 2, 3, 4),
    lambda: f(*5), lambda: f(**5), lambda: f(1, **{"a": 1}), lambda: f(**{1: 2}), lambda: m(1, 2, 3, *[4, 5]), lambda: f(1, 2, 3, c=4),
]
for c in calls:
    try:
        c()
    except TypeError as e:
        print(e)
