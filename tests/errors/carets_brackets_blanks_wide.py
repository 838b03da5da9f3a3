import sys
a=1;b='x'
class Out:
    def write(self, s): print(s, end='')
    def flush(self): pass
def f0(): return a // 0
def f1(): return a // 0 
def f2(): return a // 0  
def f3(): return a // 0   
def f4(): x = undefined_x 
def f5(): x = undefined_x  
def f6(): return ((a)) + ((b))
def f7(): return ((a))+((b))
def f8(): return (a) + (b)
def f9(): return (a) + b
def f10(): return a + (b)
def f11(): return ((a)) // ((b))
def f12(): return (a)+(b)
def f13(): return ((a) + (b))
def f14(): return (a + b) + 'x' 
def f15(): return (a)@(b)
def f16(): return (a) + b.c
def f17(): return d['a'] + (b)
def f18(): return ((a + 1) * 2) + ((b))
def f19(): return (a)  +  (b)

for n in range(20):
    try: globals()['f%d' % n]()
    except BaseException as e:
        old, sys.stderr = sys.stderr, Out()
        sys.excepthook(type(e), e, e.__traceback__.tb_next)
        sys.stderr = old
a = 1
def f(): return "日本" + a
def g(): x = "日本"; return a.日本 + x
for h in (f, g):
    try: h()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__.tb_next)
        print(e.__traceback__.tb_next is None)
        sys.excepthook(type(e), e, None)
