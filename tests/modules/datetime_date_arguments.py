"""date(): its arguments and what it says about wrong ones."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


for a in [(), ("2020",), (2020,), (2020,1), (2020,1,1,1), (2020.0,1,1), (2020,1,None), (0,1,1), (10000,1,1),(2020,0,1),(2020,13,1),(2023,2,29),(2020,1,0), (b"1234",), (b"\x07\xe4\x01\x01",), (b"\x07\xe4\x0d\x01",), (b"\x07\xe4\x01\x00",), ("\x07\xe4\x01\x01",), ("\x07\u1234\x01\x01",)]:
    print(a); say(date, *a)
say(date, 2020, 1, day=1, x=3); say(date, 2020, 1, 1, day=1); say(date, day=1); say(date, 2020, x=1,month=2)
