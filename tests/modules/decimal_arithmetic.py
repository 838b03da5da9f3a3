# Decimal: operators and methods of the specification, comparison with other kinds of numbers.
from decimal import *
setcontext(Context())
from fractions import Fraction
import math, operator

def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f'{type(e).__name__}({e})'

xs = [Decimal(v) for v in ['0', '-0', '1', '-2.50', '7', '1E+3', '3.333333333333333333333333333', '1E-30', 'Infinity', 'NaN', 'sNaN']]
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod):
    print(op.__name__)
    for x in xs:
        print('  ', *(attempt(op, x, y) for y in xs[1:8]), sep=' | ')
for op in (operator.neg, operator.pos, operator.abs):
    print(op.__name__, *(attempt(op, x) for x in xs))
for op in (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge):
    print(op.__name__, *(attempt(op, x, y) for x in xs for y in xs[3:]))

half = Decimal('0.5')
for other in [1, 0.5, 0.25, Fraction(1, 2), Fraction(1, 3), True, 0.5j, 0.5 + 0j, float('nan'), float('inf'), 'x', None, [], object]:
    print(*(attempt(op, half, other) for op in (operator.eq, operator.ne, operator.lt, operator.ge)),
          *(attempt(op, other, half) for op in (operator.eq, operator.gt)), sep=' | ')
print(sorted([Decimal(3), 1, 2.5, Fraction(5, 2), Decimal('2.4')], key=lambda v: v), max(Decimal(2), 3.5), sum([Decimal('.1')] * 10))
for other in ['x', 1.5, None, Fraction(1, 2)]:
    for op in (operator.add, operator.mul, divmod, operator.pow):
        print(attempt(op, half, other), attempt(op, other, half), sep=' | ')
print(attempt(pow, Decimal(7), 100, 13), attempt(pow, Decimal(-7), 3, 13), attempt(pow, Decimal(7), -1, 13), attempt(pow, 2, Decimal(10), 1000),
      attempt(pow, Decimal(7), 2, 0), attempt(pow, Decimal('1.5'), 2, 7))

two = ['compare', 'compare_signal', 'compare_total', 'compare_total_mag', 'copy_sign', 'logical_and', 'logical_or', 'logical_xor', 'max', 'max_mag', 'min', 'min_mag', 'next_toward', 'quantize', 'remainder_near', 'rotate', 'same_quantum', 'scaleb', 'shift']
ys = [Decimal(v) for v in ['1', '-1.00', '110101', '-0', '12345.678', '2', '5E-3', '-Infinity', 'NaN7']]
for name in two:
    print(name)
    for y in ys:
        print('  ', *(attempt(getattr(y, name), z) for z in ys), sep=' | ')
for name in ['copy_abs', 'copy_negate', 'exp', 'is_canonical', 'is_finite', 'is_infinite', 'is_nan', 'is_normal', 'is_qnan', 'is_signed', 'is_snan', 'is_subnormal', 'is_zero', 'ln', 'log10', 'logb', 'logical_invert', 'next_minus', 'next_plus', 'normalize', 'number_class', 'radix', 'sqrt', 'to_integral', 'to_integral_exact', 'to_integral_value', 'as_integer_ratio']:
    print(name, *(attempt(getattr(y, name)) for y in ys), sep=' | ')
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, *(Decimal(v).quantize(Decimal('1.0'), rounding) for v in ('1.25', '1.35', '-1.25', '1.2500001', '1.05', '-1.01', '9.96')),
          *(Decimal(v).to_integral_value(rounding=rounding) for v in ('2.5', '-2.5', '0.1')))
print(Decimal(2).fma(3, 5), Decimal('1E+20').fma(Decimal('1E+20'), 1), attempt(Decimal(1).fma, 'x', 1), attempt(Decimal(1).quantize, 1, 'up'))
print(math.floor(Decimal('-1.5')), math.ceil(Decimal('-1.5')), math.trunc(Decimal('-1.5')), math.sqrt(Decimal(2)), math.isnan(Decimal('nan')))
big = Decimal(3) ** 5000
getcontext().prec = 3000
print(big, Decimal(3) ** 5000 % 10**20, Decimal(7) ** 3000 // Decimal(7) ** 2990, int(Decimal(3) ** 5000) == 3 ** 5000, Decimal(3 ** 5000) == 3 ** 5000)
print(Decimal(2).sqrt() ** 2 - 2, Decimal(10) ** 2500 / 7 * 7)
