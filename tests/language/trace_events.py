# reference: 3.2.13
import sys
log = []
def tr(frame, event, arg):
    if event == 'exception': arg = (arg[0].__name__, str(arg[1]))
    elif event in ('return',) and arg is not None and not isinstance(arg, (int, str)): arg = type(arg).__name__
    log.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, event, arg))
    return tr
def run(f, *a):
    log.clear()
    sys.settrace(tr)
    try:
        f(*a)
    except Exception as e:
        r = repr(e)
    else:
        r = None
    sys.settrace(None)
    print('==', f.__name__, r)
    for l in log: print('  ', l)
def simple(): return 1
def loop():
    for i in range(2):
        x = i
    return x
def one(): 
    for i in range(2): x = i
def wh():
    n = 3
    while n: n -= 1
def wh2():
    n = 3
    while n:
        n -= 1
    else:
        n = 5
def exc():
    try:
        1/0
    except ZeroDivisionError as e:
        x = 1
    finally:
        y = 2
def exc2():
    def inner():
        raise ValueError('x')
    inner()
def gen():
    yield 1
    yield 2
    return 3
def usegen():
    for x in gen():
        pass
def usegen0():
    def g():
        yield 1
    for x in g():
        pass
def yf():
    def g():
        r = yield from gen()
        return r
    return list(g())
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
def pyiter():
    for x in It():
        pass
    a, *b = It()
def throw():
    g = gen()
    next(g)
    try:
        g.throw(ValueError('t'))
    except ValueError:
        pass
    g = gen(); next(g)
    g.close()
def ctx():
    class C:
        def __enter__(self): return 1
        def __exit__(self, *a): return True
    with C() as c:
        raise KeyError('k')
    with C() as c:
        pass
    return 2
def comp():
    x = [i for i in range(2)]
    y = list(i
       for i in range(2))
    z = lambda: 1
    z()
def multi():
    x = (1,
         2,
         simple(),
         3)
    y = simple(
        ); z = 1
def ifs(a=1):
    if a:
        if not a:
            pass
        else:
            b = 1
    elif a == 3:
        c = 1
    del a
def tryfin():
    for i in range(3):
        try:
            if i == 1: continue
            x = i
        finally:
            y = i
def ret_in_fin():
    try:
        return 1
    finally:
        x = 1
def wtrue():
    while True:
        break
    while 1:
        if wtrue: break
def asrt():
    assert True
    assert 1 == 2, "no"
def nested_exc():
    try:
        try:
            raise TypeError('a')
        finally:
            x = 1
    except TypeError:
        raise KeyError('b')
def reraise():
    try:
        try:
            raise TypeError('a')
        except TypeError:
            raise
    except TypeError: pass
def match(x=5):
    match x:
        case 1:
            a = 1
        case 5 if x == 4:
            a = 2
        case _:
            a = 3
for f in (simple, loop, one, wh, wh2, exc, exc2, usegen, usegen0, yf, pyiter, throw, ctx, comp, multi, ifs, tryfin, ret_in_fin, wtrue, asrt, nested_exc, reraise, match):
    run(f)
async def co():
    await co2()
    async with A() as a:
        x = a
    async for y in ag():
        z = y
    return [q async for q in ag()]
async def co2():
    return 2
async def ag():
    yield 1
    yield 2
class A:
    async def __aenter__(self): return 1
    async def __aexit__(self, *a): return False
def drive():
    try:
        co().send(None)
    except StopIteration as e:
        r = e.value
run(drive)
