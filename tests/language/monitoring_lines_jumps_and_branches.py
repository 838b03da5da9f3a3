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


def simple(x):
    if x:
        y=len([1])
    else:
        y=2
    for i in range(2):
        y+=i
    while y<6:
        y+=2
        if y==5: continue
    return y
run(ALL,simple,1)
run(ALL,simple,0,tools=(0,3))
def mat(x):
    match x:
        case [1,*_]: pass
        case {'a':1}: pass
        case list(): pass
        case int()|str(): pass
    while True:
        if x: break
    z=None
    if z is None: z=1
    if z is not None: z=2
    return not z or x
run(ALL,mat,3)
def one(x):
    for i in x: i+1
def two(x):
    for i in x:
        i+1
def three(n):
    while n:
        n-=1
        if n==1: continue
def four(x):
    return [i for i in x]
for ev in (E.LINE, E.LINE|E.JUMP, E.LINE|E.BRANCH):
    run(ev,one,[1,2]); run(ev,two,[1,2]); run(ev,three,2); run(ev,four,[1,2])
