import sys
for tool in range(6):  # programs that are recorded share an interpreter
    sys.monitoring.free_tool_id(tool)
    for event in range(17):
        sys.monitoring.register_callback(tool, 1 << event, None)
m=sys.monitoring; E=m.events
m.use_tool_id(0,'a'); m.use_tool_id(4,'b')
def f(n):
    t=0
    for i in range(n):
        t+=i
    return t
def g():
    return f(2)
log=[]
def line(code,l):
    log.append(('line',code.co_name,l)); return m.DISABLE
def line2(code,l): log.append(('line4',code.co_name,l))
def start(code,off):
    log.append(('start',code.co_name,off)); return m.DISABLE
def show(what):
    print(what,*log,sep='\n  '); log.clear()
m.register_callback(0,E.LINE,line); m.register_callback(0,E.PY_START,start); m.register_callback(4,E.LINE,line2)
m.set_local_events(0,f.__code__,E.LINE|E.PY_START); f(2); show('local'); f(2); show('again'); m.restart_events(); f(1); show('restarted')
m.set_local_events(4,f.__code__,E.LINE); f(1); show('both')
m.set_local_events(0,f.__code__,0); f(1); m.set_local_events(0,f.__code__,E.LINE); f(1); show('on again')
m.set_local_events(0,f.__code__,0); m.set_local_events(0,f.__code__,E.LINE); f(1); show('unseen change')
m.set_local_events(0,f.__code__,0); m.set_local_events(4,f.__code__,0)
print(m.get_local_events(0,f.__code__), m.get_events(0))
m.set_events(0,E.LINE); g(); m.set_events(0,0); show('global')
m.set_events(0,E.LINE); g(); m.set_events(0,0); show('global 2')
# code objects come and go
for i in range(3):
    ns={}; exec('def z(): return 1',ns); m.set_local_events(0,ns['z'].__code__,E.LINE); ns['z'](); del ns
show('gone')
# callback that changes events
def stop(code,l):
    log.append(l); m.set_events(0,0)
m.register_callback(0,E.LINE,stop); m.set_events(0,E.LINE)
x=1
y=2
show('stopped')
# generators that rest while events change
def gen():
    for i in range(3):
        yield i
z=gen(); m.set_events(0,E.LINE); next(z); m.set_events(0,0); next(z); m.set_events(0,E.LINE); next(z); m.set_events(0,0)
show('gen')
class D:
    def __del__(self): log.append('del')
def dd():
    D()
    x = D()
    x = None
m.set_local_events(0,dd.__code__,E.LINE); dd(); show('del')
