# reference: 6.7, 3.3.8, divmod()
# //, % and divmod: signs, zero, mixed numbers, and what a class answers on either side.
pairs = [(7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (7, -2.5), (0, 5), (0.0, -5), (True, 2), (10**20, 7), (-10**20, 10**10), (1e300, 3), (5, float("inf")), (-5, float("inf")), (1, 10**30)]
for a, b in pairs: print(a, b, a // b, a % b, divmod(a, b), (a // b) * b + a % b == a)
for a, b in ((1, 0), (1.0, 0), (1, 0.0), (1, False), (1j, 2), (2, 1j), ("%d", "x"), ("a", 1), ([], 2), (float("inf"), 2), (10**400, 2.0), (None, 1), (1, "s")):
    for name, f in (("//", lambda: a // b), ("%", lambda: a % b), ("divmod", lambda: divmod(a, b))):
        try: print(name, f())
        except Exception as e: print(name, type(e).__name__, e)
class D:
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __floordiv__(self, o): return NotImplemented
    def __rfloordiv__(self, o): return "rfloordiv", o
    def __mod__(self, o): return iter(())
    def __imod__(self, o): return "imod"
d = D()
print(divmod(d, 1), divmod(1, d), 5 // d, type(d % 2).__name__, divmod("s", d))
try: d // 3
except TypeError as e: print(e)
try: 3 % d
except TypeError as e: print(e)
d %= 3; print(d)
print("%s and %s" % (1, 2), "%(k)s" % {"k": 1}, b"%d" % 5, "100%%" % ())
