"""Dispatch and globals: half a million steps of a for loop that stands outside any function."""

total = 0
for i in range(500_000):
    total += i & 7
print(total)
