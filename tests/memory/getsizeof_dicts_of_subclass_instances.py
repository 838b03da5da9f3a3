# oracle: 64-bit
# not-in: asan, gc-stress: the last lines count young objects, which free lists and collections change
# The dict of an instance of a subclass of a built-in type: there from the first attribute on, with room for 30 names.
import sys, gc
for B in (dict, list, int, str, tuple, set, float, bytes, bytearray):
    class D(B): pass
    for n in (0,1,2,5,6,7,29,30,31,40):
        r=[]
        for k in range(3):
            e=D()
            for i in range(n): setattr(e,'a%d'%i,i)
            r.append((sys.getsizeof(e),sys.getsizeof(e.__dict__)))
        print(B.__name__,n,r)
    class D(B):
        def __init__(self,*a): self.a=1; self.b=2
    l=[D() for i in range(3)]
    print([sys.getsizeof(x.__dict__) for x in l])
    l[0].c=1; print([sys.getsizeof(x.__dict__) for x in l])
    print(sys.getsizeof(D().__dict__))
    del l[1].a;print([sys.getsizeof(x.__dict__) for x in l])
class D(list): pass
class O: pass
for cls in (D, O):
    o = cls()
    held = [cls() for i in range(3)]
    gc.collect()
    before = gc.get_count()[0]
    o.name = 2.5
    print(cls.__name__, [type(r).__name__ for r in gc.get_referents(o)], len(gc.get_objects(generation=0)) > 0 and gc.get_count()[0] - before)
    first = o.__dict__
    o.other = 1
    print(first is o.__dict__, first)
