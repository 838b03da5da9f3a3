# A sample of all combinations of fill, align, sign, z, #, width, grouping, precision and type, for values of every type.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Int(int):
    pass

values = [0, 1, -1, 123, -12345678, 10**20, True, Int(5), 0.0, -0.0, 1.5, -1.5, 3.14159265, 1e10, 1e16, 1e17, 1e-5, 123456789.123, 1e100, float("inf"), float("-inf"), float("nan"), -0.0001, 0.5, 2.5, 1j, 1 + 2j, -1.5 - 2.5j,
          "", "abc", "h\xe9llo", None, [1], b"x"]
parts = [("", "*<", ">", "^", "=", "0=", "\u1234^", "x<"), ("", "+", "-", " "), ("", "z"), ("", "#"), ("", "0", "8", "08", "20"), ("", ",", "_"), ("", ".0", ".3"),
         ("", "d", "s", "f", "g", "e", "%", "x", "X", "b", "o", "c", "n", "E", "F", "G")]
state = 12345
def choose(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % n
for i in range(2500):
    spec = "".join(p[choose(len(p))] for p in parts)
    value = values[choose(len(values))]
    try:
        result = ascii(format(value, spec))
    except Exception as e:
        result = type(e).__name__ + " " + ascii(str(e))
    print(ascii(spec), result)
