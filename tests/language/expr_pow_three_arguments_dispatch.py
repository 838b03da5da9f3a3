# reference: 6.5, 3.3.8, pow()
# Three-argument pow asks only the left operand's and base types' methods; ** never passes a modulus.
class P:
    def __pow__(self, o, m="absent"): return ("pow", o, m)
    def __rpow__(self, o, m="absent"): return ("rpow", o, m)
    def __ipow__(self, o): return ("ipow", o)
class Two:
    def __pow__(self, o): return "two"
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p = P()
show(lambda: p ** 2); show(lambda: 2 ** p); show(lambda: pow(p, 2)); show(lambda: pow(p, 2, 3)); show(lambda: pow(2, p))
show(lambda: pow(2, p, 3)); show(lambda: pow(2, 3, p)); show(lambda: pow(Two(), 1)); show(lambda: pow(Two(), 1, 2))
p **= 4; print(p)
for args in ((2, 3, 5), (2, -1, 5), (2, -1, 4), (2, 3, 0), (2, 3, -5), (2.0, 3, 5), (2, 3.0, 5), (2, 3, 5.0), (2, 3, None), ("a", 2), (2, "a"), ("a", 2, 3), (2j, 3, 5), (0, 0, 1), (0, -1), (0.0, -1), (-8, 1/3), (10**400, 2.0), (2, -3), (0j, -1), (True, True, 2)):
    show(lambda: (args, pow(*args))[1])
for src in ("2**3**2", "-1**2", "2**-1**2", "(-1)**.5 == 1j or 'near'", "1 if 2**0 else 0", "2 ** ~1", "2**(not 1)"):
    print(src, eval(src))
show(lambda: pow()); show(lambda: pow(2)); show(lambda: pow(base=2, exp=5)); show(lambda: pow(2, 5, mod=3)); show(lambda: pow(2, b=3)); show(lambda: pow(1, 2, 3, 4))
class I(int):
    def __pow__(self, o, m=None): return ("I", int(o), m)
show(lambda: I(2) ** 3); show(lambda: pow(2, I(3), 5)); show(lambda: 2 ** I(3)); show(lambda: pow(I(2), 3, 5))
