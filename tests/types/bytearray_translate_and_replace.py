# reference: 3.2.5.2
# translate, replace, split, join, fill methods of bytearray give new bytearrays, also where nothing changed.
b = bytearray(b"hello world")
results = {
    "translate None": b.translate(None), "translate delete": b.translate(None, b"lo"), "translate table": b.translate(bytes(range(256))),
    "translate both": b.translate(bytes.maketrans(b"h", b"j"), delete=b" "), "replace": b.replace(b"o", b"0"), "replace once": b.replace(b"o", b"00", 1), "replace none": b.replace(b"z", b""),
    "replace empty": bytearray(b"ab").replace(b"", b"-"), "replace empty 2": bytearray(b"ab").replace(b"", b"-", 2), "join": b.join([b"1", bytearray(b"2"), memoryview(b"3")]), "join one": b.join([b]),
    "center": b.center(15, b"*"), "ljust": b.ljust(5), "rjust": b.rjust(13), "zfill": bytearray(b"-7").zfill(5), "zfill plus": bytearray(b"+").zfill(3), "strip": b.strip(), "lower": b.lower(),
    "title": b.title(), "copy": b.copy(), "slice": b[:], "add": b + b"", "mul": b * 1, "expandtabs": b.expandtabs(), "partition": b.partition(b" ")[0], "removeprefix": b.removeprefix(b"z"),
}
for name, r in results.items():
    print(name, r, type(r).__name__, r is b)
print(b.split(), b.rsplit(b"o", 1), b.split(b"l"), b"".split(), bytearray(b" a  b ").split(b" "), bytearray(b"a,b").split(bytearray(b",")))
for f in (lambda: b.translate(b"short"), lambda: b.translate("text"), lambda: b.translate(), lambda: b.translate(None, "a"), lambda: b.replace("o", "0"), lambda: b.replace(b"o"), lambda: b.join(["a"]),
          lambda: b.join([1]), lambda: b.join(b"ab"), lambda: b.split(""), lambda: b.split(b""), lambda: b.center("5"), lambda: b.center(5, "x"), lambda: b.center(20, b"ab"), lambda: b.zfill(None),
          lambda: b.replace(b"o", b"0", "1"), lambda: b.ljust(20, 42), lambda: b.translate(5)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(b.isalpha(), b.isascii(), bytearray(b"").isascii(), bytearray(b"").isalpha(), bytearray(b"12").isdigit(), bytearray(b"\xb2").isdigit(), bytearray(b"A b").istitle(), bytearray(b" \n").isspace(), bytearray(b"Ab1").isalnum())
