# Contexts, traps and flags, localcontext, signals and their classes.
import decimal, copy, contextvars
from decimal import *
decimal.setcontext(decimal.Context())

def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f'{type(e).__name__}({e})'

ExtendedContext.clear_flags()
print(DefaultContext, BasicContext, ExtendedContext, getcontext(), sep='\n')
for e in (DecimalException, Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation,
          decimal.ConversionSyntax, decimal.DivisionImpossible, decimal.DivisionUndefined, decimal.InvalidContext):
    print(e, [b.__name__ for b in e.__mro__], e.__module__)
c = Context()
for attr, values in dict(prec=(5, 0, 'x', 1.5, 10**30), Emin=(-5, 1, 'x'), Emax=(7, -1), rounding=(ROUND_UP, 3, 'x'), capitals=(0, 2, 'x'), clamp=(1, 2),
                         traps=(3, {}, [], {Overflow: 1}), flags=(3,), foo=(1,)).items():
    for v in values:
        print(attr, v, attempt(setattr, c, attr, v))
print(c, attempt(delattr, c, 'prec'), attempt(delattr, c, 'traps'))
print(Context(prec=7, rounding=ROUND_DOWN, Emin=-9, Emax=9, capitals=0, clamp=1, flags=[Inexact], traps=[Overflow, Clamped]))
print(Context(3, traps=dict.fromkeys(c.flags, True)), attempt(Context, traps=[3]), attempt(Context, 1, 2), attempt(Context, traps=3), sep='\n')
print(attempt(setcontext, 3), attempt(localcontext, 3), c.Etiny(), c.Etop(), c.radix(), c.copy().prec, copy.copy(c).prec, c.__reduce__())

f = c.flags
print(len(f), [s.__name__ for s in f], f[Inexact], attempt(f.__getitem__, 3), attempt(f.__delitem__, Inexact), Inexact in f, 3 in f)
f[Inexact] = 'yes'
print(f, f.copy() == dict(f), c.traps == c.flags, f != c.traps, f == 3, attempt(lambda: f == {}), attempt(lambda: f < f), attempt(hash, f))
print(list(f.items())[6], f.get(Inexact), f.pop(3, 'no'), attempt(f.popitem), f.setdefault(Rounded, True))
f.update({Clamped: True})
c.clear_flags(), c.clear_traps()
print(c)
c = Context(prec=4, Emax=9, Emin=-9, traps=[])
for name, args in [('add', (1, '99996')), ('divide', (1, 0)), ('divide', (0, 0)), ('divide', (1, 3)), ('multiply', ('9E+9', 10)), ('multiply', ('1E-9', '0.001')),
                   ('create_decimal', ('1E-13',)), ('create_decimal', ('abc',)), ('create_decimal', (' 1',)), ('create_decimal', (3.14159,)),
                   ('create_decimal', (123456,)), ('create_decimal', ((0, (1, 2, 3, 4, 5), 0),)), ('create_decimal', ()), ('create_decimal_from_float', (0.1,)),
                   ('plus', ('1E+8',)), ('quantize', (1, '1E-5')), ('compare', ('sNaN', 1)), ('divide_int', ('1E+9', 1)), ('divmod', (7, 0)), ('power', (0, 0)),
                   ('sqrt', (-1,)), ('to_sci_string', ('1E+6',)), ('to_eng_string', ('1E+7',)), ('is_normal', ('1E-10',)), ('number_class', ('1E-10',)),
                   ('copy_decimal', ('1.23456',)), ('add', (1, None)), ('_apply', ('1.23456',)), ('same_quantum', ('1.0', '2.0'))]:
    c.clear_flags()
    args = [Decimal(a) if isinstance(a, str) and name not in ('create_decimal',) else a for a in args]
    print(name, attempt(getattr(c, name), *args), [s.__name__ for s, v in c.flags.items() if v])
for trap in c.traps:
    c.clear_traps()
    c.clear_flags()
    c.traps[trap] = True
    setcontext(c)
    print(trap.__name__, *(attempt(g) for g in (lambda: Decimal(1) / 0, lambda: Decimal(1) / 3, lambda: Decimal('9E9') * 10, lambda: Decimal('1E-9') / 1000,
          lambda: Decimal('1E-9') / 10, lambda: Decimal(0) / 0, lambda: Decimal(1.5), lambda: Decimal(1) < 1.5, lambda: Decimal(1) == 1.5, lambda: Decimal('x'),
          lambda: Decimal('1E+99') + 0, lambda: +Decimal('0E-99'), lambda: Decimal('sNaN') == 1, lambda: Decimal('NaN') < 1, lambda: c.create_decimal('NaN12345'))), sep=' | ')
setcontext(DefaultContext)
try:
    Decimal(1) / 0
except ZeroDivisionError as e:
    print(repr(e), e.args)
print(getcontext() is DefaultContext, getcontext().flags == DefaultContext.flags)
with localcontext() as inner:
    inner.prec = 5
    print(Decimal(1) / 3, getcontext() is inner)
    with localcontext(ExtendedContext, prec=3, rounding=ROUND_UP, traps=[Inexact]) as deeper:
        print(attempt(lambda: Decimal(1) / 3), deeper)
    print(Decimal(1) / 3)
print(Decimal(1) / 3, attempt(localcontext, prec=0), attempt(localcontext, nonsense=1).split('(')[0])
manager = localcontext(prec=2)
print(type(manager).__name__, manager.__enter__().prec, manager.__exit__(None, None, None), getcontext().prec)

def work():
    getcontext().prec = 3
    return Decimal(2) / 3
print(contextvars.copy_context().run(work), Decimal(2) / 3)

class Mine(Context):
    def __init__(self, *a, name='mine', **k):
        super().__init__(*a, **k)
        self.name = name
m = Mine(prec=3, name='x')
setcontext(m)
print(m.name, getcontext() is m, Decimal(2) / 3, type(m.copy()).__name__)
