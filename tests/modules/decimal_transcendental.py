# Decimal: sqrt, exp, ln, log10 and power are correctly rounded, in many precisions.
from decimal import *
setcontext(Context())

for prec in (1, 2, 5, 9, 16, 28, 50, 120, 400):
    c = Context(prec=prec, traps=[])
    print(prec)
    for v in ('2', '3', '0.5', '10', '1E-10', '1.0000000000000001', '0.99999', '123456.789', '4E+100', '16', '0.0001', '1E+2'):
        d = Decimal(v)
        print(v, c.sqrt(d), c.exp(d) if d < 1000 else '-', c.exp(-d) if d < 1000 else '-', c.ln(d), c.log10(d), sep=' ')
for prec in (3, 9, 28, 60):
    c = Context(prec=prec, Emax=999, Emin=-999, traps=[])
    for base in ('2', '-2', '10', '0.5', '1.1', '1', '1.00', '9', '-1', '0', '1E+300', '1E-300', 'Infinity', '4'):
        print(prec, base, *(c.power(Decimal(base), Decimal(e)) for e in ('0', '1', '3', '-2', '0.5', '-0.5', '2.5', '100', '-1000', '1E+5', 'Infinity', '-Infinity')))
    print(sorted(s.__name__ for s, v in c.flags.items() if v))
c = Context(prec=20, Emax=50, Emin=-50, traps=[])
for v in ('100', '120', '-100', '-120', '-140', '-200', '1E-30', '0', 'Infinity', '-Infinity', 'NaN'):
    c.clear_flags()
    print(v, c.exp(Decimal(v)), *(s.__name__ for s, f in c.flags.items() if f))
for v in ('-1', '0', '-0', '1', '1.000', 'Infinity', '-Infinity', 'sNaN'):
    for f in (c.sqrt, c.ln, c.log10):
        c.clear_flags()
        print(v, f(Decimal(v)), *(s.__name__ for s, x in c.flags.items() if x), end='; ')
    print()
getcontext().prec = 60
last, t, s, n, na, d, da = 0, Decimal(3), Decimal(3), 1, 0, 0, 24
while s != last:
    last = s
    n, na = n + na, na + 8
    d, da = d + da, da + 32
    t = (t * n) / d
    s += t
print(s)
