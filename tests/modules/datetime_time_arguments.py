"""time(): its arguments and what it says about wrong ones."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


for a in [(24,), (1,60), (1,1,60), (1,1,1,1000000), (-1,), ("1",), (1,1,1,1,1), (1,1,1,1,None,1), (b"123456",), (b"\x01\x01\x01\x01\x01\x01",), (b"\x81\x01\x01\x01\x01\x01",), (b"\x01\x01\x01\x01\x01\x01",1), (b"\x01\x01\x01\x01\x01\x01",timezone.utc),(1,1,1,1,1,1)]:
    print(a); say(time, *a)
say(time, fold=2); say(time, fold="a"); say(time, tzinfo=3); say(time, 1, hour=2); say(time, zz=2)
