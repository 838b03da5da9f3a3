"""__reduce__ and friends: what copies and pickles are made of."""
import copy
import pickle
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


class Z(tzinfo):
    def __init__(s, v=None, w=None, n=None): s.v=v; s.w=w; s.n=n
    def utcoffset(s, dt): return s.v
    def dst(s, dt): return s.w
    def tzname(s, dt): return s.n


for o in (d, tm, dt, td, u, tm.replace(fold=1), dt.replace(fold=1,tzinfo=u), tm.replace(tzinfo=u), d.isocalendar()):
    say(o.__reduce__); say(lambda: o.__reduce_ex__(2)); say(lambda: o.__reduce_ex__(4)); say(lambda: copy.copy(o)); say(lambda: ([pickle.loads(pickle.dumps(o, p)) == o for p in (1, 4)], [getattr(pickle.loads(pickle.dumps(o, p)), 'fold', None) for p in (1, 4)]))
say(dt.__reduce_ex__); say(dt.__reduce_ex__, "a"); say(tm.__reduce_ex__, 1, 2)
z = Z(1, 2, 3)
say(lambda: z.__reduce__()[1:]); say(lambda: vars(copy.copy(z))); say(lambda: vars(pickle.loads(pickle.dumps(z))))
class A(tzinfo):
    __slots__ = "a"
    def __init__(self, a): self.a = a
    def __getinitargs__(self): return (self.a,)
say(lambda: A(5).__reduce__()[1:]); say(lambda: copy.copy(A(5)).a); say(lambda: copy.deepcopy(dt.replace(tzinfo=A(6))).tzinfo.a)
class B(datetime):
    pass
b = B(2020, 1, 2, fold=1); b.x = 5
say(lambda: copy.copy(b)); say(lambda: (pickle.loads(pickle.dumps(b)), b.__reduce_ex__(4)))
