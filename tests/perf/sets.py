"""Sets: graph search with a visited set, unions and differences."""


def neighbours(node, n):
    return ((node * 2 + 1) % n, (node * 3 + 2) % n, (node + 7) % n)


def reach(start, n):
    seen = {start}
    queue = [start]
    for node in queue:
        for other in neighbours(node, n):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return seen


def main():
    total = 0
    for start in range(3):
        seen = reach(start, 20_000)
        even = {x for x in seen if x % 2 == 0}
        third = set(range(0, 20_000, 3))
        total += len(seen & third) + len(even | third) + len(even - third) + len(even ^ third)
    return total


print(main())
