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
    print(len(log))
    for entry in log[::50 if len(log) > 500 else 1]:
        print(*entry)


def small(x):
    for i in x: i+1
run(E.INSTRUCTION,small,[1,2])
run(E.INSTRUCTION|ALL,small,[1,2])
src='def big(x):\n'+''.join('  a%d=%d.5\n'%(i,i) for i in range(300))+' '+' for i in x:\n'+''.join('    a%d=a%d\n'%(i,299-i) for i in range(290))+'    if a299: len(x)\n  try:\n    x()\n  except TypeError: pass\n  return a299\n'
ns={}; exec(src,ns)
run(E.INSTRUCTION|E.BRANCH|E.JUMP|E.CALL|E.C_RETURN|E.C_RAISE|E.RAISE|E.PY_RETURN,ns['big'],[1,2])
def cell():
    a=1
    class Q:
        b=a
    return Q
run(E.INSTRUCTION,cell)
