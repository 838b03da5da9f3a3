s = "hELLO wORLD it's ok"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
print("straße".upper(), "straße".casefold(), "ǆ".title(), "ΑΣ".lower(), "ŉ".upper(), "İ".lower() == "i\u0307")
print("Title Case".istitle(), "ABC1".isupper(), "abc1".islower(), "".isupper(), "1".islower(), "Ab".isupper())
