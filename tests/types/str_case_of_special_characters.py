# Case mappings that change length or depend on neighbours: sigma, sharp s, ligatures, dotted i, digraphs.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

texts = ["\u03a3", "A\u03a3", "\u03a3A", "A\u03a3 ", "A\u0301\u03a3", "A\u03a3\u0301", "A\u03a3\u0301B", "\u03a3\u03a3 \u03a3", "stra\xdfe", "\u1e9e", "\ufb01nd", "\u0130i\u0131I", "\u01c4\u01c5\u01c6", "\u0149x",
         "\u1f80\u1fb3", "\u0345", "\u2160\u24d0", "\U00010400\U00010428", "\u13a0\uab70", "\u10d0\u1c90", "they're bill's", "x-ray 2nd", "\xaa\xba", "\u00b5", "\u03f4"]
for s in texts:
    print(ascii(s), *(ascii(getattr(s, m)()) for m in ("lower", "upper", "title", "capitalize", "swapcase", "casefold")), s.islower(), s.isupper(), s.istitle())
print("\xdf".casefold() == "SS".casefold(), "\u03c2".casefold() == "\u03c3".casefold(), "\u0130".lower().encode(), "\u1e9e".lower().encode())
