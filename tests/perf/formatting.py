"""Formatting: f-strings, % and str.format with widths, bases and fractions."""


def main():
    total = 0
    for i in range(12_000):
        x = i / 7
        total += len(f"{i:>8}|{x:.3f}|{i:x}|{i!r}|{x:10.2e}")
        total += len("%d %s %5.1f %r" % (i, "item", x, None))
        total += len("{} {:<6} {name}".format(i, x > 5, name="n"))
        total += len(str(i) + repr(x))
    return total


print(main())
