# The limit on digits of decimal text: int(), str(), repr(), format, %, and bases it does not touch.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

for s in ("9" * 4300, "9" * 4301, "-" + "9" * 4301, "1_" * 2200 + "1", " " + "9" * 4300 + " ", "\u0663" * 4301, "0" * 5000):
    show(lambda: len(repr(int(s))))
for call in ("len(str(10**4299))", "str(10**4300)", "repr(-10**4300)", "f'{10**4300}'", "'%d' % 10**4300", "'%d' % (10**4300)", "'%i' % (-10**4300)", "format(10**4300, 'd')", "format(10**4300, ',')", "format(10**4300, 'n')",
             "len(format(10**4300, 'x'))", "len('%x' % 10**4400)", "len(hex(10**5000))", "len(bin(10**5000))", "int('1' * 5000, 16) % 97", "int('1' * 5000, 2) % 97", "int('1' * 5000, 32) % 97", "int('1' * 5000, 3)",
             "int('1' * 5000, 36)", "int('x' * 5000)", "print(10**4300)", "'{}'.format(10**4300)", "ascii(10**4300)", "float('1' * 400)", "float('9' * 5000)", "str([10**4300])", "b'%d' % (10**4300)", "int(b'1' * 5000)"):
    show(lambda: eval(call))
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
for limit in (639, 640, -1, 0, "x", 1.5, None):
    show(sys.set_int_max_str_digits, limit)
    print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(640)
show(lambda: len(str(10**639)))
show(lambda: len(str(10**640)))
show(lambda: int("1" * 641))
show(lambda: eval("1" * 641))
show(lambda: eval("0x" + "1" * 641) % 97)
