# reference: 3.3.8, 7.2.1
# In-place operators: __iop__, falling back to __op__ and __rop__, NotImplemented, results of other types, on attributes and items.
OPS = {"+=": "add", "-=": "sub", "*=": "mul", "/=": "truediv", "//=": "floordiv", "%=": "mod", "**=": "pow", "@=": "matmul", "<<=": "lshift", ">>=": "rshift", "&=": "and", "|=": "or", "^=": "xor"}
def make(name, kinds, ni=()):
    ns = {}
    for n in OPS.values():
        for k in kinds: ns[f"__{k}{n}__"] = lambda s, o, k=k, n=n: print(f"{name}.{k}{n}", end=" ") or (NotImplemented if k in ni else f"<{k}{n}>")
    return type(name, (), ns)
classes = [make("I", "i"), make("INI", ["i", ""], ["i"]), make("L", [""]), make("R", ["r"]), make("N", []), make("AllNI", ["i", "", "r"], ["i", "", "r"])]
for op in OPS:
    for a in classes:
        for b in (classes[3], classes[4]):
            x, y = a(), b()
            try: exec(f"x {op} y"); print(op, a.__name__, b.__name__, x)
            except TypeError as e: print("!", e)
class H:
    def __init__(s): s.log = []
    def __getitem__(s, k): s.log.append(("get", k)); return 10
    def __setitem__(s, k, v): s.log.append(("set", k, v))
    def __getattr__(s, n): s.log.append(("getattr", n)); return 20
    def __setattr__(s, n, v):
        if n != "log": s.log.append(("setattr", n, v))
        object.__setattr__(s, n, v)
h = H()
def key(): h.log.append("key"); return "k"
def val(): h.log.append("val"); return 2
h[key()] += val(); h.attr *= val(); h[1:2] -= 5; print(h.log)
for code in ("t[0] += [1]", "t[0] += 1", "t += (5,)", "s += 1", "n += None", "x += 1", "l += 5", "l += 'ab'", "l *= 1.5", "d |= [('a', 1)]", "d |= 5", "d += {}", "st |= [1]", "st -= {1}", "st &= 5", "b += 'x'", "ba += b'x'", "ba += 'x'", "ba *= -1", "i /= 0", "i //= 0.0", "i **= -1", "i @= 2", "i <<= -1", "f %= 0", "f &= 1", "(a) += 1", "f() += 1", "a, b += 1", "[a] += 1", "a.b.c += 1", "1 += 1", "None += 1", "t[9] += 1", "d['zz'] += 1"):
    ns = dict(t=([],), s="s", n=None, l=[1], d={"k": 1}, st={1}, b=b"b", ba=bytearray(b"a"), i=5, f=1.5, a=1)
    try: exec(code, ns); print(code, {k: v for k, v in ns.items() if k != "__builtins__" and k in code})
    except Exception as e: print(code, "!", type(e).__name__, e.msg if isinstance(e, SyntaxError) else e, ns["t"] if "t[0]" in code else "")
