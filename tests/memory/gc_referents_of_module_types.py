# What objects of library types refer to, in the order in which they visit it; and which of them the collector tracks.
import gc, sys, collections, itertools, functools, operator, io, re, array, random, struct, csv, contextvars, typing, time, types

def label(o):
    return "type " + o.__name__ if isinstance(o, type) else type(o).__name__

def show(name, o):
    print(name, gc.is_tracked(o), *[label(x) for x in gc.get_referents(o)], sep=" | ")

def f(*args): pass
items = [1, 2, 3]
z = zip(items, items)
show("zip", z)
next(z)
show("zip once", z)
held = next(z)
show("zip held", z)
print(gc.get_referents(zip(items, items, items))[1], gc.get_referents(enumerate(items))[1], gc.get_referents(zip())[1])
z = itertools.zip_longest(items, [1], fillvalue=8)
show("zip_longest", z)
print(*z, sep="")
show("zip_longest after", z)
show("itemgetter", operator.itemgetter(1))
show("itemgetter of two", operator.itemgetter(1, 2))
print(operator.itemgetter(1), operator.itemgetter(1, 2), operator.itemgetter(1).__reduce__()[1], operator.itemgetter(2)("abc"), operator.itemgetter(2, 0)("abc"))
show("methodcaller", operator.methodcaller("a", 1, k=2))
show("partial", functools.partial(f, 1, b=2))
show("key", functools.cmp_to_key(f))
show("key of 1", functools.cmp_to_key(f)(1))
d = collections.deque([1, [2]])
show("deque", d)
show("deque iterator", iter(d))
show("deque reversed", reversed(d))
show("defaultdict", collections.defaultdict(list, a=[], b="b"))
show("defaultdict empty", collections.defaultdict())
show("defaultdict int", collections.defaultdict(f, {1: []}))
show("Counter", collections.Counter("aab"))
P = collections.namedtuple("P", "a b")
show("namedtuple", P(1, 2))
show("tuplegetter", P.a)
class D(dict): pass
e = D(a="a", b=1)
e.x = 2.5
show("dict subclass", e)
class E(collections.defaultdict): pass
show("defaultdict subclass", E(f, a=1))
for name, args in {"batched": (items, 2), "chain": (items,), "combinations": (items, 2), "combinations_with_replacement": (items, 2), "compress": (items, items),
                   "cycle": (items,), "dropwhile": (f, items), "filterfalse": (None, items), "groupby": (items,), "pairwise": (items,),
                   "permutations": (items, 2), "product": (items,), "repeat": ([],), "starmap": (f, items), "takewhile": (bool, items)}.items():
    o = getattr(itertools, name)(*args)
    show(name, o)
    if name not in ("starmap", "dropwhile", "filterfalse"):
        next(o)
        show(name, o)
show("grouper", next(itertools.groupby(items))[1])
show("tee", itertools.tee(items)[0])
show("array", array.array("i", [1]))
show("array iterator", iter(array.array("i")))
show("match", re.match("a", "a"))
show("Struct", struct.Struct("i"))
show("unpack", struct.iter_unpack("i", b"1234"))
show("ContextVar", contextvars.ContextVar("v"))
show("ContextVar atom", contextvars.ContextVar("v", default=1))
show("ContextVar list", contextvars.ContextVar("v", default=[]))
v = contextvars.ContextVar("v")
show("Token", v.set(1))
show("struct.error", struct.error(1))
show("dialect", csv.reader([]).dialect)
show("method", [].append)
show("generator", (i for i in items))
print(gc.is_tracked(time.gmtime(0)), gc.is_tracked(time.struct_time([[]] * 9)))
print([label(o) for o in gc.get_referents(time.gmtime(0))][:10])
print([label(o) for o in gc.get_referents(functools.lru_cache(None)(f))][:3])
