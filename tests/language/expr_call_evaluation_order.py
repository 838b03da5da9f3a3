# reference: 6.3.4, 6.16
# Function first, then arguments as written - keywords' values after later positional stars.
log = []
def n(v): log.append(v); return v
def fn(*a, **k): return None
def getf(): log.append("f"); return fn
getf()(n(1), n(2), x=n(3), y=n(4))
print(log); log.clear()
getf()(*n([1]), n(2), *n([3]), **n({"a": 4}), b=n(5))
print(log); log.clear()
getf()(k=n(1), *n([2]))
print(log); log.clear()
getf()(n(1), *[n(2), n(3)], z=n(4), **{n("q"): n(5)}, w=n(6))
print(log); log.clear()
class O:
    @property
    def m(self): log.append("attr"); return lambda *a: log.append("call")
O().m(n("arg"))
print(log); log.clear()
n("a") + n("b") * n("c") ** n("d") if 0 else None
(n(1) + n(2)) * (n(3) - n(4)) < n(5) == n(6) or n(7)
print(log); log.clear()
n({}).update({n("k"): n("v")})
n([0, 0])[n(1)] = n("value first")
x = n([1, 2, 3])[n(0):n(2):n(1)]
n("in") if n(0) else n("else")
print(log); log.clear()
def order(a=n("default a"), *, b: n("ann b") = n("default b")) -> n("ret"): pass
print(log); log.clear()
d = {}
d[n("key")] = d[n("key2")] = n("chained")
n(1), n(2)
x, d[n("t")] = n((1, 2))
print(log); log.clear()
try: n(1)(n(2))
except TypeError: print(log)
log.clear()
try: getf()(**n(5), x=n("never"))
except TypeError: print(log)
log.clear()
lambda x=n("lambda default"): n("body")
del d[n("key")], d[n("key2")]
assert n(True), n("message not evaluated")
print(log)
