# pow with a modulus, negative exponents, huge exponents, and arguments it refuses.
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

for args in ((2, 10, 1000), (2, -1, 7), (2, -1, 4), (3, -5, 11), (2, 10, 0), (2, 10, -7), (0, 0, 1), (5, 0, 1), (5, 3, 1), (-3, 3, 7), (3, 100, -10), (2, 10, 1.5), (2.5, 2, 3), (2, 2.5, 3), (1j, 2, 3),
             (10**50, 10**20, 10**30 + 1), (2, 10**30, 97), (2, -10**30, 97), (7, -1, -10), ("a", 1, 2), (2, "a", 2), (2, 1, "a"), (2, 1, None), (True, 5, 3), (Index(2), 3, 4), (2,), (2, 3), (0, -1, 5), (6, -2, 9),
             (-7, -1, 5), (5, 3, -1), (10**30, 0, 10**31), (2, 3, 5, 7)):
    show(pow, *args)
for kwargs in ({"base": 2, "exp": 3}, {"base": 2, "exp": 3, "mod": 5}, {"exp": 2}, {"base": 2, "exponent": 3}):
    show(pow, **kwargs)
total = 0
for a in range(-8, 9):
    for b in range(-5, 6):
        for m in (1, 2, 3, 7, 12, -5, 97):
            try:
                total = total * 7 + pow(a, b, m)
            except ValueError:
                total += 1
            total %= 1000003
print(total)
