"""Zones written in Python: their answers are asked for and checked."""
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


class Z(tzinfo):
    def __init__(s, v=None, w=None, n=None): s.v=v; s.w=w; s.n=n
    def utcoffset(s, dt): return s.v
    def dst(s, dt): return s.w
    def tzname(s, dt): return s.n


for z in (Z(3), Z(timedelta(1)), Z(timedelta(-1)), Z(timedelta(0,3600), 5, 6), Z(timedelta(0,3600), timedelta(2)), Z(timedelta(0,3600), timedelta(0,3600), "n"), Z()):
    x = dt.replace(tzinfo=z); y = tm.replace(tzinfo=z)
    for f in (x.utcoffset, x.dst, x.tzname, y.utcoffset, y.dst, y.tzname, lambda: str(x), lambda: str(y), x.isoformat, lambda: hash(x) and 0, lambda: hash(y) and 0, lambda: x == dt, lambda: x < dt.replace(tzinfo=u), lambda: x - dt.replace(tzinfo=u), x.utctimetuple, x.timetuple, lambda: x.strftime("%Z %z"), lambda: x.astimezone(u), lambda: str(dt.replace(tzinfo=u).astimezone(z)), lambda: z.fromutc(x).isoformat(), lambda: z.fromutc(dt), lambda: z.fromutc(1)):
        say(f)
class Name(str):
    def replace(self, a, b):
        return self.result
for result in ("x y", None, 3):
    n = Name("a%b"); n.result = result
    say(dt.replace(tzinfo=Z(timedelta(0), None, n)).strftime, "%Z|%Z")
say(tm.replace(tzinfo=Z(None, None, "\ud800")).strftime, "%Z"); say(tm.replace(tzinfo=Z(None, None, "50 %")).strftime, "%Z %z"); say(tm.replace(tzinfo=Z(None, None, "é€")).strftime, "%Z")
# The collector does not see through datetimes, in CPython neither: a cycle of one, its zone, the class, and this namespace would stay.
del x, y
