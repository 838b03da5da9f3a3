# Every arithmetic operator between int, bool, float, complex, their subclasses and things that are no numbers.
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

class Int(int):
    pass

class Float(float):
    pass

objects = [0, 1, -7, True, 2**40, 10**30, 0.0, -0.0, 1.5, -2.5, float("inf"), float("nan"), 1j, 1 + 2j, Int(5), Float(2.5), "x", None, [], Index(3)]
for op in ("a + b", "a - b", "a * b", "a / b", "a // b", "a % b", "divmod(a, b)", "a & b", "a | b", "a ^ b", "a == b", "a < b", "a >= b", "a != b"):
    print(op)
    for a in objects:
        for b in objects:
            if not (op == "a * b" and (isinstance(a, (str, list)) and b not in (0, 1) or isinstance(b, (str, list)) and a not in (0, 1))):
                show(lambda: eval(op))
for op in ("a << b", "a >> b"):
    for a in objects:
        for b in (0, 1, -1, 5, True, 1.5, "x", None, Int(2), -10**30):
            show(lambda: eval(op))
for op in ("-a", "+a", "abs(a)", "not a"):
    for a in objects[1:]:
        if a is not True:
            show(lambda: eval(op))
for a in objects:
    show(lambda: ~a if a is not True else None)
for call in ("1 >> 10**30", "-1 >> 10**30", "0 << 10**30", "1 << 10**30", "1 / 0", "1 // 0", "1 % 0", "divmod(1, 0)", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "0 ** -1", "0.0 ** -1", "0j ** -1", "0j ** 1j",
             "1j / 0", "1j // 1", "1j % 1", "divmod(1j, 1)", "10**400 * 1.0", "10**400 / 3", "10**400 / 10**399", "0 ** complex('nan')", "1j < 2", "2 ** -2", "(-2) ** 3", "2.0 ** 3", "4 ** 0.5", "0 ** 0", "True + True"):
    show(lambda: eval(call))
