# oracle: 64-bit
# Sizes of objects whose layout CPython 3.12 changed: (on 64 bits, on 32 bits); Pyodide proves the second number.
import array, collections, io, re, sys, types

def function(a, b=1, *c, d=2, **e): return a
def generator(a, b):
    c = 1
    yield a, b, c
def empty_generator(): yield
async def asynchronous_generator(): yield
async def coroutine(): pass
def framed(x):
    y = 1
    return sys._getframe()
class Plain: pass
class Two: __slots__ = "a", "b"
class Derived(Plain): __slots__ = "x",
class List(list): pass
class ListWithSlot(list): __slots__ = "q",
class Tuple(tuple): pass
class Int(int): pass
class Float(float): pass
class Bytes(bytes): pass
class Str(str): pass
class StrWithSlot(str): __slots__ = "a",
class Dict(dict): pass
class DictWithSlot(dict): __slots__ = "a",
class SetWithSlots(set): __slots__ = "a", "b"
class Frozen(frozenset): pass
class Array(bytearray): __slots__ = "a",
class Error(Exception): pass
class Meta(type): pass
class WithMeta(metaclass=Meta): pass
class Property(property): pass
waiting = coroutine()
try:
    1 / 0
except ZeroDivisionError as e:
    traceback = e.__traceback__

sizes = [
    # str: without the wchar_t copy of before
    ("", 41, 21), ("a", 42, 22), ("abc", 44, 24), ("x" * 100, 141, 121), ("\xe9\xe9", 59, 31), ("\xe9" * 10, 67, 39),
    ("\u0416", 60, 32), ("\u0416" * 10, 78, 50), ("\U0001F600", 64, 36), ("\U0001F600" * 10, 100, 72), ("a\u0416", 62, 34),
    (Str(), 97, 49), (Str("a"), 98, 50), (StrWithSlot("ab"), 83, 43), (StrWithSlot("\xe9"), 82, 42),
    # iterators, functions, what a class holds
    (iter(range(3)), 40, 20), (function, 160, 80), (lambda: 0, 160, 80), (property(), 80, 40), (classmethod(function), 48, 24),
    (staticmethod(function), 48, 24), (types.MappingProxyType({}), 40, 20), (zip(), 64, 32), (enumerate(()), 72, 36),
    # generators hold their frame
    (empty_generator(), 176, 92), (generator(1, 2), 208, 108), (waiting, 176, 92), (asynchronous_generator(), 176, 92),
    (waiting.__await__(), 40, 20), ((x for x in ()), 192, 100), (framed(1), 168, 92), (traceback, 56, 32),
    # code: its instructions are part of it
    (function.__code__, 200, 132), (generator.__code__, 224, 156), (empty_generator.__code__, 216, 144),
    # instances: two words before the object for attributes and weak references
    (Plain(), 48, 24), (Two(), 48, 24), (Derived(), 56, 28), (List(), 72, 36), (List([1]), 88, 44), (ListWithSlot(), 64, 32),
    (Tuple(), 56, 28), (Tuple((1,)), 64, 32), (Int(), 60, 32), (Int(5), 60, 32), (Float(), 56, 32), (Bytes(b"abc"), 68, 36),
    (Dict(), 80, 48), (DictWithSlot(), 72, 44), (SetWithSlots(), 232, 116), (Frozen(), 232, 116), (Array(b"abc"), 84, 44),
    (Error(), 104, 52), (Property(), 96, 48), (ImportError(), 120, 60), (collections.defaultdict(int), 72, 48),
    (collections.Counter(), 80, 48), (types.SimpleNamespace(), 40, 20),
    # classes: with the keys that instances share, if they have attributes of their own
    (int, 432, 216), (type, 432, 216), (object, 432, 216), (Plain, 1704, 888), (Two, 936, 468), (Derived, 1704, 888),
    (List, 1704, 888), (Error, 936, 468), (Meta, 936, 468), (WithMeta, 1704, 888),
    # modules in C
    (array.array("i"), 80, 40), (array.array("i", [1, 2, 3]), 92, 52), (re.compile("a"), 160, 104), (re.match("a", "a"), 120, 60),
    (io.StringIO(), 184, 100), (io.BytesIO(), 80, 40),
]
waiting.close()
for o, *wanted in sizes:
    if sys.getsizeof(o) != wanted[sys.maxsize < 1 << 32]:
        print(type(o), repr(o)[:30], sys.getsizeof(o), "instead of", wanted[sys.maxsize < 1 << 32])
print(len(sizes), "sizes")
