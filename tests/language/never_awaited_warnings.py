# reference: 8.9.1
# Coroutines that nobody awaits: the warning, its origin, in which places,.
import sys
async def simple(): pass
def make(): return simple()
simple()
make()
class K:
    async def method(self): pass
    @staticmethod
    async def static(): pass
K().method(); K.static()
async def outer(): simple()
try: outer().send(None)
except StopIteration: pass
(lambda: simple())()
sys.set_coroutine_origin_tracking_depth(2); print(sys.get_coroutine_origin_tracking_depth())
c = make(); print([(n, f) for _, n, f in c.cr_origin]); del c
sys.set_coroutine_origin_tracking_depth(0)
for bad in (-1, "x", 2**70):
    try: sys.set_coroutine_origin_tracking_depth(bad)
    except Exception as e: print(type(e).__name__, e)
c = simple(); c.close(); del c
c = simple()
try: c.throw(KeyError)
except KeyError: pass
del c
async def agen(): yield
agen(); a = agen().asend(None); del a
def plain(): yield
plain()
c = simple(); d = c; del c; print("still", d.cr_frame is not None); d.__name__ = "renamed"; d.__qualname__ = "Q.renamed"; del d
