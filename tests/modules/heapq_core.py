# Heaps: results, errors, numbers of comparisons, lists that change while they are sifted.
import _heapq as H
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
for e in [
    "H.heappush(1,2)",
    "H.heappush([])",
    "H.heappop([])",
    "H.heappop(1)",
    "H.heapify(1)",
    "H.heapreplace([],1)",
    "H.heappushpop([],1)",
    "H.heappushpop([3],1)",
    "H.heapreplace([3],1)",
    "H.heapify([1,'a'])",
    "H._heappop_max([3,2,1])",
    "H._heapreplace_max([],1)",
    "H._heapify_max([1,2,3])",
    "H.heappush([1],'a')",
]:
    t(e)


class Item:
    count = 0

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        Item.count += 1
        return self.key < other.key


data = [(k * 7919) % 101 for k in range(150)]
heap = []
for x in data:
    H.heappush(heap, x)
print([H.heappop(heap) for _ in range(len(heap))] == sorted(data))
heap = data[:]
H.heapify(heap)
print(heap[:12], all(heap[(k - 1) // 2] <= heap[k] for k in range(1, len(heap))))
print([H.heapreplace(heap, x) for x in (50, 3, 99)], [H.heappushpop(heap, x) for x in (0, 77, -1)])
heap = data[:]
H._heapify_max(heap)
print([H._heappop_max(heap) for _ in range(20)], H._heapreplace_max(heap, 1000), heap[0])
items = [Item(x) for x in data]
H.heapify(items)
print(Item.count)
keys = [H.heappop(items).key for _ in range(len(items))]
print(keys == sorted(data), Item.count)


class Shrinks:
    def __lt__(self, other):
        del victim[1:]
        return True


for name in "heapify", "heappush", "heappop", "heapreplace", "heappushpop":
    victim = [Shrinks() for _ in range(8)]
    try:
        if name in ("heapify", "heappop"):
            getattr(H, name)(victim)
        else:
            getattr(H, name)(victim, Shrinks())
        print(name, "done", len(victim))
    except (RuntimeError, IndexError) as e:
        print(name, type(e).__name__, e, len(victim))


class Fails:
    def __lt__(self, other):
        raise ValueError("no order")


heap = [Fails(), Fails(), Fails()]
try:
    H.heapify(heap)
except ValueError as e:
    print(e, len(heap))
print(len(H.__about__) > 0)
