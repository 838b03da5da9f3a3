# not-in: small, asan: their free lists hold next to nothing
# oracle: 64-bit
# A full collection gives the blocks of the free lists back, a younger one does not.
import gc
import sys


def waiting(generation):
    gc.collect()
    things = [[] for _ in range(60)] + [{} for _ in range(60)] + [float(n) for n in range(60)]
    del things
    before = sys.getallocatedblocks()
    gc.collect(generation)
    return before - sys.getallocatedblocks()


print(waiting(2) >= 150, waiting(1) < 150, waiting(0) < 150)
