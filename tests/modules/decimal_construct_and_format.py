# Decimal: from str, int, float, tuple and Decimal; str, repr, format; conversions.
from decimal import *
setcontext(Context())
import copy, pickle

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, r)
    except Exception as e:
        print(type(e).__name__, e)

for v in ['1', ' -1.50 ', '1_000.5e-3', '+.5', '5.', '1E+1000', '-0E-7', 'inf', '-Infinity', 'nan', 'sNaN123', '-nan0', '١٢٣', '\u3000 7',
          '', ' ', '.', 'e5', '1e', '1e+', '--1', '1 2', 'nan1x', 'infinit', '0x1', '1e9999999999999999999', '1é']:
    show(Decimal, v)
for v in [0, -5, 10**40, True, 2.5, -0.0, 0.1, 1e300, 5e-324, float('nan'), float('-inf'), None, b'1', 1j, [1, (1, 2), 3],
          (0, (1, 2, 3), -2), (1, (), 'F'), (1, (0, 0, 7), 'n'), (0, [1], 'N'), (0, (0, 0), 4), (2, (1,), 0), (0, (10,), 0), (0, (1,), 1.5),
          (0, 5, 0), (0, ('1',), 0), (0, (1,)), (0, (1,), 'x')]:
    show(Decimal, v)
show(Decimal)
show(Decimal, value='2.5', context=ExtendedContext)
show(Decimal, 'x', ExtendedContext)
show(Decimal, '1', 5)
show(Decimal.from_float, 0.1)
show(Decimal.from_float, 7)
show(Decimal.from_float, '7')

values = [Decimal(v) for v in ['0', '-0', '0E5', '0E-9', '1234567.891', '-0.0004', '1E+9', '999999.99', 'Infinity', '-NaN12', '123E-12']]
for v in values:
    print(repr(v), str(v), v.to_eng_string(), v.as_tuple(), v.adjusted(), bool(v), v.number_class())
    for spec in ['', 'e', '.3e', '.0e', 'E', 'g', '.2G', 'f', '.2f', '.0f', '%', '.1%', 'n', '012', '+012,', ' ', ',', '013,.1f', '014,.2f', '<15',
                 '^15', '=15', '*=+15,', '>15.4', 'é^15', '015,.3f']:
        try:
            print(spec, format(v, spec), sep='|', end=' ; ')
        except ValueError as e:
            print(spec, 'ValueError', end=' ; ')
    print()
for grouping in ['\3\3', '\3\2', '\3\x7f', '\1', '', '\2\0']:
    print([Decimal('-1234567.5').__format__(s, {'decimal_point': 'é', 'thousands_sep': '::', 'grouping': grouping})
           for s in ('n', 'f', '020n', '.3n', '020.1f', '>25f')])
show(Decimal(1).__format__, 3)
show(Decimal(1).__format__, '', 3)
show('{:>{w}.{p}f}|{!r:>14}'.format, Decimal('3.14159'), Decimal(2), w=9, p=2)
print(f'{Decimal("2.675"):.2f} {Decimal("1e3")!s} %s %r' % (Decimal('1.0'), Decimal('-0')))

for v in ['2.5', '3.5', '-2.5', '1E3', '-7.9', '0.4', 'NaN', 'Infinity', '123456789012345678901234567890.5']:
    d = Decimal(v)
    for f in (int, round, lambda x: round(x, 1), lambda x: round(x, -2), float, complex, Decimal.__floor__, Decimal.__ceil__,
              Decimal.__trunc__, Decimal.as_integer_ratio):
        show(f, d)
show(Decimal(1).__round__, 'x')
show(round, Decimal(1), 2.0)
show(float, Decimal('sNaN'))
d = Decimal('-12.340')
print(d.real, d.imag, d.conjugate(), d.canonical() is d, copy.copy(d) is d, copy.deepcopy(d) is d, d.__reduce__())
print(pickle.loads(pickle.dumps(d)), pickle.loads(pickle.dumps(getcontext())).prec)

class Money(Decimal):
    __slots__ = ('unit',)
    def __new__(cls, value, unit='EUR'):
        self = super().__new__(cls, value)
        self.unit = unit
        return self
    def __repr__(self):
        return f'Money({self}, {self.unit})'

m = Money('10.5')
print(m, repr(m), m.unit, type(m + 1).__name__, type(-m).__name__, repr(Money.from_float(0.25)), type(Decimal(m)).__name__, m == Decimal('10.5'))
print(hash(Decimal(5)) == hash(5), hash(Decimal('0.5')) == hash(0.5), hash(Decimal('inf')) == hash(float('inf')), hash(Decimal(10)**30) == hash(10**30),
      hash(Decimal('-1.5e10')) == hash(-1.5e10), len({Decimal('1.0'), 1, 1.0, Decimal(1)}))
show(hash, Decimal('sNaN'))
for f in (lambda: setattr(d, 'x', 1), lambda: setattr(d, 'real', 1), lambda: Decimal(1, 2, 3)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__)
