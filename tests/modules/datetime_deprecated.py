"""utcnow() and utcfromtimestamp() warn."""
import warnings
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


warnings.simplefilter("always"); warnings.showwarning = lambda m, c, *a: print("   ", c.__name__, m)
say(lambda: datetime.utcnow() and 0); say(datetime.utcfromtimestamp, 0); say(datetime.utcfromtimestamp); say(datetime.utcfromtimestamp, "a");
