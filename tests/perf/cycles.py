"""Garbage in cycles: doubly linked rings that only the collector can free."""
import gc


class Node:
    def __init__(self, value):
        self.value = value
        self.next = self.previous = self


def ring(n):
    first = Node(0)
    for i in range(1, n):
        node = Node(i)
        last = first.previous
        last.next = node
        node.previous = last
        node.next = first
        first.previous = node
    return first


def main():
    total = 0
    keep = [ring(50) for _ in range(100)]
    for i in range(3_000):
        total += ring(15).previous.value
    gc.collect()
    return total + len(keep)


print(main())
