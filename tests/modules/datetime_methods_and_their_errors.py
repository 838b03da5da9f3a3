"""combine, isoformat, strftime, __format__, astimezone, strptime: results and errors."""
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


say(datetime.combine, 1, 2); say(datetime.combine, d, 2); say(datetime.combine, d); say(datetime.combine, d, tm, 3); say(datetime.combine, d, tm, tzinfo=u); say(datetime.combine, d, tm, u, 4); say(datetime.combine, date=d, time=tm); say(datetime.combine, d, tm, foo=1)
say(dt.isoformat, "ab"); say(dt.isoformat, 3); say(dt.isoformat, "\u1234"); say(dt.isoformat, "T", "x"); say(dt.isoformat, timespec=3); say(dt.isoformat, "T", "auto", 3); say(dt.isoformat, foo=3); say(tm.isoformat, "hours"); say(tm.isoformat, "x"); say(tm.isoformat, 3); say(d.isoformat, 3); say(dt.isoformat, sep=""); say(tm.isoformat, 1, 2); say(dt.isoformat, timespec="\ud800")
for ts in "auto","hours","minutes","seconds","milliseconds","microseconds": say(dt.isoformat, " ", ts); say(tm.isoformat, ts)
say(d.strftime, 3); say(d.strftime); say(d.strftime, "%Y", 1); say(d.strftime, format="%Y"); say(d.__format__, 3); say(d.__format__, ""); say(d.__format__); say(tm.strftime, "%Y-%m-%d %H:%M:%S.%f %z %Z %:z|%Q|%"); say(dt.strftime, "%:z|%z|%Z|%f|%%f|%:|%:q|%-d|%"); say(dt.replace(tzinfo=timezone(timedelta(hours=-1,seconds=-5,microseconds=-7))).strftime, "%:z|%z|%Z"); say(dt.strftime, "\u20ac\ud800%Y"); say(dt.strftime, "a\0b%Y"); say(dt.strftime, ""); say(tm.strftime, format=3); say(tm.strftime)
say(dt.astimezone, 3); say(dt.astimezone, u); say(dt.astimezone); say(dt.astimezone, None); say(dt.astimezone, tz=timezone(timedelta(hours=1))); say(dt.astimezone, u, 1); say(dt.astimezone, tzinfo=u); say(datetime.now, 3); say(datetime.now, foo=3); say(datetime.now, 1, 2); say(lambda: datetime.now(u).tzinfo); say(lambda: repr(dt.astimezone().tzinfo))
say(datetime.strptime, 1, "2"); say(datetime.strptime, "1", 2); say(datetime.strptime, "1"); say(datetime.strptime, "2020-01-01", "%Y"); say(datetime.strptime, "x", "%Y"); say(datetime.strptime, "x", "%Q"); say(datetime.strptime, "2020 +0130 X", "%Y %z X"); say(datetime.strptime, "2020-02-30", "%Y-%m-%d"); say(datetime.strptime,"1","%"); say(datetime.strptime, string="1", format="2")
