# reference: 8.1
# Long elif chains, nested ones, and conditions of every kind of expression.
def grade(n):
    if n >= 90: return "A"
    elif n >= 80: return "B"
    elif n >= 70:
        if n == 75: return "C75"
        elif n > 75: return "C+"
        return "C"
    elif not n: return "zero"
    elif n < 0: return "negative"
    else:
        if n % 2:
            return "odd"
        else: pass
    return "even"
print([grade(n) for n in (95, 85, 79, 75, 71, 0, -5, 33, 44)])
if (lambda: 0)(): print("no")
elif [x for x in (1,) if x > 1]: print("no")
elif (y := []) or {}: print("no")
elif 0 < 1 < 2 and "a" in "abc" and None is None: print("yes", y)
if ...: print("ellipsis")
if not (): print("empty")
if f"{''}": print("no")
elif f"{0}": print("text")
src = "if x == 0: r = 0\n" + "".join(f"elif x == {i}: r = {i * i}\n" for i in range(1, 400)) + "else: r = -1\n"
for x in (0, 1, 399, 400):
    exec(src, ns := {"x": x}); print(ns["r"], end=" ")
print()
