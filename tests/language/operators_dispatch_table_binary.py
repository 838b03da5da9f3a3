# reference: 3.3.8
# Which method every binary operator calls: left, reflected, subclass first, NotImplemented, missing.
OPS = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul", "<<": "lshift", ">>": "rshift", "&": "and", "|": "or", "^": "xor"}
def make(name, bases=(), left=True, right=True, ni=False):
    ns = {}
    for op, n in OPS.items():
        if left: ns[f"__{n}__"] = lambda s, o, n=n: print(f"{name}.__{n}__", end=" ") or (NotImplemented if ni else f"{name}.{n}")
        if right: ns[f"__r{n}__"] = lambda s, o, n=n: print(f"{name}.__r{n}__", end=" ") or (NotImplemented if ni else f"{name}.r{n}")
    return type(name, bases, ns)
Both, Left, Right, NI, None_ = make("Both"), make("Left", right=False), make("Right", left=False), make("NI", ni=True), make("None_", left=False, right=False)
Sub = make("Sub", (Both,)); SubOnlyLeft = make("SubOnlyLeft", (Both,), right=False); SubNI = make("SubNI", (Both,), ni=True)
pairs = [(Both, Both), (Both, Sub), (Sub, Both), (Both, SubOnlyLeft), (Both, SubNI), (Left, Right), (Right, Left), (NI, Both), (NI, NI), (None_, Right), (None_, None_), (Both, None_), (Sub, Sub), (NI, None_)]
for op in OPS:
    for a, b in pairs:
        try: print(op, a.__name__, b.__name__, "->", eval(f"x {op} y", {"x": a(), "y": b()}))
        except TypeError as e: print("!", e)
for op in OPS:
    for v in (5, "s", [1], 1.5, None, {1}, (1,), b"b"):
        for x, y in ((None_(), v), (v, None_()), (Right(), v), (v, Right())):
            try: eval(f"x {op} y"); print(end="")
            except Exception as e: print(op, type(x).__name__, type(y).__name__, type(e).__name__, e)
