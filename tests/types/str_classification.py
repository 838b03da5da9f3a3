tests = "isalpha isdigit isdecimal isnumeric isalnum isspace isidentifier isprintable isascii".split()
for s in ("abc", "123", "a1", " \t\n", "", "é", "²", "½", "\u0663", "_x1", "1x", "\x00", "中", "a b", "\u00a0"):
    print(ascii(s), *[int(getattr(s, t)()) for t in tests])
