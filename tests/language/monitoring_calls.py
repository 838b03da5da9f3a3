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


class A:
    def __init__(self,a): self.a=a
    def m(self): return super().__init__()
    def __call__(self): return 5
    def __bool__(self): return False
def calls():
    a=A(1); a.m(); a(); A.m(a); f=a.m; f()
    len(*[[]]); max(*[],1); A(*[1]); a.m(*()); (lambda:0)(*()); f(*())
    a(*())
    'x'.upper(); str.upper('y'); sorted([2,1],key=lambda v:v)
    if a: pass
    x = 1 if a else 2
    y = a and 3
    assert not a
    str()
    dict(a=1)
    next(iter([]),None)
    class C(A): pass
    super(A,a).__init__()
run(ALL,calls)
