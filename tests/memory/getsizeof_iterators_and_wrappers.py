# oracle: 64-bit
# Iterators, views, descriptors, weak references and the objects of modules in C.
import _thread, collections, contextvars, functools, io, itertools, operator, random, re, struct, sys, types, weakref, hashlib, datetime, decimal, zlib, json, csv, queue, time
g = sys.getsizeof
class C:
    def method(self): pass
    def __len__(self): return 0
    def __getitem__(self, i): raise IndexError
c = C()
d, l, s, t = {1: 2}, [1, 2], {1}, (1, 2)
print("iterators", *[g(iter(o)) for o in (d, l, s, t, "ab", "\xe9", b"ab", bytearray(b"ab"), range(3), d.keys(), d.values(), d.items(), frozenset(s), memoryview(b"a"), collections.deque(), C())])
print("reversed", *[g(reversed(o)) for o in (d, l, t, "ab", range(3), collections.deque(), d.values(), d.items(), C())])
print("views", g(d.keys()), g(d.values()), g(d.items()), g(types.MappingProxyType(d)), g(C.__dict__))
print("callable iterator", g(iter(int, 1)), g(enumerate(l)), g(zip(l)), g(zip(l, l, l)), g(map(int, l)), g(map(max, l, l)), g(filter(None, l)))
i = itertools
for name, make in [("count", lambda: i.count()), ("count float", lambda: i.count(1.5)), ("cycle", lambda: i.cycle(l)), ("repeat", lambda: i.repeat(1)), ("chain", lambda: i.chain(l)),
                   ("islice", lambda: i.islice(l, 1)), ("product", lambda: i.product(l, l)), ("product 3", lambda: i.product(l, repeat=3)), ("permutations", lambda: i.permutations(l)), ("permutations 3", lambda: i.permutations(range(5), 3)),
                   ("combinations", lambda: i.combinations(l, 1)), ("with replacement", lambda: i.combinations_with_replacement(l, 2)), ("groupby", lambda: i.groupby(l)), ("grouper", lambda: next(i.groupby(l))[1]),
                   ("accumulate", lambda: i.accumulate(l)), ("starmap", lambda: i.starmap(len, l)), ("takewhile", lambda: i.takewhile(len, l)), ("dropwhile", lambda: i.dropwhile(len, l)),
                   ("filterfalse", lambda: i.filterfalse(len, l)), ("compress", lambda: i.compress(l, l)), ("zip_longest", lambda: i.zip_longest(l)), ("tee", lambda: i.tee(l)[0]), ("pairwise", lambda: i.pairwise(l)), ("batched", lambda: i.batched(l, 2))]:
    print(name, g(make()))
for name in ("product", "permutations"):
    it = getattr(i, name)("abc", **({"repeat": 2} if name == "product" else {}))
    next(it)
    print(name, g(it))
print("descriptors", g(property()), g(classmethod(C.method)), g(staticmethod(C.method)), g(C.method), g(c.method), g(list.append), g(l.append), g(dict.fromkeys), g(dict.__dict__["fromkeys"]), g(int.__add__), g((1).__add__), g(int.real), g(types.FunctionType.__code__), g(C.__dict__["__dict__"]), g(len), g(print), g(super(C, c)), g(types.MethodType(len, c)), g(functools.cached_property(len)))
class S: __slots__ = "a",
print(g(S.a), g(type.__dict__["__name__"]))
print("functools", g(functools.partial(len)), g(functools.partial(print, 1, end="")), g(functools.lru_cache(len)), g(functools.cmp_to_key(len)), g(functools.cmp_to_key(len)(1)), g(functools.singledispatchmethod(len)), g(functools.partialmethod(len)))
print("operator", g(operator.itemgetter(1)), g(operator.itemgetter(1, 2)), g(operator.attrgetter("a")), g(operator.attrgetter("a", "b.c")), g(operator.methodcaller("a")), g(operator.methodcaller("a", 1, b=2)))
print("weakref", g(weakref.ref(c)), g(weakref.ref(c, print)), g(weakref.proxy(c)), g(weakref.WeakSet()), g(weakref.WeakMethod(c.method)), g(weakref.KeyedRef(c, None, 1)), g(weakref.WeakKeyDictionary()), g(weakref.finalize(c, print)))
p = re.compile("a(b)(?P<n>c)|d*")
print("re", g(re.compile("a")), g(p), g(p.match("abc")), g(p.match("d")), g(p.finditer("a")), g(p.scanner("a")))
print("io", g(io.StringIO()), g(io.StringIO("abc" * 10)), g(io.BytesIO()), g(io.BytesIO(b"abc")))
print("struct", g(struct.Struct("i")), g(struct.Struct("iii")), g(struct.Struct("10s2d")), g(struct.iter_unpack("i", b"1234")))
print("context", g(contextvars.ContextVar("a")), g(contextvars.Context()), g(contextvars.copy_context()), g(contextvars.ContextVar("b").set(1)))
print("thread", g(_thread.allocate_lock()), g(_thread.RLock()))
print("random", g(random.Random()))
print("types", g(types.SimpleNamespace()), g(types.SimpleNamespace(a=1)), g(types.ModuleType("m")), g(types.CellType(1)), g(list[int]), g(int | str), g(types.GenericAlias(list, int)), g(time.gmtime(0)), g(sys.flags), g(sys.version_info), g(sys.float_info), g(_thread))
