import sys
for tool in range(6):  # programs that are recorded share an interpreter
    sys.monitoring.free_tool_id(tool)
    for event in range(17):
        sys.monitoring.register_callback(tool, 1 << event, None)
m=sys.monitoring
print(type(m), m.__name__, repr(m), m.__doc__, sys.modules.get('sys.monitoring'), sorted(vars(m)))
print(type(m.events), repr(m.events)); print(type(m.DISABLE), type(m.MISSING), m.DISABLE is m.MISSING)
print(m.DEBUGGER_ID,m.COVERAGE_ID,m.PROFILER_ID,m.OPTIMIZER_ID)
def show(o): return o.co_name if hasattr(o,'co_name') else repr(o)
def t(f,*a):
    try: print(f.__name__, *map(show,a), '->', f(*a))
    except BaseException as e: print(f.__name__, *map(show,a), type(e).__name__, e)
for bad in (-1,6,7,8,100,'x',None,1.5,True,2**40):
    t(m.get_tool,bad); t(m.use_tool_id,bad,'n'); t(m.free_tool_id,bad); t(m.register_callback,bad,1,None)
    t(m.get_events,bad); t(m.set_events,bad,0); t(m.set_local_events,bad,t.__code__,0); t(m.get_local_events,bad,t.__code__)
t(m.use_tool_id,0,5); t(m.use_tool_id,0,'abc'); t(m.use_tool_id,0,'abc'); t(m.get_tool,0); t(m.get_tool,1); t(m.use_tool_id,0)
t(m.get_events,1); t(m.set_events,1,0); t(m.set_local_events,1,t.__code__,0); t(m.get_local_events,1,t.__code__)
t(m.set_events,0,-1); t(m.set_events,0,1<<17); t(m.set_events,0,1<<31); t(m.set_events,0,1<<40); t(m.set_events,0,'x')
E_=m.events
t(m.set_events,0,E_.C_RETURN); t(m.set_events,0,E_.C_RETURN|E_.CALL); t(m.set_events,0,E_.C_RETURN|E_.CALL|E_.C_RAISE); t(m.get_events,0); t(m.set_events,0,0)
t(m.set_local_events,0,5,0);t(m.set_local_events,0,t.__code__,-1)
for n in range(10,18): t(m.set_local_events,0,t.__code__,1<<n)
t(m.set_local_events,0,t.__code__,E_.CALL|E_.C_RETURN|E_.C_RAISE); t(m.get_local_events,0,t.__code__);
t(m.set_local_events,0,t.__code__,E_.LINE); t(m.get_local_events,0,t.__code__); t(m.get_local_events,0,5)
t(m.set_local_events,0,t.__code__,0)
for e in (0,3,1<<17,1<<16,-1,1<<31,1<<40,'x'): t(m.register_callback,0,e,None)
t(m.register_callback,0,1,print); t(m.register_callback,0,1,5); t(m.register_callback,0,1,None);t(m.register_callback,0,1)
t(m.register_callback,3,1,len); t(m.register_callback,3,1,None)
t(m.free_tool_id,0); t(m.get_tool,0); t(m.free_tool_id,0)
t(m._all_events); t(m.restart_events); t(m.restart_events,1)
t(m.use_tool_id,2,'x'); t(m.set_events,2,E_.RAISE|E_.PY_START); t(m._all_events);t(m.set_events,2,0);
for n in sorted(vars(m)): 
    o=getattr(m,n)
    if callable(o): print(n, getattr(o,'__text_signature__',0), o.__module__, o.__self__ , type(o))
