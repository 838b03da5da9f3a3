# reference: 8.6.4.8, 8.6.4.9
# Which objects are sequences or mappings to a pattern and what is asked of them.
import collections.abc
log = []
class S(collections.abc.Sequence):
    def __len__(s): log.append("len"); return 3
    def __getitem__(s, i):
        log.append(("get", i))
        if i > 2: raise IndexError(i)
        return i * 10
class M(collections.abc.Mapping):
    def __init__(s, d): s.d = d
    def __getitem__(s, k): log.append(("getitem", k)); return s.d[k]
    def __iter__(s): log.append("iter"); return iter(s.d)
    def __len__(s): return len(s.d)
    def get(s, k, default=None): log.append(("get", k)); return s.d.get(k, default)
    def keys(s): log.append("keys"); return s.d.keys()
def f(v):
    log.clear()
    match v:
        case [a, b, c]: r = "three", a, b, c
        case [x, *rest, y]: r = "star", x, rest, y
        case []: r = "empty seq"
        case [_]: r = "one"
        case {"k": 1, **more}: r = "k=1", more
        case {"k": w, "j": 2}: r = "k j", w
        case {}: r = "mapping"
        case _: r = "other"
    print(type(v).__name__, r, *log)
for v in (S(), M({"k": 1, "q": 5}), M({"k": 2, "j": 2}), M({}), [1, 2, 3], (1, 2), [], (9,), range(3), "abc", b"abc", bytearray(b"ab"), memoryview(b"ab"), {"k": 1, 2: 3}, {1, 2, 3}, frozenset(), iter([1, 2, 3]), {}.keys(), collections.deque("ab"), collections.OrderedDict(k=1), collections.defaultdict(int), collections.ChainMap({"k": 1})):
    f(v)
