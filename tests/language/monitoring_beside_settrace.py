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
# monitoring and tracing together
def tr(fr,ev,arg): log.append((ev,fr.f_lineno)); return tr
m.register_callback(0,E.LINE,lambda c,l: log.append(('L',l))); m.register_callback(0,E.RAISE,lambda c,o,e: log.append(('R',repr(e))))
def w():
    try: int('q')
    except ValueError: pass
sys.settrace(tr); m.set_events(0,E.LINE|E.RAISE)
w()
m.set_events(0,0); sys.settrace(None)
show('both')
