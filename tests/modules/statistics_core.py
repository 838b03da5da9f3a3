# statistics, fractions and decimals together, as the library has them.
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F
import decimal
decimal.setcontext(decimal.Context())

def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f'{type(e).__name__}({e})'

data = [[1, 2, 3, 4, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [D('0.5'), D('0.75'), D('0.625'), D('0.375')], [F(1, 2), F(3, 4), F(7, 8)], [D(3)], [7], []]
for f in (st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.median_low, st.median_high, st.mode, st.multimode, st.pvariance,
          st.variance, st.pstdev, st.stdev, st.quantiles):
    print(f.__name__, *(attempt(f, x) for x in data), sep=' | ')
print(st.median_grouped([1, 2, 2, 3, 4, 4, 4, 5]), st.correlation([1, 2, 3], [2, 4, 7]), st.covariance([1, 2, 3], [1, 5, 7]), st.linear_regression([1, 2, 3], [2, 4.5, 7]))
n = st.NormalDist.from_samples([2.5, 3.1, 2.1, 2.4, 2.7, 3.5])
print(n.mean, n.stdev, n.inv_cdf(0.3), n.cdf(3), n.quantiles(4), st.NormalDist(0, 1) + n, n.overlap(st.NormalDist(3, 1)), attempt(n.inv_cdf, 1))
print(F(D('1.25')), F('3.1e-2'), F(0.75), F(7, 3) + 1, F(1, 3) ** 2, round(F(7, 2)), F(22, 7).limit_denominator(5), f'{F(1, 3):.5f}',
      F(-7, 2) // 1, divmod(F(7, 2), F(2, 3)), D(1) / 3 < F(1, 3), D('0.5') == F(1, 2), F(3, 2) == D('1.5'), max(F(1, 3), D('0.3'), 0.32))
print(attempt(lambda: F(1, 2) + D(1)), attempt(F, 'x'), attempt(F, 1, 0), F.from_decimal(D('-0.125')), F.from_float(0.1), hash(F(1, 2)) == hash(D('0.5')))
