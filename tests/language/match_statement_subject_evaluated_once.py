# reference: 8.6.1, 8.6.2
# The subject and guards: how often evaluated, subject tuples, walrus, names bound by failing cases, flow inside.
log = []
def t(v): log.append(v); return v
match t(5):
    case 1 if t("g1"): pass
    case x if t(0): pass
    case 5 | 6 if t("g2"): print("hit", x)
print(log); log.clear()
match t(1), t(2):
    case [a, b]: print(a, b)
match *[1, 2], 3:
    case (1, *rest): print(rest)
match (w := [1, 2]):
    case [p, q] as whole: print(whole is w, p, q)
match t(9),:
    case (n,): print(n)
match lambda: 1:
    case f if callable(f): print(f())
def bind(v):
    match v:
        case [first, *_] if first == "no": return "guarded"
        case [1, second]: return second
        case [_, _, third]: return third
        case {"k": got, **more}: return got, more
        case str() | bytes() as s: return s
    return locals().get("first", "unbound"), sorted(locals())
for v in ([1, 2], ["x", "y", "z"], ["lonely"], ["no"], {"k": 1, "m": 2}, "text", b"b", 7, [], {}): print(v, bind(v))
def flow():
    for i in range(6):
        match i:
            case 0: continue
            case 4: break
            case 1 | 2:
                match i:
                    case 2: yield "two"
                    case _: yield "one"
            case other: yield other
    else: yield "never"
print(list(flow()))
class Eq:
    def __eq__(self, o): log.append(o); return o == 3
log.clear()
match Eq():
    case 1 | 2: print("no")
    case -1: print("no")
    case 3: print("three", log)
class K: a = 1; b = "s"; c = None
match "s":
    case K.a | K.c: print("no")
    case K.b: print("value pattern")
match None:
    case False | 0: print("no")
    case None: print("None by identity")
match 1.0, True:
    case True, 1: print("by equality?")
    case 1, True: print("1.0 == 1, True is True")
match = {"case": 1}; case = "case"; _ = 5
print(match[case], match, _)
match match:
    case {"case": case}: print(case)
match (1, 2):
    case _, _: print(_)
try:
    match undefined_name:
        case _: pass
except NameError as e: print(e)
try:
    match 1:
        case K.missing: pass
except AttributeError as e: print(e)
try:
    match 1:
        case nothing.at.all: pass
except NameError as e: print(e)
