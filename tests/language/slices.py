# reference: 6.3.3
s = list(range(10))
print(s[2:5], s[:3], s[7:], s[::2], s[::-1], s[-3:-1], s[5:2], s[100:], s[8:2:-2])
s[2:4] = ["a", "b", "c"]
print(s)
s[::3] = [0] * 4
print(s)
del s[1:3]
print(s)
try:
    s[::2] = [1]
except ValueError as e:
    print(e)
print("hello"[1:-1], (1, 2, 3)[::-1], b"bytes"[1:3])
