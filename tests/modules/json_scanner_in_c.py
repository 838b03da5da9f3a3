# _json.make_scanner and scanstring: values, errors and their places, hooks.
import json, _json, sys
from json import scanner
def t(f, *a, **k):
    try:
        r = f(*a, **k); print(repr(r)[:150])
    except BaseException as e:
        print(type(e).__name__, str(e)[:150])
s = _json.make_scanner(json.JSONDecoder())
print(s.__class__.__mro__, s.strict, s.parse_float, s.parse_int, s.object_hook)
t(s); t(s, 1, 2); t(s, "1", -1); t(s, "1", 2); t(s, "1", "2"); t(s, string="1", idx=0); t(s, "1", 0, 3); t(s, "1", 1.0)
t(_json.make_scanner); t(_json.make_scanner, 1); print(type(_json.make_scanner(context=json.JSONDecoder())))
t(setattr, s, "strict", 1)
for a in [(1,2), ("a","b"), ("a",-1), ("a", 5), ('a"', 0), ('a"', 0, False), ('"', 1.0), ('ab\\', 0), ('\\u12', 0), ('\\u12zz"', 0), ('\\ud834\\udd20"', 0), ('\\ud834\\u0020"', 0), ('\\ud834x"', 0), ('\\ud834\\udd2x"', 0),('\\ud834\\uddzz  "', 0), ('\\x"', 0), ('\n"', 0), ('\n"', 0, False), ("a\nb",0), ('\\"', 0), ('\\u0041"', 0), ('\\u004', 0), ('\\', 0), ('\\u0041', 0)]:
    t(_json.scanstring, *a)
for text in ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '{', '{"', '{"a', '{"a"', '{"a" 1', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '{"a":1 "b"', 'nul', 'null', 'tru', 'true', 'false', 'fals', 'NaN', 'Infinity', '-Infinity', '-Infinit', '-', '-0', '01', '1.', '1.5', '1.e5', '1e5', '1e', '1e+', '1E-2', '-1.5E+3x', '"a', '[1]x', '\ufeff[]', '[nul]', '{"a": nul}', '1' * 5000, '-' + '1' * 5000, '[1.5, 2, -3e2]', '[\t\n\r ]', '{ }', '[,]', '{,}']:
    t(json.loads, text)
    try: print(s(text, 0)) if len(text) < 100 else None
    except StopIteration as x: print("stop", x.value)
    except ValueError as x: print(x)
t(json.loads, '[1.5, 2, NaN, -Infinity]', parse_float=lambda s: ("f", s), parse_int=lambda s: ("i", s), parse_constant=lambda s: ("c", s))
t(json.loads, '{"a": {"b": 1}, "c": [{}]}', object_hook=lambda d: list(d.items()))
t(json.loads, '{"a": {"b": 1}, "a": [{}]}', object_pairs_hook=lambda d: d)
t(json.loads, '{"a": 1, "a": 2}')
r = json.loads('[{"key":1},{"key":2}]'); print([list(q)[0] for q in r][0] is list(r[1])[0])
t(json.dumps, {"a": object()}); t(json.dumps, {1j: 1}); t(json.dumps, [{"a": [1, {2}]}]); t(json.dumps, float("nan"), allow_nan=False); t(json.dumps, [float("nan")], allow_nan=False); t(json.dumps, [1], indent=2)


# callbacks run in the middle of it
def hook(d):
    total = sum(v for v in d.values() if isinstance(v, int))
    return (yield_twice(total), d.get("s"))


def yield_twice(n):
    return list(x for x in (n, n))


print(json.loads('[{"a": 1, "b": {"a": 2, "s": "x"}}, {"s": "\\u00e9\\n"}]', object_hook=hook))


def broken(s):
    raise LookupError(s)


t(json.loads, '{"a": [1, 2.5]}', parse_float=broken)
t(json.loads, '{"a": [1, NaN]}', parse_constant=broken)
t(json.loads, '[{}]', object_hook=broken)
keys = [key for d in json.loads('[{"one": 1, "tw\\u006f": 2}, {"two": 3, "one": 4, "größe": 5}, {"größe": 6}]') for key in d]
print(keys, len({id(k) for k in keys}))
for text in ['["ä€", {"ä": 12345678901234567890}]', '["\U0001f600", -1.25e-3, 123]', '[' * 50 + '"ä"' + ']' * 50]:
    print(json.loads(text))
wide = json.loads("[" + ",".join(f'{{"id": {i}, "v": [{i / 4}, null, true]}}' for i in range(300)) + "]")
print(len(wide), wide[-1], sum(w["id"] for w in wide))
