# reference: 8.6.4
# Mapping patterns: get with a sentinel, extra keys, **rest, keys compared, what counts as a mapping.
import collections, collections.abc, types
class Spy(dict):
    def get(self, k, d=None): print("get", k); return super().get(k, d)
    def __getitem__(self, k): print("item", k); return super().__getitem__(k)
    def __missing__(self, k): print("missing", k); return 0
match Spy(a=1, b=2):
    case {"a": 1, "zz": _}: print("no")
    case {"a": x, "b": y}: print(x, y)
dd = collections.defaultdict(list)
match dd:
    case {"k": []}: print("made")
    case {}: print("any mapping", dict(dd))
class Abc(collections.abc.Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __len__(self): print("len"); return len(self.d)
    def __iter__(self): return iter(self.d)
class Duck:
    def keys(self): return ["a"]
    def __getitem__(self, k): return 1
    def get(self, k, d=None): return 1
class Registered(Duck):
    def __len__(self): return 1
collections.abc.Mapping.register(Registered)
def kind(v):
    match v:
        case {"a": a, **rest}: return "a", a, rest
        case {"b": _, "c": [c, *_]}: return "bc", c
        case {1: one, None: none, "t": _} if 0: return "never"
        case {-1: neg, 2j: im, b"x": by}: return neg, im, by
        case {"deep": {"er": {"est": v}}}: return v
        case {"e": {}}: return "e is a mapping"
        case {"n": None | int()}: return "n"
        case {}: return "mapping"
    return "nothing"
for v in ({"a": 1, "b": 2}, {"a": None}, {"b": 0, "c": "xyz"}, {"b": 0, "c": []}, {-1: 1, 2j: 2, b"x": 3}, {"deep": {"er": {"est": "!"}}}, {"e": {"more": 1}}, {"e": []}, {"n": None}, {"n": 5}, {"n": "s"}, {}, [], None, types.MappingProxyType({"a": "proxy"}), collections.OrderedDict(a=1, z=2), collections.ChainMap({}, {"a": "chain"}), collections.Counter("aab"), [("a", 1)], {"a"}):
    print(kind(v))
print(kind(Abc({"a": 5})), kind(Duck()))
try: print(kind(Registered()))
except Exception as e: print(type(e).__name__, e)
key = types.SimpleNamespace(x="a", y="a")
try:
    match {"a": 1, "b": 2}:
        case {key.x: 1, key.y: v}: print("both", v)
except ValueError as e: print(e)
try:
    match {"a": 1}:
        case {key.x: 2, "zz": 1}: print("no")
        case {"zz": 1, key.x: v}: print("no")
        case _: print("none matched")
except ValueError as e: print(e)
orig = {"a": 1, "r": 2}
match orig:
    case {"a": 1, **rest}: rest["new"] = 1; print(rest, orig, type(rest).__name__)
for src in ("{**rest, 'a': 1}", "{'a': 1, 'a': 2}", "{**_}", "{a: 1}", "{'a'}", "{**a, **b}", "{f(): 1}", "{1 + 1: x}", "{1 + 1j: x}", "{-1: x}", "{f'a': x}", "{'a' 'b': x}", "{None: x, None: y}", "{0: x, False: y}", "{a.b: x, a.b: y}", "{'k': x, 'j': x}", "{**a.b}", "{*a}", "{'a': 1,, }", "{1: x, 1.0: y}", "{}", "{'a': _, **rest,}", "{'a': *x}", "{...: x}"):
    try: compile(f"match v:\n case {src}: pass", "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.lineno, e.offset, e.end_offset)
