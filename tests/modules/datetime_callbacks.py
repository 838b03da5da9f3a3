"""__index__ of arguments, as_integer_ratio of floats, comparison with strangers."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


d = date(2020, 2, 29)
tm = time(1, 2, 3, 4)
dt = datetime(2020, 2, 29, 1, 2, 3, 4)
td = timedelta(1, 2, 3)
u = timezone.utc


class F(float):
    def as_integer_ratio(self): return self.r
for r in (1, (1,), (1,2), (1, 0), (1,2,3), (1.5, 2), (2, 1.5)):
    f = F(1.5); f.r = r; print(r); say(lambda: td * f); say(lambda: f * td); say(lambda: td / f); say(timedelta, 0, f)
class I:
    def __init__(s, v): s.v = v
    def __index__(s): print("   index", s.v); return s.v
say(date, I(2020), I(1), I(1)); say(date, I(2020), I(1)); say(datetime, I(2020), I(1), I(1), fold=I(1)); say(timedelta, I(1)); say(d.replace, I(1)); say(date.fromordinal, I(1)); say(date.fromtimestamp, I(1)); say(datetime.fromtimestamp, I(1)); say(lambda: td * I(3)); say(date.fromisocalendar, I(2020), I(1), I(1))
class G:
    def __getattr__(s, n): print("   getattr", n); raise AttributeError(n)
say(lambda: d < G()); say(lambda: dt == G()); say(lambda: td == G())
class O:
    def __eq__(s,o): return "eq"
    def __lt__(s,o): return "lt"
    def __radd__(s,o): return "radd"
    def __gt__(s,o): return "gt"
say(lambda: d == O()); say(lambda: dt < O()); say(lambda: td + O()); say(lambda: tm < O()); say(lambda: d+O()); say(lambda: dt + O())
