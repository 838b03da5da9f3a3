import sys
for tool in range(6):  # programs that are recorded share an interpreter
    sys.monitoring.free_tool_id(tool)
    for event in range(17):
        sys.monitoring.register_callback(tool, 1 << event, None)
m=sys.monitoring; E=m.events
m.use_tool_id(0,'a')
log=[]
def show(what):
    print(what,*log,sep='\n  '); log.clear()
def bad(code,*a): log.append('bad'); raise KeyError('from callback')
for e in (E.PY_START,E.LINE,E.CALL,E.PY_RETURN,E.C_RETURN):
    m.register_callback(0,e,bad)
    def h():
        try:
            len('')
            if log: pass
            1/0
        except ZeroDivisionError:
            return 5
        finally:
            log.append('fin')
    m.register_callback(0,E.LINE,bad if e==E.LINE else None)
    m.register_callback(0,E.PY_START,bad if e==E.PY_START else None)
    m.set_local_events(0,h.__code__,E.CALL if e==E.C_RETURN else e if e<1024 else 0)
    if e>=1024 and e<32768: m.set_events(0,e)
    try: r=h()
    except Exception as x: r=repr(x), repr(x.__context__)
    m.set_events(0,0); m.set_local_events(0,h.__code__,0); m.register_callback(0,e,None)
    show((e,r))
# DISABLE of events that have no instruction
def dis(*a): log.append('dis'); return m.DISABLE
for e in (E.RAISE,E.C_RETURN,E.C_RAISE,E.EXCEPTION_HANDLED,E.PY_UNWIND,E.RERAISE):
    m.register_callback(0,e,dis)
    def k():
        try:
            len(''); int('x')
        except ValueError: raise
    m.set_events(0,E.CALL|E.C_RETURN|E.C_RAISE if e>=32768 else e)
    try: r=k()
    except Exception as x: r=repr(x)
    m.set_events(0,0)
    show((e,r,m.register_callback(0,e,None)))
