"""datetime: dates, times, zones, differences, formats, parsing and errors."""
import calendar
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo, MINYEAR, MAXYEAR, UTC

d = date(2024, 2, 29)
print(d, repr(d), d.isoformat(), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.toordinal(), d.timetuple(), d.ctime())
print(d + timedelta(days=366), d - date(2023, 12, 25), d.replace(year=2028), d < date(2024, 3, 1), hash(d) == hash(date(2024, 2, 29)))
print(date.fromisoformat("20240229"), date.fromisoformat("2024-W09-4"), date.fromisocalendar(2024, 9, 4), date.fromordinal(1), date.max, date.min)
print(d.strftime("%d.%m.%y %A %B %j %U %W %a %b %%"), f"{d:%Y/%m/%d}", f"{d}")
t = time(13, 5, 9, 120034, fold=1)
print(t, repr(t), t.isoformat("minutes"), t.isoformat("milliseconds"), t.replace(hour=0), time.fromisoformat("T04:23:01.5+02:00"))
dt = datetime(2024, 12, 31, 23, 59, 59, 999999)
print(dt, repr(dt), dt + timedelta(microseconds=1), dt.date(), dt.time(), dt.isoformat(" ", "hours"), dt.timetuple().tm_yday)
print(dt.strftime("%Y-%m-%dT%H:%M:%S.%f %I %p %y %Z|%z|"), datetime.combine(d, t), datetime.min, datetime.max)
for text in "2024-02-29", "2024-02-29T10", "2024-02-29 10:11", "20240229T101112Z", "2024-02-29T10:11:12.123456+05:30", "2024-W09-4T10:00":
    print(datetime.fromisoformat(text))
print(datetime.strptime("3 Mar 1999 04:05:06 PM", "%d %b %Y %I:%M:%S %p"), datetime.strptime("2020 060 +0130", "%Y %j %z"))
td = timedelta(days=-1, hours=3, microseconds=7)
print(td, repr(td), td.total_seconds(), abs(td), -td, td * 2.5, td // timedelta(hours=1), td / timedelta(hours=2), divmod(td, timedelta(hours=5)),
      td % timedelta(minutes=7), timedelta.max, timedelta.resolution, bool(timedelta()), str(timedelta(days=1, seconds=1)))
print(timedelta(weeks=1, milliseconds=1500), timedelta(0.5), timedelta(hours=1.25), sum([timedelta(1)] * 3, timedelta()))
tz = timezone(timedelta(hours=5, minutes=30), "IST")
aware = datetime(2024, 1, 1, 12, tzinfo=tz)
print(aware, repr(aware), aware.utcoffset(), aware.tzname(), aware.astimezone(UTC), aware.timestamp(), aware.utctimetuple().tm_hour)
print(timezone.utc, repr(timezone.utc), timezone(timedelta(seconds=-3661)), timezone.min, tz == timezone(timedelta(hours=5, minutes=30)), UTC is timezone.utc)
print(datetime.fromtimestamp(0, UTC), datetime.fromtimestamp(1e9 + 0.123456, tz), aware - datetime(2024, 1, 1, tzinfo=UTC), aware == aware.astimezone(UTC))


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2) if dt and dt.month in (6, 7) else timedelta(hours=1)

    def dst(self, dt):
        return self.utcoffset(dt) - timedelta(hours=1)

    def tzname(self, dt):
        return "SUM" if self.dst(dt) else "WIN"


summer = datetime(2024, 7, 1, tzinfo=Zone())
print(summer, summer.dst(), summer.tzname(), summer.astimezone(UTC), f"{summer:%Z %z}", datetime(2024, 1, 1, tzinfo=UTC).astimezone(Zone()))
for o in d, t, dt, td, tz, aware:
    print(pickle.loads(pickle.dumps(o)) == o, copy.deepcopy(o) == o)


class Day(date):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


print(type(Day(2024, 1, 1) + timedelta(1)).__name__, Day.today().__class__.__name__)


def say(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__)


for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2020, 13, 1), lambda: time(24), lambda: datetime(2020, 1, 1, 0, 60),
          lambda: date.max + timedelta(1), lambda: timedelta(days=10 ** 10), lambda: date.fromisoformat("2024-2-3"), lambda: date.fromisoformat("x"),
          lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2020 extra", "%Y"), lambda: datetime.strptime("1", "%Q"),
          lambda: aware < dt, lambda: aware - dt, lambda: d < dt, lambda: d + 1, lambda: timezone(timedelta(hours=24)), lambda: timezone(5),
          lambda: date("2020"), lambda: td + d + d, lambda: timedelta(1) / 0, lambda: date(2020, 1), lambda: datetime.fromisoformat("2024-02-29T25:00"),
          lambda: dt.replace(tzinfo=3), lambda: d.strftime(5), lambda: time(1) < time(1, tzinfo=UTC)):
    say(f)
print(MINYEAR, MAXYEAR, aware == dt, d == 3, dt != None)

print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2023, 10, 3))
print(calendar.monthrange(2100, 2), calendar.isleap(2000), calendar.leapdays(1990, 2030), calendar.weekday(2024, 2, 29), calendar.timegm((1970, 1, 2, 0, 0, 0)))
print(calendar.Calendar(2).monthdayscalendar(2024, 2), list(calendar.Calendar().iterweekdays()), calendar.monthcalendar(2024, 2)[0])
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:120])
print(list(calendar.day_name), list(calendar.month_abbr), calendar.Day.MONDAY, calendar.Month(2))
say(lambda: calendar.monthrange(2024, 13))
print(calendar.calendar(2024)[:200])
# The collector does not see through datetimes, in CPython neither: a cycle of one, its zone, the class, and this namespace would stay.
del summer
