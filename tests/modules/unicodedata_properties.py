# Every function of unicodedata over characters of many scripts, and what each says of arguments it does not take.
import unicodedata as u

def show(f, *args):
    try:
        print(ascii(f(*args)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

chars = "A a \xdf \xe9 \u01c5 5 \xb2 \xbd \u0663 \u2166 \u3007 \u4e94 \u5146 \u0300 \u05d0 ( \xab \u2260 \t \x00 \xa0 \u200f \ufb01 \uff21 \uac00 \ud800 \ue000 \ufdfa \U0001f600 \U0001d7ce \U00020001 \U0010ffff \U00050000 \u09f4 \u212b \u1e9b".split(" ")
for c in chars:
    print(ascii(c), u.name(c, None), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.mirrored(c), u.decomposition(c), u.numeric(c, None), u.digit(c, None),
          u.decimal(c, None))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for s in ("", "abc", "\u212b", "A\u030a\u0323", "\u1e9b\u0323", "\ufb01", "\uac01", "\u1100\u1161\u11a8", "\ufdfa", "a\u0315\u0300\u05ae\u0300b", "\U0001d160", "\u0958", "\uf951"):
        print(form, ascii(s), ascii(u.normalize(form, s)), u.is_normalized(form, s))
for f in (u.name, u.category, u.combining, u.mirrored, u.decomposition, u.numeric, u.digit, u.decimal):
    for args in ((), ("",), ("ab",), (3,), (None,), ("a", 1, 2), ("a",), ("\u0663",), ("a", "default"), ("a", None), (b"a",)):
        if args == ("a",) or len(args) == 2 or args and args[0] == "\u0663" or f in (u.name, u.category, u.numeric):
            show(f, *args)
for name in ("LATIN SMALL LETTER A", "latin small letter a", "LINE FEED", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "GREEK SMALL LETTER ALPHA", "x", "", "x" * 300, "\u1234", 3, b"BULLET"):
    show(u.lookup, name)
for args in (("NFX", "a"), ("NFC", 3), (3, "a"), ("NFC",), ("NFX", ""), ("NFC", b"a")):
    show(u.normalize, *args)
    show(u.is_normalized, *args)
print(u.unidata_version)
total = 0
for c in range(0, 0x110000, 97):
    name = u.name(chr(c), "")
    if name:
        assert u.lookup(name) == chr(c)
        total = (total * 31 + len(name) + u.combining(chr(c)) + len(u.decomposition(chr(c)))) % 1000003
print(total)
