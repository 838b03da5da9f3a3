# reference: 3.2.13
import sys
def show(*a):
    try: print(*[x() if callable(x) else x for x in a])
    except BaseException as e: print(type(e).__name__, e)
# traceback
class types:
    FunctionType = type(lambda: 0); CodeType = type((lambda: 0).__code__); CellType = type((lambda x: lambda: x)(0).__closure__[0]); MethodType = type([].__class__().__class__ and (type('K', (), {'m': lambda s: 1})().m)); GeneratorType = type((lambda: (yield))()); FrameType = type(__import__('sys')._getframe())
    ModuleType = type(__import__('sys'))
    try: 1/0
    except ZeroDivisionError as e: TracebackType = type(e.__traceback__)
TB = types.TracebackType
try: 1/0
except ZeroDivisionError as e: tb = e.__traceback__
print(tb.tb_next, tb.tb_lineno, tb.tb_frame is sys._getframe(), repr(tb)[:20])
t2 = TB(None, tb.tb_frame, 1, 3); print(t2.tb_lasti, t2.tb_lineno, t2.tb_next)
t3 = TB(t2, tb.tb_frame, 0, 3); print(t3.tb_next is t2)
for a in ((), (1, tb.tb_frame, 1, 1), (None, 1, 1, 1), (None, tb.tb_frame, 'a', 1), (None, tb.tb_frame, 1, 'x'), (None, tb.tb_frame, 1), (None, tb.tb_frame, 2**40, 1)):
    show(lambda: TB(*a))
show(lambda: TB(tb_next=None, tb_frame=tb.tb_frame, tb_lasti=1, tb_lineno=7).tb_lineno)
show(lambda: setattr(t2, 'tb_next', t3)); show(lambda: setattr(t2, 'tb_next', t2)); show(lambda: setattr(t2, 'tb_next', 5)); show(lambda: delattr(t2, 'tb_next'))
t3.tb_next = None; print(t3.tb_next)
show(lambda: setattr(t2, 'tb_lineno', 5)); show(lambda: setattr(t2, 'tb_frame', 5)); show(lambda: setattr(t2, 'tb_lasti', 5))
show(lambda: dir(tb) == ['tb_frame', 'tb_lasti', 'tb_lineno', 'tb_next'])
show(lambda: [x for x in dir(tb) if not x.startswith('__')])
show(lambda: hash(tb) != 0)
