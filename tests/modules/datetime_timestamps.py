"""fromtimestamp(), timestamp() and their limits."""
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


for v in (0, -1, 1.5, "a", None, float("nan"), float("inf"), 1e20, 10**20, 1e12, -1e12, 253402300799, 253402300800, -62135596800, -62135596801, True, 0.9999999, -0.0000005, 1.0000005, 1.0000015):
    print(v); say(date.fromtimestamp, v); say(datetime.fromtimestamp, v); say(datetime.fromtimestamp, v, u)
say(datetime.fromtimestamp, 0, 1); say(datetime.fromtimestamp, 0, tz=u); say(datetime.fromtimestamp); say(datetime.fromtimestamp, 0, u, 1); say(datetime.fromtimestamp, timestamp=0)
say(datetime.min.timestamp); say(datetime.max.timestamp); say(datetime(1,1,2).timestamp); say(datetime.max.replace(fold=1).timestamp); say(dt.timestamp); say(dt.replace(tzinfo=u).timestamp); say(datetime.min.replace(tzinfo=u).timestamp)
