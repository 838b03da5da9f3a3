# round and __round__ of ints and floats, half to even, with digits of every kind.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

values = [0, 1, 25, -25, 35, 15, 149, 150, 151, 10**30, -5, True, 0.0, -0.0, 0.5, 1.5, 2.5, -0.5, 2.675, 1e16, 123456.789, -1.005, 1e300, 5e-324, float("inf"), float("nan"), 1j, "x", None]
for v in values:
    for n in (0, 1, 2, -1, -2, -3, 5, 15, 17, 22, 23, 308, 324, -300, -309, None, Index(1), "x", 1.5, 10**10, -10**10, 10**30, True):
        if not (isinstance(v, int) and isinstance(n, int) and abs(n) > 400):
            show(round, v, n)
    show(round, v)
    show(round, number=v, ndigits=1)
class R:
    def __round__(self, *args):
        return "rounded", args
for args in ((R(),), (R(), None), (R(), 2), (), (1, 2, 3)):
    show(round, *args)
