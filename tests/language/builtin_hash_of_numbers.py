# reference: hash()
# Equal numbers of all kinds have equal hashes, whatever their size.
pairs = [(1, 1.0), (2 ** 61 - 1, float(2 ** 61 - 1)) if 0 else (0, -0.0), (10 ** 20, 1e20), (2 ** 100, 2.0 ** 100), (-1, -1.0), (1, 1 + 0j), (0.5, 0.5 + 0j), (True, 1), (3, 3.0), (-5, -5 + 0j), (1.5, 1.5 + 0j)]
print([hash(a) == hash(b) and a == b for a, b in pairs], hash(-1) == hash(-2), hash(0), hash(True), hash(False))
print({1: "a", 1.0: "b", True: "c", 1 + 0j: "d"}, len({0, 0.0, False, 0j}))
