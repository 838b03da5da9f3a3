def halve(x):
    return 10 // x

print(sum(halve(x) for x in (5, 0)))
