# reference: 6.2.5, 6.15, 6.3.4
# Starred elements: when they are iterated, errors halfway, what is accepted as iterable and as mapping.
log = []
def it(name, *v, fail=False):
    log.append("start " + name)
    for x in v: log.append(x); yield x
    if fail: raise ValueError(name)
def t(v): log.append(v); return v
def f(*a, **k): return a, k
def show(g):
    try: print(g(), log)
    except Exception as e: print(type(e).__name__, e, log)
    log.clear()
show(lambda: [t("a"), *it("i", 1, 2), t("b"), *it("j", 3)])
show(lambda: (*it("i", 1, fail=True), t("never")))
show(lambda: {*it("i", 1, 1), t(1)})
show(lambda: f(t(0), *it("i", 1), t(2), *it("j", 3), k=t(4), **{"m": t(5)}))
show(lambda: f(k=t("kw"), *it("late star", 1)))
show(lambda: f(**{"a": t(1)}, b=t(2), **{"c": t(3)}))
show(lambda: f(**{"a": 1}, a=2))
show(lambda: f(*it("x", fail=True), t("never")))
for v in (1, None, 1.5, f, object):
    for g in (lambda: [*v], lambda: (*v,), lambda: {*v}, lambda: f(*v), lambda: f(1, *v), lambda: {**v}, lambda: f(**v), lambda: f(x=1, **v)):
        try: print(g())
        except TypeError as e: print(e)
class Keys:
    def keys(self): return iter(["p", "q"])
    def __getitem__(self, k): return k * 2
print({**Keys()}, f(**Keys()), {"p": 0, **Keys(), "q": 1}, dict(Keys()))
class NoItem:
    def keys(self): return ["a"]
class BadKeys:
    def keys(self): return 5
class Missing:
    def keys(self): return ["z"]
    def __getitem__(self, k): raise LookupError(k)
for m in (NoItem(), BadKeys(), Missing()):
    for g in (lambda: {**m}, lambda: f(**m)):
        try: print(g())
        except Exception as e: print(type(e).__name__, e)
for g in (lambda: f(**{1: 2}), lambda: f(**{"a b": 1}), lambda: {**{1: 2}, **{(): 3}}, lambda: [*"ab", *{"k": 1}, *range(2), *b"z"], lambda: {*[[]]}, lambda: {**{"a": 1}, "a": 2, **{"a": 3}}):
    try: print(g())
    except TypeError as e: print(e)
a = *range(2), *"x"; b = *(), ; print(a, b)
for v in *"ab", 1: print(v, end=" ")
def r(): return *range(2), 9
def y(): yield *"pq", 0
print(r(), list(y()))
