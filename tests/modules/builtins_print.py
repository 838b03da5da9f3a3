print()
print(1, 2, 3, sep="-")
print("no", "newline", end="")
print("|", end="\n\n")
print("a", "b", sep=None, end=None)
print(*[], sep="x")
print("x", "y", sep="")
print(None, [1, "two"], ("a",), {"k": "v"}, "text", b"bytes", 1.0)
class P:
    def __str__(self): return "P as str"
    def __repr__(self): return "P as repr"
print(P(), [P()], {1: P()})
class BadStr:
    def __str__(self): return 5
for f in (lambda: print(sep=1), lambda: print("a", end=1), lambda: print("a", bad=1), lambda: print("a", file=5), lambda: print(BadStr())):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e)
