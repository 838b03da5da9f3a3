def halve(x):
    return 10 // x

print([halve(x) for x in (5, 2)])
print([[halve(y) for y in x] for x in ([1], [2, 0])])
