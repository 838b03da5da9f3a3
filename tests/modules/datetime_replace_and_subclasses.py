"""replace(), and which constructors and operations call the class of a subclass."""
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


say(d.replace, 1,2,3,4); say(d.replace, foo=1); say(d.replace, 1, year=2); say(d.replace, "a"); say(d.replace, month=13); say(dt.replace, fold=2); say(dt.replace, 1,2,3,4,5,6,7,8,9); say(dt.replace, tzinfo=1); say(tm.replace, fold=5); say(tm.replace, 1,2,3,4,5,6); say(tm.replace, tzinfo=2)


class S(date):
    def __new__(cls, *a, **k): print("   new", a, k); return super().__new__(cls, *a, **k)
class SD(datetime):
    def __new__(cls, *a, **k): print("   new", a, k); return super().__new__(cls, *a, **k)
class ST(time):
    def __new__(cls, *a, **k): print("   new", a, k); return super().__new__(cls, *a, **k)
class SDel(timedelta):
    def __new__(cls, *a, **k): print("   new", a, k); return super().__new__(cls, *a, **k)
s = S(2020,1,1); say(s.replace, year=2); say(S.fromordinal, 5); say(S.fromisoformat, "2020-01-01"); say(S.fromisocalendar, 2020,1,1); say(S.fromtimestamp, 0); say(lambda: s+timedelta(1)); say(lambda: s-timedelta(1)); say(lambda: S(2020,1,1)-S(2020,1,2))
s = SD(2020,1,1, fold=1); say(s.replace, year=2); say(SD.fromordinal, 5); say(SD.fromisoformat, "2020-01-01"); say(SD.fromisocalendar, 2020,1,1); say(SD.fromtimestamp, 0); say(SD.fromtimestamp, 0, u); say(lambda: s+timedelta(1)); say(lambda: type(s.date())); say(lambda: s.time()); say(lambda: s.timetz()); say(SD.combine, d, tm.replace(fold=1)); say(SD.strptime, "2020", "%Y"); say(s.astimezone, u)
s = ST(1,2,fold=1); say(s.replace, hour=5); say(ST.fromisoformat, "01:02"); 
s = SDel(1); say(lambda: s+s); say(lambda: s*2); say(lambda: -s); say(lambda: abs(s)); say(lambda: +s); say(lambda: s//2); say(lambda: s/2); say(lambda:s%s); say(lambda: divmod(s, s))
class T(datetime): pass
x = T(2020, 1, 1, tzinfo=u); x.note = 1
print(type(x.replace(year=3)), vars(x.replace(year=3)), type(x + td), type(x.astimezone(timezone.max)), T.max, issubclass(T, date))
