# reference: 8.7, 8.8
"""A decorator that is an instance or a class is called with nothing below it on the stack but an unset local."""
import sys

squares = [n * n for n in range(3)]  # a local of the module, unset again


class Collect:
    def __init__(self, *args):
        self.args = args

    def __call__(self, *args):
        return args


collect = Collect()


@collect
def first():
    pass


@Collect
def second():
    pass


@Collect
class Third:
    pass


@collect
@Collect
class Fourth:
    pass


print(type(first[0]), sys.getrefcount(first[0]))
print(type(second.args[0]), sys.getrefcount(second.args[0]))
print(type(third := Third.args[0]), Fourth[0].args[0].__name__)


def inside():
    rows = [n for n in range(2)]
    del rows

    @collect
    def f():
        pass

    @Collect
    def g():
        pass

    return f, g.args, [h for h in (f, g)] != []


print([type(x).__name__ for x in inside()])
