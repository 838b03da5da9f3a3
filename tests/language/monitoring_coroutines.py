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


async def ag():
    yield 1
    yield 2
async def co(): return 5
async def main():
    await co()
    async for x in ag(): pass
    [x async for x in ag()]
def asy():
    try: main().send(None)
    except StopIteration: pass
run(ALL,asy)
