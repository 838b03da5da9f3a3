s = "héllo 中文 \U0001F600!"
print(len(s), s[0], s[-1], s[1], s[6:8], s[::-1] == "".join(reversed(s)), s[-3:-1] == " \U0001F600", s[20:], s[::3])
print(list("añ"), [c for c in "xyz"], "abc"[True], min("hello"), max("hello"), sorted("banana"))
for i in (100, -100, "a", 1.0, None):
    try:
        s[i]
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
