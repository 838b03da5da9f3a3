"""timezone(): its arguments, and what zones say."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


for a in [(), (1,), (timedelta(1),), (timedelta(hours=1), 3), (timedelta(hours=1), None), (timedelta(hours=1), "X", 3), (timedelta(0),), (timedelta(0),"UTC"), (timedelta(0), ""), (timedelta(microseconds=-1),), (-timedelta(1),), (timedelta(hours=1, seconds=2), "a'b")]:
    print(a); say(timezone, *a)
say(timezone, offset=timedelta(0)); say(timezone, name="x"); say(timezone, timedelta(0), bar=1)
t = tzinfo()
for n in "utcoffset", "dst", "tzname", "fromutc":
    say(getattr(t, n)); say(getattr(t, n), None); say(getattr(timezone.utc, n)); say(getattr(timezone.utc, n), 3); say(getattr(timezone.utc, n), None); say(getattr(timezone.utc, n), datetime(2020,1,1)); say(getattr(t, n), datetime(2020,1,1))
say(timezone.utc.fromutc, datetime(2020,1,1,tzinfo=timezone.utc))
say(t.__reduce__); say(timezone.utc.__reduce__); say(timezone(timedelta(hours=1),"x").__reduce__); say(timezone.utc.__getinitargs__)

print([str(x) for x in (timezone.min, timezone.max, timezone(timedelta(0, 1)), timezone(timedelta(0, -1, 5)), timezone.utc)], timezone.utc is UTC)
print(timezone(timedelta(0)) is UTC, timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), "x"), timezone.utc != 3, hash(timezone.max) == hash(timezone.max.utcoffset(None)))
