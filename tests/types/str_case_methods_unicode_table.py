# reference: 3.2.5.1
# upper, lower, title, capitalize, casefold, swapcase of characters whose case changes their number.
words = ["ß", "ẞ", "ŉ", "ǰ", "ΐ", "և", "ﬀ", "ﬃ", "İ", "ı", "ſ", "K", "Å", "ǅ", "ǆ", "Ǆ", "ᾳ", "ᾼ", "Σ", "ΑΣ", "ΑΣ Β", "ας", "Σ.", "Α.Σ", "ßa", "aß", "ŒUVRE", "œuvre", "ÿ", "Ÿ", "µ", "𐐀", "𐐨", "Ა", "ა", "ꭰ", "Ꭰ", "ⅷ", "Ⓐ", "they're", "o'neil's", "HELLO world-foo_bar", "1st 2ND", "ªº", "ʼn", "ﬁnd", "éÉ", "дД", "中文"]
for w in words:
    print(ascii(w), *(ascii(getattr(w, m)()) for m in ("upper", "lower", "title", "capitalize", "casefold", "swapcase")), w.isupper(), w.islower(), w.istitle())
print(sum(len(chr(c).upper()) != 1 for c in range(0x3000)), sum(len(chr(c).lower()) != 1 for c in range(0x3000)), sum(chr(c).casefold() != chr(c).lower() for c in range(0x3000)), sum(chr(c).title() != chr(c).upper() for c in range(0x3000)))
