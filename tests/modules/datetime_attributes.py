"""What cannot be changed, called or asked for; ctime, timetuple, str and the constants."""
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


for f in (lambda: setattr(d, "year", 1), lambda: setattr(d, "x", 1), lambda: setattr(date, "x", 1), lambda: delattr(dt, "hour"), lambda: setattr(td, "days", 1), lambda: setattr(u, "x", 1), lambda: date.foo, lambda: d.foo, lambda: type("X", (timezone,), {}), lambda: type("X", (date, time), {}), lambda: type("X", (datetime,), {}).max, lambda: setattr(tm, "tzinfo", 3), lambda: d.__init__(1), lambda: object.__new__(date), lambda: date.__new__(int, 1,2,3), lambda: date.__new__(), lambda: len(d), lambda: d[0], lambda: iter(d), lambda: int(d), lambda: float(td), lambda: td.__radd__(td), lambda: date.__hash__(3), lambda: date.isoformat(3), lambda: date.today(1), lambda: datetime.utcnow(1), lambda: d.weekday(1), lambda: d.timetuple(), lambda: dt.timetuple(), lambda: dt.utctimetuple(), lambda: d.ctime(), lambda: dt.ctime(), lambda: date(5,1,1).ctime(), lambda: d.weekday(), lambda: d.toordinal(), lambda: bool(tm), lambda: bool(time(0)), lambda: bool(timedelta(0)), lambda: str(td), lambda: str(timedelta(-1)), lambda: str(timedelta(2,3661,5)), lambda: repr(timedelta(0,0,1)), lambda: [str(x) for x in (timezone.min, timezone.max, timezone(timedelta(0,1)), timezone(timedelta(0,-1,5)), u)], lambda: (date.min, date.max, date.resolution, time.min, time.max, time.resolution, datetime.min, datetime.max, datetime.resolution, timedelta.min, timedelta.max, timedelta.resolution, timezone.min, timezone.max), lambda: repr(tm.replace(tzinfo=u, fold=1)), lambda: repr(dt.replace(tzinfo=u, fold=1)), lambda: {td:1,d:2,tm:3,dt:4,u:5}[u], lambda: hash(time(1,tzinfo=u)) == hash(time(2,tzinfo=timezone(timedelta(hours=1))))):
    say(f)
for c in date, time, datetime, timedelta, tzinfo, timezone:
    print(c, c.__text_signature__, c.__module__, c.__qualname__, c.__bases__)
    for n in sorted(vars(c)):
        if n != "__getattribute__":
            print("    ", n, type(vars(c)[n]).__name__, getattr(vars(c)[n], "__text_signature__", None))
