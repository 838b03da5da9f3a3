# reference: 6.1, 6.7
# int, float, complex, bool mixed; sequences repeated and joined; % for formatting; errors of mixed types.
for a in (7, 7.0, 7j, True):
    for b in (2, 2.0, 2j, False):
        out = []
        for op in "+ - * / // %".split() + ["**"] * (b != 2j):
            try: out.append(repr(eval(f"a {op} b")))
            except Exception as e: out.append(type(e).__name__)
        print(a, b, *out)
print("ab" * 3, 3 * "ab", [1] * 2, 2 * (1,), "a" * 0, "a" * -1, [[]] * 2, True * "x", b"a" * 2, bytearray(b"x") * 2, "a" + "b", [1] + [2], (1,) + (), b"a" + bytearray(b"b"), bytearray(b"a") + b"b", type(b"" + bytearray()).__name__, type(bytearray() + b"").__name__)
print(-7 // 2, -7 % 2, 7 // -2, 7 % -2, -7.5 // 2, -7.5 % 2, 1e308 * 10, 5 % 3.5, -0.0 + 0, 0 * -1.0, 10 ** 20 // 3, 10 ** 20 / 3, 2 ** 62 * 2, -2 ** 63 - 1, (2 ** 31 - 1) * (2 ** 31 - 1), 3 % -1e100 , 1 // 1e-320 if 0 else "")
for src in ("'a' + 1", "1 + 'a'", "[1] + (1,)", "(1,) + [1]", "'a' + b'a'", "b'a' + 'a'", "[] + None", "None + []", "'a' * 'b'", "'a' * 1.0", "[1] * '2'", "1.0 * 'a'", "{} + {}", "{1} + {2}", "'a' - 'b'", "[1] - [1]", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "1j / 0", "1j // 1", "1j % 1", "divmod(1j, 1)", "divmod(1, 0)", "divmod(1.0, 0)", "'%d' % 'a'", "'%s %s' % 1", "'%s' % (1, 2)", "b'%s' % 'a'", "None - 1", "object() * 2", "len + 1", "'a' * 10 ** 20", "[1] * 10 ** 20", "int + int", "'a' / 2", "2 / 'a'", "2 // 'a'", "2 % 'a'", "'a' // 2", "range(2) + range(2)", "1 @ 2", "'a' @ 'b'", "10 ** 400 * 1.0", "10 ** 400 + 0.5", "1.5 * 10 ** 400", "10 ** 400 - 1j", "True / False"):
    try: print(src, "->", eval(src))
    except Exception as e: print(src, "|", type(e).__name__, e)
