# reference: 6.15
a = [1, 2]
print([*a, 3, *range(2)], (*a,), {*a, 5} == {1, 2, 5}, {**{"x": 1}, "y": 2, **{"x": 3}})
def f(*args, **kw): return args, kw
print(f(*a, 3, *[4], k=1, **{"m": 2}))
print(*"abc", sep="-")
try:
    f(**{"k": 1}, **{"k": 2})
except TypeError as e:
    print(e)
try:
    [*5]
except TypeError as e:
    print(e)
