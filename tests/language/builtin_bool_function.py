# reference: bool()
# bool() of everything built in.
for v in (0, 1, -1, 0.0, -0.0, 1e-320, 0j, 1j, "", " ", "0", b"", b"\0", (), (0,), [], [[]], {}, {0: 0}, set(), {0}, range(0), range(1), None, ..., int, len, lambda: 0, object(), bytearray(), memoryview(b""), memoryview(b"a"), slice(0), iter([]), (x for x in ()), float("nan"), False, {}.keys(), {1: 1}.items(), frozenset(), type, Exception()):
    print(bool(v), end=" ")
print()
print(bool(), bool([]) is False, bool.__new__(bool, 5), bool(5) + bool(0), bool(bool), isinstance(True, bool), type(bool(2)) is bool, bool.__call__ is not None)
for f in (lambda: bool(1, 2), lambda: bool(x=1), lambda: bool.__new__(int), lambda: bool.__new__(), lambda: bool.from_bytes(b"\1"), lambda: bool("False"), lambda: bool.fromhex, lambda: True.real, lambda: bool.__bases__):
    try: print(f())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
