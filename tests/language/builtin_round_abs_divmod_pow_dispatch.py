# reference: round(), abs(), divmod(), pow()
# What these functions ask of objects and what they say when nothing answers.
class R:
    def __round__(s, n="none"): return ("round", n)
    def __abs__(s): return "abs"
    def __divmod__(s, o): return ("divmod", o)
    def __rdivmod__(s, o): return ("rdivmod", o)
    def __pow__(s, o, m="none"): return ("pow", o, m)
    def __rpow__(s, o, m="none"): return ("rpow", o, m)
    def __trunc__(s): return "trunc"
class Two:
    def __pow__(s, o): return ("two", o)
class NI:
    def __divmod__(s, o): return NotImplemented
    def __pow__(s, o, m=None): return NotImplemented
    __round__ = None
    __abs__ = None
TABLE = """
round(R()), round(R(), 2), round(R(), None), round(number=R(), ndigits=5), abs(R()), divmod(R(), 1), divmod(1, R()), pow(R(), 2), pow(R(), 2, 3), pow(2, R()), R() ** 2, 2 ** R(), pow(base=R(), exp=1), pow(exp=1, base=2, mod=5)
pow(2, R(), 3)
pow(Two(), 2), 1
pow(Two(), 2, 3)
round(NI())
abs(NI())
divmod(NI(), 1)
pow(NI(), 1)
pow(NI(), 1, 2)
round("x")
round(None, 1)
round([])
abs("x")
abs(None)
divmod("a", 1)
divmod(1, "a")
divmod(1, 0)
divmod(1.0, 0)
divmod(1j, 1)
pow("a", 2)
pow(2, "a")
pow(2, 3, "a")
pow(2.5, 2, 3)
pow(2, -1, 6)
pow(0, -1)
pow(0.0, -2)
pow(-8, 1 / 3)
round(1.5, "x")
round(1.5, 1.5)
round()
round(1, 2, 3)
round(x=1)
abs()
abs(1, 2)
divmod(1)
pow(1)
pow(1, 2, 3, 4)
round(True), round(2.5), round(-1.5), round(1e20), round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(10**30, -29), round(0.5), round(1.45, 1), round(2**70 + 0.0), abs(-0.0), abs(True), abs(-10**30), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-7.5, 2), divmod(0, 5), divmod(True, 2), pow(2, 10), pow(2, 0.5), pow(2, -2), pow(-2, 2), pow(True, 5), pow(3, 200, 13), pow(-3, 3, 5), pow(3, 3, -5)
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
