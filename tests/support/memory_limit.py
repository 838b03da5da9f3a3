# Every kind of object runs into the limit of memory in turn; each MemoryError is caught, and the program goes on. Run by cli.py
# and by web/tests/memory-limit.test.mjs, which know the output (memory_limit.txt).
import gc
class Node: pass
def lists():
    rows = []
    while True: rows.append([0] * 1000)
def texts():
    s = "x"
    while True: s = s + s
def dicts():
    d = {}
    i = 0
    while True: d[i] = i = i + 1000
def sets():
    s = set()
    i = 1000
    while True: s.add(i); i += 1
def instances():
    first = last = Node()
    while True: last.next = Node(); last = last.next
def cycles():
    kept = []
    while True: kept.append(Node()); kept[-1].kept = kept
def numbers():
    n = 3
    while True: n = n * n
def frames(): 
    def deep(n): return deep([n, [0] * 1000])
    deep(0)
def bytearrays():
    b = bytearray(1)
    while True: b = b + b
def at_once(): return [None] * (1 << 40)
import sys
sys.setrecursionlimit(10 ** 6)
for make in (lists, texts, dicts, sets, instances, cycles, numbers, frames, bytearrays, at_once):
    try:
        make()
    except MemoryError as e:
        print(make.__name__, type(e).__name__, e.args, e.__traceback__.tb_next is not None)
        del e
    gc.collect()
    assert sum(range(1000)) == 499500 and len([[] for i in range(5000)]) == 5000
print("still here")
