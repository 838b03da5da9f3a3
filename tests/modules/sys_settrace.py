import sys
log = []
def tracer(frame, event, arg):
    if frame.f_code.co_name in ("f", "g"):
        log.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg if event == "return" else None))
    return tracer
def g(x):
    y = x + 1
    return y
def f():
    a = g(1)
    for i in range(2):
        a += i
    return a
sys.settrace(tracer)
f()
sys.settrace(None)
for entry in log:
    print(*entry)
print(sys.gettrace())
