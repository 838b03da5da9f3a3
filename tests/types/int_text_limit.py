n = 10 ** 4299
print(len(str(n)))
for f in (lambda: str(n * 10), lambda: int("1" * 4301), lambda: repr(-(10 ** 5000))):
    try:
        f()
    except ValueError as e:
        print(e)
print(len(hex(10 ** 5000)), int("1" * 5000, 16) % 1000)
