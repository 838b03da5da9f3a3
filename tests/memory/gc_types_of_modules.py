# Types that modules make when they are imported: heap types, which their instances visit. The others are static.
import gc
import _abc, _blake2, _collections, _contextvars, _csv, _datetime, _functools, _io, _json, _md5, _operator, _random, _sha1, _sha2, _sha3, _sre
import _struct, _thread, array, binascii, itertools, types, typing, weakref, zlib, decimal, builtins, io

seen = {}
for module in (_blake2, _collections, _contextvars, _csv, _datetime, _functools, _io, _operator, _random, _sha1, _sha3, _struct, _thread, array,
               binascii, itertools, types, typing, weakref, zlib, decimal):
    for name, value in sorted(vars(module).items()):
        if type(value) is type and value.__module__ == module.__name__.lstrip("_") or type(value) is type and module is itertools:
            seen[value] = module.__name__ + "." + name
for cls, name in seen.items():
    if name not in ("itertools._grouper", "_collections.OrderedDict", "collections.OrderedDict") and not name.startswith(("types.", "typing._", "decimal.", "_thread._l")):
        print(name, bool(cls.__flags__ & 1 << 9), bool(cls.__flags__ & 1 << 10))
for name in sorted(dir(builtins)):
    cls = getattr(builtins, name)
    if isinstance(cls, type) and cls.__flags__ & 1 << 9:
        print("builtins", name)
for cls in (type(iter([])), type(len), types.GeneratorType, int, list, types.FunctionType, type(weakref.proxy(print)), types.FrameType, type({}.keys())):
    print(cls.__name__, bool(cls.__flags__ & 1 << 7))
for module, name in ((_md5, "md5"), (_sha1, "sha1"), (_sha2, "sha256"), (_sha2, "sha512"), (_sha3, "sha3_256"), (_blake2, "blake2b"), (_thread, "allocate_lock"), (_thread, "RLock")):
    o = getattr(module, name)()
    print(name, gc.is_tracked(o), [cls.__name__ for cls in gc.get_referents(o)], bool(type(o).__flags__ & 1 << 14))
d = _collections.deque([5])
print(d in gc.get_referrers(_collections.deque), [] in gc.get_referrers(list))
