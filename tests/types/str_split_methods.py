print("a b  c ".split(), "a b  c ".split(" "), " a b c ".split(None, 1), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1))
print("".split(), "".split(","), "   ".split(), " x y ".rsplit(None, 1), "aXXbXXc".split("XX"), "abc".split("abc"))
print("a\nb\r\nc\rd\n".splitlines(), "a\nb\r\n".splitlines(True), "a\x0bb\u2028c\x1cd".splitlines(), "".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print(",".join(["x", "y"]), "".join("abc"), "-".join([]), "-".join(["one"]), ", ".join(str(i) for i in range(3)))
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join(["a", 1]), lambda: ",".join(5),
          lambda: "a".split(1)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
