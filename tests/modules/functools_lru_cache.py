# The wrapper of lru_cache: order of eviction, recursion into itself, typed keys, methods, hostile keys, garbage.
from _functools import _lru_cache_wrapper
import gc


class Info:
    def __init__(self, *args):
        self.args = args

    def __repr__(self):
        return "Info%r" % (self.args,)


def cache(maxsize=128, typed=False):
    return lambda f: _lru_cache_wrapper(f, maxsize, typed, Info)


@cache(3)
def square(x):
    print("computing", x)
    return x * x


print([square(x) for x in (1, 2, 3, 1, 4, 2, 1, 3, 4)], square.cache_info())


@cache(None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@cache(10)
def bounded_fib(n):
    return n if n < 2 else bounded_fib(n - 1) + bounded_fib(n - 2)


print(bounded_fib(60), bounded_fib.cache_info())


@cache(None, True)
def typed(*args, **kwargs):
    return [type(x).__name__ for x in args], kwargs


print(typed(1), typed(1.0), typed(True), typed(1, a=2), typed(1, a=2.0), typed(1), typed.cache_info())


@cache(5)
def untyped(*args, **kwargs):
    return args, kwargs


print(untyped(1), untyped(1.0), untyped(a=1, b=2), untyped(b=2, a=1), untyped("a"), untyped(("a",)), untyped.cache_info())


class C:
    def __init__(self, n):
        self.n = n

    @cache(4)
    def method(self, x):
        print("method", self.n, x)
        return self.n + x


c = C(10)
print(c.method(1), c.method(1), C.method(c, 1), C.method.cache_info(), type(C.__dict__["method"]).__name__, type(c.method).__name__)


class Key:
    def __init__(self, name, hash_value):
        self.name, self.hash_value = name, hash_value

    def __hash__(self):
        print(f"hash({self.name})", end=" ")
        return self.hash_value

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name


@cache(2)
def keyed(k):
    return k.name


print(keyed(Key("a", 1)))
print(keyed(Key("a", 1)))
print(keyed(Key("b", 1)))
print(keyed(Key("c", 1)))
print(keyed(Key("a", 1)), keyed.cache_info())


@cache(2)
def clearing(x):
    if x == 2:
        clearing.cache_clear()
    return x


print([clearing(x) for x in (1, 2, 3, 2, 1)], clearing.cache_info())


@cache(1)
def nested(x):
    return x if x == 0 else nested(x - 1) + 1


print(nested(20), nested.cache_info())


@cache(3)
def failing(x):
    raise ValueError(x)


for _ in range(2):
    try:
        failing(1)
    except ValueError as e:
        print(repr(e), failing.cache_info())


class Node:
    pass


@cache(None)
def holds(node):
    return node


node = Node()
node.wrapper = holds
holds(node)
holds.note = "attribute"
print(holds.note, holds.__dict__)
del node, holds
print(gc.collect() > 0)
