# A class with __slots__ and an instance of it that refers to itself: how many objects are garbage.
import gc
gc.collect()
gc.disable()
def made(slots):
    class Slotted:
        __slots__ = slots
    o = Slotted()
    o.a = o
for slots in (("a",), ("a", "b"), ["a"], ("a", "__dict__")):
    made(slots)
    print(slots, gc.collect())
