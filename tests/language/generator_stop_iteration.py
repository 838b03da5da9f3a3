# reference: 6.2.9.1
import sys
def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e, '|', repr(e.__context__), repr(e.__cause__))
# StopIteration
def s1(): raise StopIteration; yield
def s2(): yield; raise StopIteration(5)
def s3(): next(iter([])); yield
show(lambda: next(s1())); show(lambda: list(s2())); show(lambda: list(s3())); show(lambda: list(next(iter([])) for _ in [1]))
def s4():
    try: yield 1
    except StopIteration: print('got'); yield 2
g = s4(); next(g); show(lambda: g.throw(StopIteration))
def s5(): yield 1
g = s5(); next(g); show(lambda: g.throw(StopIteration('t')))
def s6(): return 'ret'; yield
show(lambda: next(s6()))
def s7(): return (1, 2); yield
show(lambda: next(s7()))
def s8(): return StopIteration(4); yield
try: next(s8())
except StopIteration as e: print(repr(e.value), e.args)
def s9(): return (1,2); yield
try: next(s9())
except StopIteration as e: print(repr(e.value), e.args)
