"""datetime(): its arguments and what it says about wrong ones."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


for a in [(), (2020,), (2020,1), (2020,1,1), (2020,1,1,24), (2020,1,1,1,60), (2020,1,1,1,1,61), (2020,1,1,1,1,1,-1), (2020,1,1,1,1,1,1,1), (2020,1,1,1,1,1,1,None,1), ("a",1,1), (b"\x07\xe4\x01\x01\x01\x01\x01\x01\x01\x01",), (b"\x07\xe4\x81\x01\x01\x01\x01\x01\x01\x01",timezone.utc), (b"\x07\xe4\x01\x01\x01\x01\x01\x01\x01\x01",3), (b"\x07\xe4\x01\x01\x01\x01\x01\x01\x01",)]:
    print(a); say(datetime, *a)
say(datetime, 2020,1,1,fold=2); say(datetime, 2020,1,1, year=2); say(datetime, 2020,1,1, z=2)
