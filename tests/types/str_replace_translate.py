print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "x".replace("y", "z"))
print("aXbX".replace("X", "long"), "hello".replace("l", ""), "".replace("", "q"), "aéa".replace("é", "中"))
t = str.maketrans("abc", "xyz", "d")
print(sorted(t.items()), "aabbccdd".translate(t))
print("abc".translate({97: "AA", 98: None, 99: 0x43}), str.maketrans({"a": 1, 98: "q"}))
for f in (lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(5),
          lambda: "a".replace("a"), lambda: "abc".translate({97: 2 ** 30})):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
