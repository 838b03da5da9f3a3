# reference: 6.3.3, 7.2
# Assigning to and deleting slices of lists, with every size and step.
def do(code):
    a = list(range(8))
    try: exec(code, {"a": a}); print(code, "->", a)
    except Exception as e: print(code, "!", type(e).__name__, e, a)
for code in """a[:] = []
a[2:4] = [1]
a[2:4] = "xyz"
a[2:2] = [9, 9]
a[5:2] = [9]
a[100:] = [1, 2]
a[:-100] = [1]
a[::2] = [0, 0, 0, 0]
a[::2] = [0, 0, 0]
a[::2] = []
a[1::3] = "ab"
a[::-1] = range(8)
a[::-2] = "wxyz"
a[6:1:-2] = [1, 2, 3]
a[6:1:-2] = [1, 2]
a[3:3:2] = []
a[3:3:2] = [1]
a[::1] = [5]
a[2:5] = a
a[:] = a[::-1]
a[::2] = a[1::2]
a[::-1] = a
a[1:3] = 5
a[1:3] = None
a[::2] = 5
a[1:3] = {7: 1, 8: 2}
a[1:3] = (i * i for i in range(3))
a["x":] = [1]
a[::0] = [1]
a[1.5:] = [1]
a["x"] = 1
a[8] = 1
a[-9] = 1
a[-8] = 1
a[True] = "t"
a[10**30] = 1
a[None] = 1
a[0, 1] = 1
del a[2:4]
del a[::2]
del a[::-3]
del a[1:7:2]
del a[7:1:-2]
del a[5:2]
del a[:]
del a[100:]
del a[::100]
del a[8]
del a[-1], a[-1]
del a["x"]
del a[1.0]
del a[::0]
a[1:2] += [5, 6]
a[0] += 5
a[::2] *= 2
a += "xy"
a += 5
a *= 0
a *= 2
a *= "x"
a *= -1
a[1:4], a[0] = [7], 8
a[a[0]:a[3]] = "q"
a.extend(a); a[8:] = []
a.insert(-100, "f"), a.insert(100, "l"), a.insert(-1, "m")""".splitlines():
    do(code)
