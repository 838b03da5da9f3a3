"""pickle.PickleBuffer: buffers in a pickle and beside it."""
import pickle, weakref, sys
pb = pickle.PickleBuffer(b"abc")
print(type(pb), pickle.PickleBuffer.__module__, sys.getsizeof(pb) > 0)
m = pb.raw(); print(m, m.tobytes(), m.format, m.readonly, m.ndim) if 0 else print(m.tobytes(), m.format, m.readonly, m.ndim, m.shape)
print(bytes(pb), memoryview(pb).tobytes(), b"x".join([b"1"]), len(memoryview(pb)))
ba = bytearray(b"hello")
p2 = pickle.PickleBuffer(ba)
try: ba.append(1)
except BufferError as e: print(e)
p2.release(); p2.release(); ba.append(33); print(ba)
for f in (p2.raw, lambda: memoryview(p2), lambda: pickle.PickleBuffer("x"), lambda: pickle.PickleBuffer(), lambda: pickle.PickleBuffer(memoryview(b"abcd")[::2]).raw(), lambda: pickle.PickleBuffer(object=b""), lambda: pickle.dumps(pickle.PickleBuffer(b"1"), protocol=4)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
w = memoryview(bytearray(range(12))).cast("B", (3,4))
r = pickle.PickleBuffer(w).raw(); print(r.shape, r.strides, r.readonly)
bufs = []
data = pickle.dumps([pickle.PickleBuffer(b"big"), pickle.PickleBuffer(bytearray(b"mut"))], protocol=5, buffer_callback=bufs.append)
print(data, [b.raw().tobytes() for b in bufs])
print([type(x).__name__ for x in pickle.loads(data, buffers=bufs)])
print(pickle.loads(pickle.dumps([pickle.PickleBuffer(b"big"), pickle.PickleBuffer(bytearray(b"mut"))], protocol=5)))
class Z(bytearray):
    def __reduce_ex__(self, protocol):
        if protocol >= 5: return type(self)._make, (pickle.PickleBuffer(self),), None
        return type(self)._make, (bytearray(self),)
    @classmethod
    def _make(cls, obj):
        with memoryview(obj) as m:
            obj = m.obj
            return obj if type(obj) is cls else cls(obj)
z = Z(b"abc"); bufs=[]
d = pickle.dumps(z, protocol=5, buffer_callback=bufs.append)
print(pickle.loads(d, buffers=bufs) is z, type(pickle.loads(pickle.dumps(z))))
wr = weakref.ref(pb); print(wr() is pb)
