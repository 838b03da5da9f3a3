# reference: divmod(), pow()
# divmod agrees with // and %; pow with three arguments; their methods.
for a in (7, -7, 7.5, -7.5, True, 2 ** 70):
    for b in (2, -2, 2.5, -2 ** 33):
        q, r = divmod(a, b)
        print(q, r, q == a // b, r == a % b, end="; ")
print()
class D:
    def __divmod__(s, o): return "divmod", o
    def __rdivmod__(s, o): return "rdivmod", o
    def __pow__(s, o, m="none"): return "pow", o, m
    def __rpow__(s, o, m="none"): return "rpow", o, m
print(divmod(D(), 1), divmod(1, D()), pow(D(), 1), pow(1, D()), pow(D(), 1, 2), pow(D(), 1, None))
print(pow(3, 4), pow(3, 4, 5), pow(3, -1, 7), pow(-3, -1, 7), pow(3, 4, -5), pow(0, 0), pow(2, 0.5), pow(-8, 1 / 3), pow(10 ** 20, 10 ** 20, 97), pow(True, 5), pow(0, 5, 1), pow(7, 0, 1), pow(38, -1, mod=97), pow(exp=2, base=5))
for f in (lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: divmod(1, "a"), lambda: divmod(1), lambda: divmod(1, 2, 3), lambda: divmod(1j, 1), lambda: pow(2, -1), lambda: pow(0, -1), lambda: pow(0, -1, 5), lambda: pow(2, -1, 4), lambda: pow(2, 2, 0), lambda: pow(2.0, 2, 3), lambda: pow(2, 2.0, 3), lambda: pow(2, 2, 3.0), lambda: pow("a", 2), lambda: pow(1), lambda: pow(), lambda: pow(1, 2, 3, 4), lambda: pow(2, x=1), lambda: pow(1, D(), 5), lambda: pow(1j, 2, 3), lambda: pow(0.0, -1), lambda: pow(None, None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
