import sys
before = [sys.getrefcount(o) for o in (None, True, False, 0, 100, "", (), ...)]
keep = [None, True, False, 0, 100, "", (), ...] * 50
print(before == [sys.getrefcount(o) for o in (None, True, False, 0, 100, "", (), ...)])
print(all(n > 10 ** 6 for n in before))
