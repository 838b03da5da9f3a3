# Predicates, case mappings and repr of characters all over Unicode, as sums.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

names = "isalnum isalpha isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper".split()
maps = "lower upper title capitalize swapcase casefold".split()
for low in list(range(0, 0x3000, 0x400)) + list(range(0xA000, 0x12000, 0x800)) + [0x16E00, 0x1D400, 0x1E900, 0x1F100, 0x20000, 0xE0000, 0x10FFC0]:
    counts = [0] * len(names)
    total = 0
    for c in range(low, min(low + 0x400, 0x110000), 5):
        s = chr(c)
        for i, name in enumerate(names):
            counts[i] += getattr(s, name)()
        for name in maps:
            for ch in getattr("a" + s, name)():
                total = (total * 31 + ord(ch)) & 0xFFFFFFF
        total = (total * 31 + len(repr(s))) & 0xFFFFFFF
    print(hex(low), counts, total)
