# defaultdict, the descriptors of namedtuples, what Counter counts with.
from _collections import deque, defaultdict, _tuplegetter, _count_elements
import sys
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
D=deque
class S(deque): pass
class M(deque):
    def __init__(self, it=(), maxlen=5): super().__init__(it, maxlen)
d=D('abc')
for e in [
    "defaultdict()",
    "defaultdict(1)",
    "defaultdict(None)",
    "defaultdict(list,{1:2})",
    "defaultdict(list,[(1,2)],a=3)",
    "defaultdict(list,1)",
    "defaultdict(list,1,2)",
    "defaultdict(a=1)",
    "defaultdict(int)[1]",
    "defaultdict(None)[1]",
    "defaultdict(int).__missing__(1)",
    "defaultdict(None).__missing__((1,2))",
    "defaultdict(int,a=1).copy()",
    "defaultdict(int,a=1).__copy__()",
    "defaultdict(int,a=1).__reduce__()[:4]",
    "defaultdict().__reduce__()[:4]",
    "defaultdict(int,a=1)|{'b':2}",
    "{'b':2}|defaultdict(int,a=1)",
    "defaultdict(int)|1",
    "defaultdict(int)|[(1,2)]",
    "defaultdict(int).default_factory",
    "defaultdict[int,str]",
    "defaultdict(int)=={}",
    "defaultdict.fromkeys('ab')",
    "defaultdict(lambda:1/0)[1]",
    "defaultdict(list,None)",
    "defaultdict(default_factory=list)",
    "_tuplegetter(1,'doc')",
    "_tuplegetter(1)",
    "_tuplegetter('a','b')",
    "_tuplegetter(1,'doc').__doc__",
    "_tuplegetter(1,'doc').__reduce__()",
    "_tuplegetter(1,'d').__get__((5,6))",
    "_tuplegetter(3,'d').__get__((5,6))",
    "_tuplegetter(1,'d').__get__([5,6])",
    "_tuplegetter(1,'d').__get__(None,int)",
    "_tuplegetter(1,'d').__get__(None)",
    "_tuplegetter(-1,'d').__get__((5,6))",
    "_tuplegetter(1,'d').__set__((1,),2)",
    "_tuplegetter(1,'d').__delete__((1,))",
    "_tuplegetter(1,x=2)",
    "_count_elements({},'abca')",
    "_count_elements({},1)",
    "_count_elements(1,'a')",
    "_count_elements({})",
    "_count_elements({'a':'x'},'a')",
]:
    t(e)

d=defaultdict(list); d['a'].append(1); d['b']; print(d)
d.default_factory=None; print(d); 
try: d['zz']
except KeyError as e: print(repr(e))
del d.default_factory
print(d.default_factory)
d.default_factory=d; 
d=defaultdict(); d.default_factory=d.copy; 
class Dd(defaultdict):
    def __repr__(self): return 'Dd'+super().__repr__()
x=Dd(int,a=1); print(x, x.copy(), type(x|{1:2}).__name__)
x=defaultdict(int); x['self']=x; print(x)
m={}; _count_elements(m,'abcab'); print(m)
class Mp(dict):
    def get(self,k,d=None): print('get',k); return super().get(k,d)
m=Mp(); _count_elements(m,'aba'); print(m)
class Ob:
    def __init__(self): self.d={}
    def get(self,k,d): return self.d.get(k,d)
    def __setitem__(self,k,v): self.d[k]=v
m=Ob(); _count_elements(m,'aba'); print(m.d)
