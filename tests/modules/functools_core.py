# partial, reduce, cmp_to_key and the wrapper of lru_cache: arguments, errors, states.
import _functools as F
def t(e):
    try: print(e,'->',repr(eval(e)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
P=F.partial
def f(*a,**k): return a,k
f.__qualname__='f'
C=F.cmp_to_key(lambda a,b:(a>b)-(a<b))
L=F._lru_cache_wrapper

class CI:
    def __init__(s,*a): s.a=a
    def __repr__(s): return repr(s.a)
class Sub(P): pass
s=Sub(int); s.x=1
g=L(f,2,False,CI)
import sys
for e in [
    "P()",
    "P(1)",
    "P(func=int)",
    "P(int)",
    "P(int,1,base=2)",
    "P(int,base=2)('10')",
    "P(f,1,a=2)(3,b=4)",
    "P(f,1,a=2,b=3)(3,b=4,c=5)",
    "P(P(f,1,a=2),3,b=4).args",
    "P(P(f,1,a=2),3,b=4,a=5).keywords",
    "P(f,1,b=2).__reduce__()[2][1:]",
    "P(f).__setstate__(1)",
    "P(f).__setstate__((1,2,3))",
    "P(f).__setstate__((f,(),None,None))",
    "P(f).__setstate__((f,[],None,None))",
    "P(f).__setstate__((f,(),1,None))",
    "P(f).__setstate__((f,(),{},{})) ",
    "P(int).x",
    "P(int).__dict__",
    "s",
    "s.__dict__",
    "Sub(s).func",
    "Sub(Sub(int)).func",
    "P(s).func",
    "P(int,1)==P(int,1)",
    "P[int]",
    "P(int).__doc__[:7]",
    "P(print,'a',sep='')",
    "P(int, '1', x=[1])",
    "P(f)(*range(3),**{'a':1})",
    "P(f).args",
    "P(f).keywords",
    "F.reduce()",
    "F.reduce(1)",
    "F.reduce(1,2)",
    "F.reduce(f,[])",
    "F.reduce(f,[1])",
    "F.reduce(lambda a,b:a+b,[1,2,3])",
    "F.reduce(lambda a,b:a+b,[1,2,3],10)",
    "F.reduce(lambda a,b:a+b,[],10)",
    "F.reduce(f,[1],2,3)",
    "F.reduce(1,[1,2])",
    "F.cmp_to_key()",
    "F.cmp_to_key(1)(1)<F.cmp_to_key(1)(2)",
    "C(1)<C(2)",
    "C(1)==C(1)",
    "C(1)>=C(2)",
    "C(1)!=C(2)",
    "C(1)<1",
    "C(1).obj",
    "hash(C(1))",
    "C()",
    "C(1,2)",
    "C(obj=3).obj",
    "C(x=3)",
    "C.obj",
    "type(C).__name__",
    "type(C(1)).__name__",
    "sorted([3,1,2],key=C)",
    "F.cmp_to_key(mycmp=f)(1).obj",
    "L()",
    "L(1,2,3,4)",
    "L(f,'a',False,CI)",
    "L(f,None,False,CI)(1)",
    "L(f,-1,False,CI).cache_info()",
    "g(1)",
    "g(1)",
    "g(2)",
    "g(3)",
    "g(1)",
    "g.cache_info()",
    "g(1.0)",
    "g(True)",
    "g.cache_info()",
    "g.cache_clear()",
    "g.cache_info()",
    "g([])",
    "g(1,a=2)",
    "g.__wrapped__ ",
    "g.x",
    "g.cache_parameters",
    "g.__reduce__()",
    "L(f,None,True,CI).cache_info()",
    "L(f,0,True,CI)(1)",
    "L(f,False,True,CI).cache_info()",
]:
    t(e)
try: del P(f).func
except Exception as e: print(type(e).__name__, e)
try: P(f).func=1
except Exception as e: print(type(e).__name__, e)
try: del P(f).__dict__
except Exception as e: print(type(e).__name__, e)
p=P(f); p.__setstate__((p,(),{},{}))
try: print(p)
except BaseException as e: print(type(e).__name__)
p.__setstate__((f,(p,),{},{}))
print(repr(p)[:40].split(' at ')[0])
