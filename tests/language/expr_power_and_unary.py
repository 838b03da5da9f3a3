# reference: 6.5, 6.6
# ** binds tighter than a minus on its left, looser than one on its right; three unary operators.
print(2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** - - 1, - 2 ** - 2, ~2 ** 2, not 2 ** 2, 2 ** +2, -2 ** -2 ** -2)
print(--5, -+-5, ~~5, ~-5, -~5, +True, -True, - -5, not not 5, not -0, -(-5), +-+-1)
print(0 ** 0, 0.0 ** 0, 1 ** -5, (-1) ** -3, 10 ** -2, 2 ** 0.5, (-8) ** (1 / 3), 2 ** 100, (-2) ** 101, 5 ** 3 % 7, pow(5, 3, 7), pow(5, -1, 7), pow(2, 10 ** 5, 1000), True ** 2, 2 ** True)
class V:
    def __pow__(s, o, m=None): return ("pow", o, m)
    def __rpow__(s, o, m=None): return ("rpow", o, m)
    def __neg__(s): return "neg"
    def __pos__(s): return "pos"
    def __invert__(s): return "inv"
    def __ipow__(s, o): return ("ipow", o)
v = V()
print(v ** 2, 2 ** v, pow(v, 2), pow(v, 2, 3), -v, +v, ~v, -v ** 2 if 0 else "", not v)
try: print(pow(2, v, 3))
except TypeError as e: print(e)
v **= 4
print(v)
for f in (lambda: -"a", lambda: +[], lambda: ~1.5, lambda: -None, lambda: ~"x", lambda: -{}, lambda: "a" ** 2, lambda: 2 ** "a", lambda: [] ** [], lambda: pow("a", 2, 3), lambda: pow(2, 3, "a"), lambda: pow(2, 3, 0), lambda: pow(2.5, 3, 2), lambda: pow(2, -1, 2), lambda: 0 ** -1, lambda: 0.0 ** -2, lambda: 0j ** -1, lambda: pow(1), lambda: pow(2, 3, mod=5), lambda: pow(base=2, exp=3), lambda: pow(2, x=3), lambda: -object(), lambda: +(lambda: 0), lambda: pow(3, 2, -5), lambda: pow(-3, 3, 5), lambda: pow(2, 3, 1), lambda: pow(0, 0, 1), lambda: pow(2, 5, True)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
