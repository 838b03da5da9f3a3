"""States that pickles can hold and constructors would not make: they can be looked at without harm."""
from datetime import *

for state in b"\0\0\1\0", b"\xff\xff\x0c\xff":
    d = date(state)
    print(repr(d), d.year, d.month, d.day, d == d, hash(d) == hash(date(state)), str(d), d.__reduce__())
    x = datetime(state + b"\0\0\0\0\0\0")
    print(repr(x), x == x, d.year or x.isoformat())
t = time(b"\x17\xff\xff\xff\xff\xff")
print(repr(t), t, t.replace(minute=0, second=0, microsecond=1))
