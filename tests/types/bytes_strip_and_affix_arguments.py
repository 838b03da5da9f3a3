# reference: 3.2.5.1
# strip, lstrip, rstrip, removeprefix, removesuffix, startswith, endswith of bytes and bytearray with every kind of argument.
def attempt(f):
    try:
        return repr(f())
    except (TypeError, ValueError) as e:
        return f"{type(e).__name__}: {e}"


for kind in (bytes, bytearray):
    data = kind(b" \t\n\v\f\r xx--middle--xx \x00")
    print(data.strip(), data.lstrip(), data.rstrip(), data.rstrip(b"\x00"), data.strip(b" \x00x\t\n\v\f\r"), data.strip(None), data.strip(b""))
    for chars in (b"-x", bytearray(b"x"), memoryview(b"x-"), "x", 120, [120], (b"x",)):
        trimmed = kind(b"xx--mid--xx")
        print("  ", type(chars).__name__, *(attempt(lambda: getattr(trimmed, name)(chars)) for name in ("strip", "lstrip", "rstrip", "removeprefix", "removesuffix")), sep=" | ")
    word = kind(b"prefix-word")
    print(word.removeprefix(b"prefix-"), word.removesuffix(b"word"), word.removeprefix(b"word"), word.removesuffix(b""), word.removeprefix(word), word.removeprefix(word + b"x"))
    for name in ("startswith", "endswith"):
        test = getattr(word, name)
        print("  ", name, test(b"pre"), test(b"word"), test((b"x", b"word", b"pre")), test(()), test(b""), test(b"", 100), test(b"", 11), test(b"word", 7), test(b"w", -4, -3), test(bytearray(b"pre"), None, None))
        print(*(attempt(f) for f in (lambda: test("pre"), lambda: test(("pre",)), lambda: test([b"pre"]), lambda: test(5), lambda: test(), lambda: test(b"p", "0"), lambda: test((b"no", 5)), lambda: test((b"pre", b"word", 5)))), sep="\n     ")
same = b"nothing to take"
print(same.strip() is same, same.removeprefix(b"x") is same, same.removesuffix(b"x") is same, same.strip(b"zq") is same, bytearray(b"q").strip() is not None)


class Own(bytes):
    pass


print(type(Own(b"ab").strip()).__name__, type(Own(b"ab").removeprefix(b"x")).__name__, type(Own(b"ab")[:]).__name__, type(Own(b"ab") * 1).__name__)
