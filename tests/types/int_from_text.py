for text in ("12", " -7\n", "+0_1", "0b101", "1_000", "\u0663\u0664", b"42", bytearray(b" 8 ")):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
print(int("ff", 16), int("0xFF", 0), int("-0b11", 0), int("zz", 36), int("0o17", 8), int("777", base=8))
for args in (("",), ("1__0",), ("_1",), ("012", 0), ("9", 8), ("1.5",), ("0x", 16), ("1", 1), ("1", 37), ("12a",)):
    try:
        print(int(*args))
    except ValueError as e:
        print(e)
for args in ((None,), (1.5, 10), ("1", "2"), ([],)):
    try:
        print(int(*args))
    except TypeError as e:
        print(e)
print(int("123456789" * 6), int("-" + "9" * 40))
