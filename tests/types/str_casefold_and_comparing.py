# casefold makes texts equal that differ only in case, where lower does not; caseless comparing needs it twice with normalizing.
pairs = (("Stra\u00dfe", "STRASSE"), ("\u03a3\u03a3", "\u03c3\u03c2"), ("\u1e9e", "ss"), ("\u0130", "i"), ("\ufb03", "FFI"), ("\u0149", "\u02bcN"), ("\u01c4", "\u01c6"),
         ("K", "\u212a"), ("\u00c5", "\u212b"), ("\u0390", "\u1fd3"), ("\u13a0", "\uab70"), ("\U00010400", "\U00010428"), ("A", "a"), ("\u03b8", "\u03d1"))
for a, b in pairs:
    print(ascii(a), ascii(b), a.lower() == b.lower(), a.upper() == b.upper(), a.casefold() == b.casefold(), ascii(a.casefold()), ascii(b.casefold()))
grow = {n: 0 for n in (1, 2, 3)}
changed = same = 0
for code in range(0x3000):
    c = chr(code)
    folded = c.casefold()
    grow[len(folded)] += 1
    assert folded.casefold() == folded, hex(code)
    changed += folded != c.lower()
    same += c.upper().casefold() == folded
print(grow, changed, same)
words = ["\u00e4rger", "Zebra", "apfel", "\u00c4pfel", "zebra", "Apfel", "stra\u00dfe", "STRASSE"]
print(ascii(sorted(words)), ascii(sorted(words, key=str.casefold)), ascii(sorted(words, key=str.upper)), sep="\n")


class Own(str):
    pass


print(type(Own("abc").casefold()).__name__, type(Own("").casefold()).__name__, "\ud800".casefold() == "\ud800", ascii("\u0345\u03b1\u0345".casefold()))
for wrong in (lambda: "a".casefold(1), lambda: str.casefold(b"a"), lambda: b"a".casefold()):
    try:
        wrong()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
