"""timedelta(): components of any size and kind, rounding, and what it says about wrong ones."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


for a in [("a",), (None,), (1,"a"), (1,2,3,4,5,6,7,8), (10**9,), (-10**9,), (10**10,), (2**31,), (10**30,), (float("inf"),), (float("nan"),), (1e300,), (0.5,), (1/3,), (0,0,0.5), (0,0,1.5), (0,0,2.5), (0,0,-0.5),(0,1e-7), (1j,)]:
    print(a); say(timedelta, *a)
say(timedelta, weeks="a"); say(timedelta, foo=1); say(timedelta, 1, days=1); say(timedelta, days=1, milliseconds=b"")
for a in [(0, 0, 86399999999999999999), (-999999999,), (999999999, 86399, 999999), (10**15, -86400 * 10**15), (0, 0, 0, 10**20, 0, 0, -1), (1.1, 2.2, 3.3, 4.4, 5.5, 6.6, 7.7)]:
    print(a); say(timedelta, *a)
for k in range(-9, 10):
    print(timedelta(microseconds=k / 2), timedelta(seconds=k / 3), timedelta(hours=1e-10 * k), timedelta(weeks=k, days=0.1 * k).total_seconds())
