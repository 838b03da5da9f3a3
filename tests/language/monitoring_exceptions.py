import sys
for tool in range(6):  # programs that are recorded share an interpreter
    sys.monitoring.free_tool_id(tool)
    for event in range(17):
        sys.monitoring.register_callback(tool, 1 << event, None)
monitoring = sys.monitoring
E = monitoring.events
NAMES = {bit: name for name, bit in vars(E).items() if bit}
ALL = sum(NAMES) & ~E.INSTRUCTION
log = []


def text(o):
    if o is monitoring.MISSING:
        return "MISSING"
    if hasattr(o, "__name__"):
        return o.__name__
    return repr(o) if type(o).__repr__ is not object.__repr__ else type(o).__name__


def run(events, f, *args, tools=(0,)):
    log.clear()
    for tool in tools:
        if monitoring.get_tool(tool) is None:
            monitoring.use_tool_id(tool, f"tool {tool}")
        for bit, name in NAMES.items():
            def callback(code, *a, name=name, tool=tool):
                log.append((tool, name, code.co_name, *map(text, a)))
            monitoring.register_callback(tool, bit, callback if events & bit else None)
    raised = ()
    for tool in tools:
        monitoring.set_events(tool, events)
    try:
        f(*args)
    except Exception as e:
        raised = type(e).__name__, str(e)
    finally:
        for tool in tools:
            monitoring.set_events(tool, 0)
    print("---", f.__name__, *raised)
    for entry in log:
        print(*entry)


def bad():
    try:
        1/0
    except ZeroDivisionError as e:
        pass
    try:
        try:
            int('x')
        finally:
            a=1
    except ValueError:
        pass
    def inner(): raise KeyError('k')
    inner()
run(ALL,bad)
def rer():
    try:
        try: 1/0
        except ZeroDivisionError: raise
    except ArithmeticError: pass
    try:
        try: 1/0
        except KeyError: pass
    except Exception: pass
    class CM:
        def __enter__(self): return self
        def __exit__(self,*a): return True
    with CM(): 1/0
    try:
        try: 1/0
        except* ValueError: pass
    except* ZeroDivisionError as e: pass
    def gg():
        try:
            yield 1
        except ValueError: yield 2
    def dd(): yield from gg()
    z=dd(); next(z); z.throw(ValueError); 
    try: z.throw(KeyError)
    except KeyError: pass
    z=dd(); next(z); z.close()
    try: raise ValueError from KeyError()
    except ValueError: pass
    try: raise
    except RuntimeError: pass
run(ALL,rer)
def deep(n):
    if n: return deep(n-1)
    raise ValueError
run(E.RAISE|E.PY_UNWIND|E.CALL,deep,3)
class P:
    @property
    def p(self): raise KeyError
    def __getitem__(self,i): raise IndexError
    def __len__(self): return 1/0
    def __enter__(self): raise OSError
    def __exit__(self,*a): pass
    def __init__(self,a=0):
        if a: raise RuntimeError
    def __next__(self): raise ValueError
    def __iter__(self): return self
def raisers():
    for f in (lambda: P().p, lambda: P()[0], lambda: len(P()), lambda: P(1), lambda: [1 for i in P()], lambda: P().zzz, lambda: deep(), lambda: deep(*[1]), lambda: (yield from g2())):
        try:
            r=f()
            if hasattr(r,"send"): list(r)
        except Exception as e: pass
    try:
        with P(): pass
    except OSError: pass
def g2():
    yield 1
    raise ValueError
run(E.RAISE|E.PY_UNWIND|E.CALL|E.C_RAISE|E.C_RETURN|E.RERAISE|E.EXCEPTION_HANDLED,raisers)
