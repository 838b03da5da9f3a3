# oracle: 64-bit
# Dates, times, their subclasses and the zones.
import sys
from datetime import *
g = sys.getsizeof
class D(date): pass
class T(datetime): pass
class S(date): __slots__ = "a", "b"
class Z(tzinfo): pass
d, t, x = date(2020, 1, 1), time(1), datetime(2020, 1, 1)
print(g(d), g(t), g(t.replace(tzinfo=UTC)), g(x), g(x.replace(tzinfo=UTC)), g(timedelta(1)), g(UTC), g(timezone(timedelta(hours=1), "x")), g(tzinfo()))
print(g(D(2020, 1, 1)), g(T(2020, 1, 1)), g(S(2020, 1, 1)), g(Z()))
print(D(2020, 1, 1).__sizeof__(), d.__sizeof__(), UTC.__sizeof__())
