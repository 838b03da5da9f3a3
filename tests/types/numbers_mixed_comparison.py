print(1 < 1.5 < 2, 1 == 1.0 == True == 1 + 0j, 2 ** 60 < 2.0 ** 61, 0.5 > False)
print(sorted([3, 1.5, True, -2, 2.25, 10 ** 20, -1e30]))
print(max(1, 1.0), max(1.0, 1), min(True, 1), {1: "a", 1.0: "b", True: "c"})
for f in (lambda: 1 < "1", lambda: None > 0, lambda: 1j > 0, lambda: [] >= 0, lambda: {} <= {}):
    try:
        f()
    except TypeError as e:
        print(e)
