# reference: 7.6, 7.7
# return runs finally blocks, may be overridden by them, gives generators a value; where return and yield may stand.
def f1(): return
def f2(): return None,
def f3(): return 1, 2
def f4():
    try: return "try"
    finally: print("finally")
def f5():
    try: return "try"
    finally: return "finally"
def f6():
    try: raise KeyError
    except KeyError: return "except"
    else: return "else"
    finally: print("f6")
def f7():
    x = [1]
    try: return x
    finally: x.append(2); x = "rebound"
def f8():
    x = 1
    try: return x
    finally: x = 2
def f9():
    for i in range(3):
        try: return i
        finally:
            if i < 2: continue
def f10():
    while True:
        try: return 1
        finally: break
    return "after loop"
def f11():
    if 0: yield
    return "gen value"
def f12():
    with CM(): return print("in with") or "with"
class CM:
    def __enter__(s): pass
    def __exit__(s, *a): print("exit", a)
def f13():
    def inner(): return inner2()
    def inner2(): return "nested"
    return inner()
def f14(): return (yield)
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f12, f13): print(f.__name__, f())
try: next(f11())
except StopIteration as e: print(e.value, e.args)
g = f14(); next(g)
try: g.send("sent")
except StopIteration as e: print(e.value)
g = f14(); next(g)
try: g.send(None)
except StopIteration as e: print(e.value, e.args)
def f15(): return StopIteration("as value"); yield
try: next(f15())
except StopIteration as e: print(repr(e.value))
def f16(): return (1, 2); yield
try: next(f16())
except StopIteration as e: print(e.value, e.args)
for src in ("return", "return 1", "class C: return 1", "if 1: return", "def f(): return return", "lambda: return 1", "def f(): (return 1)", "def f(): x = return 1", "yield", "yield 1", "yield from x", "class C: yield", "class C: x = yield", "def f(): yield from", "def f(): yield from x, y", "def f(): yield from (yield from x)", "def f(): return yield", "def f(): return (yield)", "def f(): x = yield = 1", "def f(): yield = 1", "def f(): (yield) = 1", "def f(): yield x = 1", "def f(): x = yield y", "def f(): x = y = yield", "def f(): print(yield)", "def f(): print(yield, 1)", "def f(): print((yield), 1)", "def f(): 1 + yield", "def f(): 1 + (yield)", "def f(): yield + 1", "def f(): not yield", "def f(): [yield]", "def f(): [(yield)]", "def f(): x[yield]", "def f(): x[(yield)]", "def f(): {yield: 1}", "def f(): lambda: (yield)", "def f(): lambda: yield", "async def f(): yield; return", "async def f(): yield; return 1", "async def f(): return 1; yield", "async def f(): yield from x", "def f(): await x", "def f(): yield await x", "return *x, y", "match x:\n case 1: return", "def f():\n try: pass\n except* E: return"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset)
