print("ab" + "cd", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" < "b", "a" < "B", "abc" < "abcd", "é" > "z", "" < "a")
print("a" == b"a", "a" != "b", "é" == "e\u0301", "x" in "xyz", not "", bool(" "))
s = t = "x"
s += "y"
print(s, t)
for f in (lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" - "b", lambda: "a" + None, lambda: "a" < 1,
          lambda: "a" * 1.5, lambda: -"a", lambda: "a" + b"b"):
    try:
        f()
    except TypeError as e:
        print(e)
