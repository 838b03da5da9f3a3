# reference: 6.10.1, 3.2.4
# Comparisons between float, int, complex and bool where precision ends.
big = [2**53, 2**53 + 1, 2**63, 2**64 - 1, 10**22, 10**23, 10**308, 10**309, -2**53 - 1, 2**1023, 2**1024]
floats = [2.0**53, 2.0**53 + 2, 2.0**63, 1e22, 1e23, 1e308, float("inf"), float("-inf"), float("nan"), -2.0**53, 2.0**1023, 0.0, -0.0, 5e-324, 0.5]
for i in big:
    print(i if i < 10**24 else i.bit_length(), ["".join("<" if i < f else ">" if i > f else "=" if i == f else "?") for f in floats], [("<" if f < i else ">" if f > i else "=" if f == i else "?") for f in floats])
print([(i == float(i)) if i < 2**1024 - 1 else None for i in big], [f.is_integer() and int(f) == f for f in floats[:6]])
print(0.0 == -0.0, 0 == -0.0, hash(0.0) == hash(-0.0), {0: 1}[-0.0], 1 == 1.0 == True == 1 + 0j, {1: "a", 1.0: "b", True: "c", 1 + 0j: "d"}, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, hash(2**53) == hash(2.0**53))
nan = float("nan")
print([nan < 1, nan > 1, nan == nan, nan != nan, nan <= nan, nan in [nan], [nan] == [nan], (nan,) == (nan,), {nan: 1}.get(nan), nan is nan, sorted([3, nan, 1])[0] in (1, 3), max(nan, 1) != max(nan, 1), min(1, nan), max([1, nan, 2])])
for f in (lambda: 1j < 2, lambda: 2 < 1j, lambda: 1.5 >= 1j, lambda: 1j == 1j, lambda: (1 + 0j) == 1, lambda: complex(2**53 + 1) == 2**53 + 1, lambda: 1j in [1j], lambda: True < 2.5, lambda: 10**400 > 1e308, lambda: 10**400 < float("inf"), lambda: -10**400 > float("-inf"), lambda: 10**400 == float("inf"), lambda: float(10**400)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print([divmod(a, b) for a, b in ((5, 3.0), (-5, 3.0), (5, -3.0), (5.5, 2), (1e20, 3), (-1e-20, 3.0), (0.0, -3.0), (-0.0, 3.0))])
print([a // b for a, b in ((7, 2.0), (-7, 2.0), (1, float("inf")), (-1, float("inf")), (1e308, 1e-10), (6, 0.1), (-0.0, 1))], [a % b for a, b in ((7, 2.5), (-7, 2.5), (7, -2.5), (1, float("inf")), (-1, float("inf")), (6, 0.1), (-6, 0.1), (-1e-20, 1))])
