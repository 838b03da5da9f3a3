# reference: 6.8, 3.3.8
# << and >>: negative and huge counts, booleans, floats refused, classes with index only, reflected methods.
class Idx:
    def __index__(self): return 3
class R:
    def __rlshift__(self, o): return "rl", o
    def __rrshift__(self, o): return "rr", o
    def __lshift__(self, o): return "l", o
    def __ilshift__(self, o): return "il"
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for a, b in ((1, 10), (-1, 10), (5, 0), (-8, 1), (-7, 1), (-1, 100), (1, 100), (True, True), (0, 10**9), (0, 1 << 70), (10**30, 1 << 70), (-10**30, 1 << 70), (1 << 64, 64), ((1 << 64) - 1, 63)):
    show(lambda: (a, a >> b)); 
    if b < 200: show(lambda: (a << b))
for a, b in ((1, -1), (0, -1), (1, 1.0), (1.0, 1), ("a", 1), (1, None), (1, Idx()), (Idx(), 1), ([1], 2), (R(), 1), (1, R()), (1.5, R()), (1j, 2), (1, -(1 << 70)), (0, 1 << 70)):
    print(type(a).__name__, type(b).__name__, end=" "); show(lambda: a << b); print("   ", end=""); show(lambda: a >> b)
show(lambda: 1 << (1 << 70))
x = R(); x <<= 1; print(x)
x = 1; x <<= 4; x >>= 2; print(x)
try: x <<= "a"
except TypeError as e: print(e, x)
try: x >>= -2
except ValueError as e: print(e, x)
print(1 << 2 + 3, 1 + 2 << 3, 256 >> 2 >> 1, 1 << 2 << 3, 2 ** 3 << 1, -1 << 3, ~1 >> 1, 5 & 1 << 2, 1 << 2 < 5, not 1 >> 1)
