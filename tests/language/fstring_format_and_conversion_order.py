# reference: 2.4.3, format()
# Fields are evaluated from left to right, value before its spec; then conversion, then format.
log = []
class V:
    def __init__(s, n): s.n = n; log.append(f"make {n}")
    def __format__(s, spec): log.append(f"format {s.n} {spec!r}"); return f"<{s.n}>"
    def __repr__(s): log.append(f"repr {s.n}"); return f"r{s.n}"
    def __str__(s): log.append(f"str {s.n}"); return f"s{s.n}"
print(f"{V(1)}{V(2)!r}{V(3)!s:>5}{V(4):{V(5)}{V(6)!r}}{V(7)=}{V(8)=!s}{V(9)=:x}")
for line in log: print(line)
class Bad:
    def __format__(self, spec): return 5
class Bad2:
    __format__ = None
class Bad3:
    def __repr__(self): return 1
    def __str__(self): raise KeyError("str")
for t in (lambda: f"{Bad()}", lambda: f"{Bad2()}", lambda: f"{Bad3()!r}", lambda: f"{Bad3()}", lambda: f"{Bad3()!a}", lambda: f"{object():x}", lambda: f"{None:>5}",
          lambda: f"{[]:d}", lambda: f"{1:s}", lambda: f"{'a':d}", lambda: f"{1.5:d}", lambda: f"{1:,x}" , lambda: f"{1:zz}", lambda: f"{(1,2):5}", lambda: f"{b'x':5}",
          lambda: f"{1:>>>5}", lambda: f"{True:5}", lambda: f"{True}", lambda: f"{1j:>8}", lambda: f"{1:.3}", lambda: f"{'abc':.2}", lambda: f"{1:c}", lambda: f"{-1:c}", lambda: f"{10**30:_}"):
    try:
        print(t())
    except Exception as e:
        print(type(e).__name__, e)
class S(str):
    def __format__(self, spec): return "S" + spec
print(f"{S('x')}", f"{S('x')!s}", f"{S('x')!s:>3}", type(f"{S('x')}").__name__, type(f"{S('x')!s}").__name__)
