"""fromisocalendar(), isocalendar() and fromordinal()."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


d = date(2020, 2, 29)
for a in [(0,1,1), (10000,1,1), (2020,0,1), (2020,54,1), (2021,53,1),(2020,1,0),(2020,1,8),(2020,1),(2020,1,"a"),(2**70,1,1),(2020, 53, 7), (9999,52,7), (1,1,1)]:
    say(date.fromisocalendar, *a)
say(date.fromisocalendar, week=1, day=1, year=2020); say(date.fromisocalendar, 1, 2, 3, 4); say(date.fromisocalendar, foo=1)
print("ordinal"); say(date.fromordinal, 0); say(date.fromordinal, -1); say(date.fromordinal, 3652060); say(date.fromordinal, "a"); say(date.fromordinal); say(date.fromordinal, 3652059)
i = d.isocalendar(); say(lambda: (i.year, i.week, i.weekday, i[0], len(i), i == (2020,9,6), hash(i) == hash((2020,9,6)))); say(type(i), 1); say(type(i), 1,2,3); say(type(i), 1, "a", 3); say(lambda: i._foo); say(lambda: setattr(i, "year", 3)); say(type(i), (1,2,3))
total = 0
for n in range(1, 3652059, 997):
    x = date.fromordinal(n)
    y, w, k = x.isocalendar()
    assert x.toordinal() == n and date.fromisocalendar(y, w, k) == x and date.fromisoformat(f"{y:04}W{w:02}{k}") == x, x
    assert x == date(x.year, x.month, x.day) and (x + timedelta(1)).weekday() == x.isoweekday() % 7, x
    total += y * 1000 + w * 7 + k + x.weekday() * x.timetuple().tm_yday
print(total)
