# reference: 6.3.4
# Each method of the built-in types called with no argument, with nine, and with an unknown keyword.
VALUES = ("text", b"bytes", [1], (1,), {1: 2}, {1}, frozenset({1}), 5, 1.5, 1j, range(3), slice(1))
skip = {"__class__", "__new__", "__init_subclass__", "__subclasshook__", "__dir__", "__reduce__", "__reduce_ex__", "__sizeof__", "__getstate__", "__init__", "__hash__", "__repr__", "__str__"}
for v in VALUES:
    for name in sorted(type(v).__dict__):
        m = getattr(v, name)
        if name in skip or not callable(m) or name.startswith("__"): continue
        for args, kw in (((1,) * 9, {}), ((), {"zzz": 1})):
            if name in ("format", "union", "intersection", "difference", "update") and len(args): continue
            try: r = m(*args, **kw)
            except Exception as e: print(type(v).__name__, name, len(args), *kw, "!", type(e).__name__, e)
            else: print(type(v).__name__, name, len(args), *kw, "->", r)
