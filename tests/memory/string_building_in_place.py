s = ""
for i in range(300):
    s += str(i % 10)
t = s
s += "x"
print(len(s), len(t), t[-1], s[-1], t is not s)
a = "ab"
b = a
a += "cd"
print(a, b)
u = ""
for c in ("a", "é", "中", "\U0001F600"):
    u += c
print(u, len(u))
