import math
print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.fabs(-3))
print(math.factorial(20), math.gcd(12, 18), math.gcd(), math.gcd(0, -5, 15), math.lcm(4, 6), math.lcm(), math.comb(5, 2), math.perm(5, 2), math.perm(4))
print(math.isqrt(10 ** 20 + 1), math.isqrt(99), math.pow(2, 0.5), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.75), math.frexp(10.0), math.ldexp(0.75, 3))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.copysign(3, -0.0))
print(math.hypot(3, 4), math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([], start=7), math.sumprod([1, 2], [3, 4]))
print(math.degrees(math.pi), math.radians(180), math.log(1), math.log2(8), math.log10(1000), math.log(8, 2), math.log(10 ** 400) > 921, math.exp(0), math.cbrt(27))
print(math.nextafter(1.0, 2.0), math.ulp(1.0), math.nextafter(1.0, 2.0, steps=3), math.sin(0), math.cos(0), math.atan2(1, 1), math.tan(0.0))
