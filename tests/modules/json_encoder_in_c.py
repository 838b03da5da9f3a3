# _json.make_encoder and encode_basestring: values, keys, callbacks, circles.
import json, _json, sys
from json import scanner
def t(f, *a, **k):
    try:
        r = f(*a, **k); print(repr(r)[:150])
    except BaseException as e:
        print(type(e).__name__, str(e)[:150])
for f in (_json.encode_basestring, _json.encode_basestring_ascii):
    t(f); t(f, 1); t(f, "a\"\\\n\x00\x7f\x80é€\U0001f600\ud800")
d = dict(markers={}, default=lambda o: [1], encoder=_json.encode_basestring, indent=None, key_separator=": ", item_separator=", ", sort_keys=False, skipkeys=False, allow_nan=False)
def E(**k):
    return _json.make_encoder(**{**d, **k})
t(_json.make_encoder); t(E, markers=1); t(E, key_separator=1); t(E, item_separator=b"")
e = E()
print(type(e), e.markers, e.indent, e.key_separator, e.item_separator, e.sort_keys, e.skipkeys)
t(lambda: e.allow_nan)
t(e, [1, float("nan")], 0); t(e, float("inf"), 0); t(E(allow_nan=True), [float("nan"), float("inf"), -float("inf")], 0)
t(e, 1); t(e); t(e, obj=1, _current_indent_level=0); t(e, 1, "x")
t(e, {1: 2, 1.5: 3, None: 4, True: 5, "x": 6, False: 1}, 0); t(e, {(1,): 2}, 0); t(E(skipkeys=True), {(1,): 2, 3: 4}, 0)
t(E(skipkeys=True), {(1,): 2}, 0)
t(e, {float("nan"): 2}, 0)
t(e, object(), 0)
t(E(encoder=lambda s: 5), "x", 0); t(E(encoder=lambda s: "<" + s + ">"), {"x": "y", 5: 6}, 0)
t(E(indent=2), [1, [2], {}], 0)
x = []; x.append(x); t(e, x, 0); x = {}; x[1] = x; t(e, x, 0); print(list(e.markers.values())[-2:])
x = []
for i in range(100000): x = [x]
class D(dict):
    def items(self): return [(1, 2, 3)]
t(e, D(a=1), 0)
class D(dict):
    def items(self): return 5
t(e, D(a=1), 0)
class D(dict):
    def items(self): return iter([("z", 1), ("b", [2])])
t(e, D(a=1), 0); t(E(sort_keys=True), D(a=1), 0); t(E(sort_keys=True), {"b": 1, 2: 3}, 0)
t(e, D(), 0)
class L(list):
    def __iter__(self): return iter("abc")
    def __len__(self): return 7
t(e, L([1, 2]), 0)
class I(int):
    def __repr__(self): return "I"
class F(float):
    def __repr__(self): return "F"
class S(str):
    def __str__(self): return "S"
t(e, [I(3), F(2.5), S("x"), {I(3): I(4), F(1.5): 1, S("q"): 2}], 0)


# callbacks run in the middle of it: generators, changes of what is being written, exceptions
def numbers():
    yield from range(3)


def default(o):
    if isinstance(o, complex):
        return [o.real, o.imag]
    if o is numbers:
        data.append("late")
        return list(o())
    if isinstance(o, set):
        return json.loads(json.dumps(sorted(o)))
    raise LookupError(o)


data = [1j, numbers, {3, 1, 2}]
print(json.dumps(data, default=default), data[3:])
t(json.dumps, [{"a": b""}], default=default)
nested = []
for i in range(200):
    nested = [nested, {"k": nested}] if i % 40 == 39 else (nested,) if i % 2 else {"n": nested}
text = json.dumps(nested[0])
print(len(text), json.dumps(json.loads(text)) == text)
print(json.dumps({"x": [1, 2, {"y": (3,)}]}, indent=1, sort_keys=True))
print(json.dumps("\u2028ä", ensure_ascii=False), json.dumps("ä" * 3 + "\U0001f600\n"), json.dumps(10**30), json.dumps(-(2**62)))
print(json.dumps([1.0, -0.0, 1e100, 1e-7, 12345678901234567.0, 0.1]))
