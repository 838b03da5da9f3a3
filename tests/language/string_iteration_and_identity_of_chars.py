# reference: 3.2.5.1, 6.2.2
# Characters are strings of length one; latin-1 ones are shared; slices and concatenations are new values.
s = "aé€😀\0"
print([c for c in s], [len(c) for c in s], [ord(c) for c in s], s[0] is s[0], "a" is s[0] if 0 else s[0] == "a", list(reversed(s)), s[::-1][::-1] == s, "".join(s) == s, [*s][2], tuple(s)[3], dict.fromkeys(s, 0), sorted(set("hello")))
print(all(chr(i) is chr(i) for i in range(256)), "" is "", ("a" * 1) == "a", s[:] is s, s[0:len(s)] is s, str(s) is s, s + "" is s, "" + s is s, s * 1 is s, s.strip() is s, "abc".replace("x", "y") == "abc")
a, b, *c = s
print(a, b, c)
for i, ch in enumerate("xy"):
    for j, d in enumerate(ch): print(i, j, d, d == ch)
print("a" in s, "é€" in s, "" in s, s.index("€"), s.find("z"), s.count(""), "ab" "cd"[1], "abc"[1][0][0][0])
it = iter("ab")
print(next(it), next(it), next(it, "end"), type(it).__name__)
