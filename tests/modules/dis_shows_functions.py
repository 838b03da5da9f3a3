import sys
try: import io
except ImportError:
    io = sys.modules['io'] = type(sys)('io')
    class StringIO:
        def __init__(self): self.p = []
        def write(self, s): self.p.append(s); return len(s)
        def getvalue(self): return ''.join(self.p)
        def __enter__(self): return self
        def __exit__(self, *a): pass
    io.StringIO = StringIO
import dis
def f(a, b=1, *c, d=2, **e):
    "doc"
    x = [i for i in range(a) if i]
    try:
        with open(x) as g:
            return g.read() + b
    except (OSError, ValueError) as q:
        raise KeyError from q
    finally:
        print(x, d, *c, **e)
    for k, v in e.items():
        if k == v and v is not None or k in x:
            del x[k]
    match x:
        case [1, *r, {'a': q}]: pass
    return not x, -b, ~b, x @ b, x < b < 3, f"{x!r:>{b}} {k}"
dis.dis(f)
dis.show_code(f)
dis.dis('x = 1\nfor i in x: print(i)')
for i in dis.get_instructions(f):
    print(i)
    break
def small(x): return x.a.b(1)
dis.dis(small, show_caches=True)
async def co(k):
    async with k as m: await m
    async for n in m: yield n
dis.dis(co)
def boom(): return 1/0
try: boom()
except ZeroDivisionError as e: dis.distb(e.__traceback__.tb_next)
print(list(dis.findlinestarts(f.__code__))[:5], dis.findlabels(f.__code__.co_code)[:5])
print(dis.stack_effect(dis.opmap['CALL'], 3), dis.Bytecode(small).info().splitlines()[1:4])
