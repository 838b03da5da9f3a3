"""Comparison and arithmetic, possible and impossible."""
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


for f in (lambda: d < 3, lambda: d == 3, lambda: d < dt, lambda: dt < d, lambda: d == dt, lambda: dt == d, lambda: date.__eq__(d, dt), lambda: date.__lt__(d, dt), lambda: datetime.__lt__(dt, d), lambda: tm < 1, lambda: tm == 1, lambda: td < 1, lambda: td == 1, lambda: tm < tm.replace(tzinfo=u), lambda: tm == tm.replace(tzinfo=u), lambda: dt < dt.replace(tzinfo=u), lambda: dt - dt.replace(tzinfo=u), lambda: u < u, lambda: u == 1, lambda: d + d, lambda: d + 1, lambda: 1 + d, lambda: td + d, lambda: td - d, lambda: d - 1, lambda: dt - d, lambda: d - dt, lambda: dt + dt, lambda: tm + td, lambda: td + 1, lambda: td * td, lambda: td * "a", lambda: td // 1.5, lambda: td / "a", lambda: td % 2, lambda: divmod(td, 2), lambda: 2 / td, lambda: td // timedelta(0), lambda: td / timedelta(0), lambda: td % timedelta(0), lambda: divmod(td, timedelta(0)), lambda: td // 0, lambda: td / 0, lambda: td / 0.0, lambda: td * float("nan"), lambda: td * float("inf"), lambda: td / float("nan"), lambda: td/float("inf"), lambda: timedelta.max + timedelta(1), lambda: -timedelta.min, lambda: -timedelta.max, lambda: timedelta.max * 2, lambda: timedelta.max * 1e10, lambda: abs(timedelta.min), lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: datetime.max + timedelta(0,1), lambda: datetime.min - timedelta.resolution, lambda: date.max + timedelta.max, lambda: td * 2.5, lambda: 0.1 * td, lambda: True * td, lambda: td / 3, lambda: td / 0.3, lambda: td / timedelta(0, 7), lambda: timedelta(microseconds=5) / 2, lambda: timedelta(microseconds=-5) / 2, lambda: timedelta(microseconds=7) * 0.5, lambda: td.total_seconds(), lambda: timedelta.max.total_seconds(), lambda: hash(td) == hash(timedelta(1,2,3)), lambda: td > "a", lambda: dt > "a", lambda: datetime(1,1,1) < d):
    say(f)
