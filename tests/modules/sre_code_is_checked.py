# Code that no compiler makes is refused; it never reaches the machine.
import _sre
print(_sre.MAGIC, _sre.CODESIZE, _sre.getcodesize(), _sre.unicode_tolower(0x130), _sre.ascii_tolower(65), _sre.unicode_iscased(ord("1")), _sre.ascii_iscased(ord("z")))
for code in ([], [0], [1], [99, 1], [16], [16, 97], [16, 97, 1], [15, 500, 1], [17, 9, 1], [7, 0, 1], [7, 3, 16, 97, 1], [24, 4, 0, 1, 16, 97, 1, 1], [24, 9, 0, 1, 2, 1, 1], [18, 1],
             [13, 2, 0, 1], [13, 5, 16, 97, 0, 1], [4, 3, 0, 1, 1], [6, 77, 1], [8, 90, 1], [11, 0, 1], [12, 0, 3, 1], [23, 3, 0, 1, 18, 1], [25, 1]):
    try:
        p = _sre.compile("x", 0, code, 0, {}, ())
        print(code, "is accepted")
    except Exception as e:
        print(code, type(e).__name__, e)
for args in (("x", 0, [-1], 0, {}, ()), ("x", 0, (1,), 0, {}, ()), ("x", "y", [1], 0, {}, ()), ("x", 0, [1], 0, [], ()), ("x", 0, [1], 0, {}, [])):
    try:
        _sre.compile(*args)
    except Exception as e:
        print(type(e).__name__, e)
