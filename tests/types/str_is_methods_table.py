# reference: 3.2.5.1
# The is... methods on characters of every category, on empty text and on mixtures.
methods = [m for m in dir(str) if m.startswith("is")]
print(methods)
for s in ("", "a", "A", "1", " ", "_", "é", "²", "½", "Ⅷ", "٣", "０", "一", "〇", "ª", "ǅ", "ʰ", "\u0301", "\u200b", "\u00a0", "\u2028", "\x1c", "\x85", "\x00", "\x7f", "\xad", "€", "😀", "\ud800", "\ue000", "\U0010ffff", "a1", "a b", "A1", "Aa", "aA", "A a", "1a", "_a", "a-b", "class", "é1", "1é", "\u0301a", "a\u0301", "℘", "℮", "·", "a·", "٣a", "Hello World", "HELLO wORLD", "\t\n", "x²", "ﬁ"):
    print(ascii(s), "".join("1" if getattr(s, m)() else "0" for m in methods))
