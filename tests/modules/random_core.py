# The Mersenne Twister: sequences of seeds, states, bits; errors; subclasses.
import _random as R
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
r=R.Random(5)
for e in [
    "R.Random(1).random()",
    "R.Random(0).random()",
    "R.Random(-7).random()",
    "R.Random(2**100).random()",
    "R.Random(True).random()",
    "R.Random(1,2)",
    "R.Random(x=1)",
    "R.Random([])",
    "r.getrandbits(0)",
    "r.getrandbits(-1)",
    "r.getrandbits(5)",
    "r.getrandbits(32)",
    "r.getrandbits(33)",
    "r.getrandbits(200)",
    "r.getrandbits('a')",
    "r.getrandbits()",
    "r.seed(5)",
    "r.random()",
    "len(r.getstate())",
    "r.getstate()[-1]",
    "r.setstate(1)",
    "r.setstate((1,))",
    "r.setstate((1,)*624+(-1,))",
    "r.setstate((1,)*624+(625,))",
    "r.setstate((1,)*624+(624,))",
    "r.random()",
    "r.setstate(('a',)*625)",
    "r.setstate((-1,)*625)",
    "r.setstate((2**70,)*625)",
    "r.seed(1,2)",
    "r.random(1)",
    "hash(r)==hash(r)",
    "r.x",
    "sum(r.getstate())",
    "r.getrandbits(10.0)",
]:
    t(e)


for seed in (0, 1, 2**32 - 1, 2**32, -(2**64), 10**50, 123456789):
    g = R.Random(seed)
    print([g.random() for _ in range(2)], g.getrandbits(64), g.getrandbits(17))
g = R.Random(42)
for _ in range(700):
    g.random()
state = g.getstate()
a = [g.random() for _ in range(3)]
g.setstate(state)
print(a, a == [g.random() for _ in range(3)], type(state), state[0], state[-1])
print(R.Random(1.0).random() == R.Random(hash(1.0)).random())


class Sub(R.Random):
    def __init__(self, x=None):
        self.x = x
        super().__init__(x)

    def random(self):
        return -super().random()


print(Sub(3).random(), Sub(3).x, Sub(x=3).getrandbits(8), 0 <= R.Random().random() < 1, R.Random().getrandbits(500) != R.Random().getrandbits(500))
print(sum(R.Random(9).getrandbits(1) for _ in range(10)), R.Random(7).getrandbits(100000) % 1000003)
