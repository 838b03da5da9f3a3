b = b"he\x00llo\xff\n'\""
print(b, repr(b), len(b), b[0], b[-1], b[1:4], b[::-1], list(b[:3]), 104 in b, b"llo" in b)
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(range(5)), bytes(b"x"), bytes(), b"a" + b"b", b"ab" * 2)
print(b"a" < b"b", b"a" == "a", b"abc" == bytearray(b"abc"), hash(b"a") == hash(bytes(b"a")), b"" or "empty")
print(b.hex(), b"\x01\x02\x03\x04".hex("-"), b"\x01\x02\x03\x04\x05".hex(":", 2), bytes.fromhex("01 ff 0A"))
for f in (lambda: bytes([256]), lambda: bytes("x"), lambda: bytes(-1), lambda: b[100], lambda: b + "x", lambda: bytes.fromhex("0g"),
          lambda: bytes(["a"]), lambda: "a" in b, lambda: 300 in b, lambda: bytes(1.5), lambda: b.join(["x"])):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
