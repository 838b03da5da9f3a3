def attempt(number):
    a, b, s, d, n = 1, "two", [3], {"k": {"in": None}}, None
    if number == 0: return a + 2 * b + a
    if number == 1: return s[0] + s[1]
    if number == 2: return d["k"]["in"]["x"]
    if number == 3: return (a + 1).missing.more
    if number == 4: return n(a, b)
    if number == 5: return a if b < a else s


import sys
for i in range(6):
    try:
        attempt(i)
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
