# reference: 6.2.5, 6.2.6, 6.2.7, 6.16
# Displays evaluate left to right, key before value; unpacking in them; later keys win; errors in the middle.
log = []
def n(v): log.append(v); return v
n([n(1), n(2), *n([3, 4]), n(5)]); n((n(1), *n((2,)))); n({n("k"): n("v"), n("k2"): n("v2"), **n({"k3": 1}), n("k"): n("again")}); n(len({n(1), *n([1, 2]), n(3)}))
for entry in log: print(entry)
print([], [1,], {}, {1: 2,}, {1,}, [*[]], {**{}}, {*()}, [[]] * 2, {1: 1, True: 2, 1.0: 3}, {**{"a": 1}, "a": 2}, {"a": 1, **{"a": 2}}, {*"aab"} == {"a", "b"}, {**{}, **{1: 2}})
class Map:
    def keys(s): log.append("keys"); return ["x", "y"]
    def __getitem__(s, k): log.append(("get", k)); return k * 2
log.clear()
print({"z": n(1), **Map(), "w": n(2)}, log)
class BadKeys:
    def keys(s): return 5
class NoGet:
    def keys(s): return [1]
class KeysRaise:
    def keys(s): raise KeyError("keys")
class GetAttr:
    @property
    def keys(s): raise AttributeError("hidden")
for src in ("[*5]", "[*None]", "{*5}", "(*5,)", "{**5}", "{**[1]}", "{**[(1, 2)]}", "{**None}", "{**BadKeys()}", "{**NoGet()}", "{**KeysRaise()}", "{[]: 1}", "{{}}", "{[1]}", "{1, []}", "[1, *2]", "{**{1: 2}, **3}", "{1: 2, **{[]: 3}}" if 0 else "{1: x_undefined}", "[*(i / 0 for i in [1])]", "f(*5)", "f(**5)", "f(**{1: 2})", "f(*[1], **{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "f(*5, *6)", "f(1, *None)", "print(**{'sep': '', 'bad': 1})", "f(**Map())", "f(**BadKeys())", "f(**{'a' + 'b': 1})", "print(*[1, 2], *(3,), sep='-')", "max(*[1, 2], **{})"):
    try:
        print(src, "->", eval(src, {"f": lambda *a, **k: (a, k), **globals()}))
    except Exception as e:
        print(src, "->", type(e).__name__, e)
