import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.exp(1000),
          lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.acos(2),
          lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.sqrt("x"), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.floor("x"),
          lambda: math.dist([1], [1, 2]), lambda: math.log(2, 0), lambda: math.log(5, 1), lambda: math.sqrt(10 ** 400), lambda: math.isclose(1, 1, rel_tol=-1),
          lambda: math.sumprod([1], [1, 2]), lambda: math.atanh(1), lambda: math.gamma(0), lambda: math.ldexp(1.0, 10 ** 5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class M:
    def __floor__(self): return "my floor"
    def __ceil__(self): return "my ceil"
    def __trunc__(self): return "my trunc"
    def __float__(self): return 9.0
print(math.floor(M()), math.ceil(M()), math.trunc(M()), math.sqrt(M()))
