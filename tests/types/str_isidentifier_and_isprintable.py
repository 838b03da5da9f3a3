# isidentifier follows the lexer (keywords count), isprintable says what repr shows as it is.
import keyword

names = ("", "a", "_", "1a", "a1", "a b", "class", "\u00e9t\u00e9", "\u0661", "a\u0661", "\u2118", "a\u00b7", "\u00b7a", "a-b", "\u5909\u6570", "\ufb01", "x\u200d", "\U0001d4d0", "\U0001f600", "\xaa", "a\u0301", "\u0301", "a\x00", "\ud800")
for name in names:
    try:
        exec(name + " = 1", {}) if name else compile("", "", "")
        works = True
    except (SyntaxError, ValueError, UnicodeEncodeError):
        works = False
    print(ascii(name), name.isidentifier(), keyword.iskeyword(name), works)
texts = ("", " ", "a", "\t", "\x7f", "\xa0", "\xad", "\u00e9", "\u2028", "\u200b", "\u3000", "\ue000", "\ufffe", "\ud800", "\U000e0001", "\U0001f600", "abc\n", "a b c", "\u0378")
for text in texts:
    assert text.isprintable() == (repr(text)[1:-1] == text), ascii(text)
    print(ascii(text), text.isprintable(), ascii(repr(text)))
counted = [sum(chr(i).isprintable() for i in range(a, a + 256)) for a in range(0, 0x1000, 256)]
print(counted, [sum(chr(i).isidentifier() for i in range(a, a + 256)) for a in range(0, 0x1000, 256)])
for wrong in (lambda: "a".isidentifier(1), lambda: str.isprintable(b"a"), lambda: str.isidentifier(), lambda: b"a".isidentifier()):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
