s = "abracadabra"
print(s.find("bra"), s.find("bra", 2), s.rfind("bra"), s.find("x"), s.index("c"), s.rindex("a"), s.find("", 5), s.find("", 50))
print(s.count("a"), s.count("abra"), s.count(""), s.count("a", 3, -1), "aaaa".count("aa"))
print(s.startswith("abra"), s.startswith(("x", "a")), s.startswith("ra", 2), s.endswith("bra"), s.endswith(("a", "b"), 0, 3))
print("cad" in s, "" in s, "dac" in s, s.find("a", -3), s.rfind("a", 0, 5), s.find("bra", 1, 3))
for f in (lambda: s.index("zz"), lambda: s.rindex("zz"), lambda: s.startswith(1), lambda: 1 in s, lambda: s.find(1),
          lambda: s.startswith(("a", 1), 5), lambda: s.count()):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
