# deque: constructor, every method and its errors, maxlen, iteration while it changes, hostile ==.
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
    "D()",
    "D(1)",
    "D('ab',3,4)",
    "D('abcd',2)",
    "D(maxlen=2)",
    "D('abc',maxlen=None)",
    "D('abc',maxlen=-1)",
    "D('abc','x')",
    "D('abc',1.0)",
    "D(iterable='ab')",
    "D(x=1)",
    "D('abc',True)",
    "D('abc').maxlen",
    "D('abc',3).maxlen",
    "setattr(D(),'maxlen',3)",
    "d[0]",
    "d[-1]",
    "d[3]",
    "d[-4]",
    "d['a']",
    "d[1:2]",
    "d[10**30]",
    "d.__setitem__(5,1)",
    "d.__delitem__(5)",
    "D().pop()",
    "D().popleft()",
    "D('abc').remove('x')",
    "D('abc').remove('b')",
    "D('abc').index('x')",
    "D('abc').index('c')",
    "D('abcabc').index('a',1)",
    "D('abcabc').index('c',-2,10)",
    "D('abc').index('c',0,2)",
    "D('abc').index('c','x')",
    "D('abc').index()",
    "D('abc',3).insert(0,'x')",
    "D('abc').insert('x',1)",
    "D('abc').rotate('x')",
    "D('abc').rotate(10**30)",
    "D('abc')+D('d')",
    "D('abc')+[1]",
    "D('abc',2)+D('xyz')",
    "D('ab')*3",
    "3*D('ab')",
    "D('ab')*-1",
    "D('ab',3)*3",
    "D('ab')*'x'",
    "D('ab')*1.0",
    "D('a')==['a']",
    "D('ab')<D('b')",
    "D('ab')<['a']",
    "D('ab')>=D('a')",
    "D('ab')!=D('ab')",
    "hash(D())",
    "len(D('abc'))",
    "bool(D())",
    "'a' in D('abc')",
    "'x' in D('abc')",
    "D('abc').count('a')",
    "D('abc').copy()",
    "D('abc',5).copy()",
    "D('abc').__copy__()",
    "S('abc').copy()",
    "S('abc',4)",
    "M('abcdefg').copy()",
    "D('abc').__reduce__()[1:3]",
    "D('abc',4).__reduce__()[1:3]",
    "D('abc').__class_getitem__(int)",
    "D[int]",
    "reversed(D('abc')).__length_hint__()",
    "iter(D('abc')).__length_hint__()",
    "list(reversed(D('abc')))",
    "iter(D('abc')).__reduce__()",
    "type(iter(D()))",
    "type(iter(D()))(1)",
    "list(type(iter(D()))(D('abcd'),2))",
    "list(type(reversed(D()))(D('abcd'),2))",
    "type(iter(D()))(D('a'),'x')",
    "D.__doc__[:5]",
    "D('abc').extend(1)",
    "D('abc').extendleft(1)",
    "D().append()",
    "D().append(1,2)",
    "D().clear(1)",
    "D().x",
    "D(D('ab'))",
    "D('abc').reverse()",
    "S([1,S([2])])",
    "D('a').__iadd__(1)",
    "D('a').__iadd__('bc')",
    "D('ab').__imul__(2)",
    "D.__hash__",
]:
    t(e)
for f in [lambda d:d.append(1), lambda d:d.pop(), lambda d:d.rotate(1), lambda d:d.clear(), lambda d:d.__setitem__(0,1), lambda d:d.__delitem__(0), lambda d:d.insert(1,1), lambda d:d.extend([]), lambda d: d.reverse(), lambda d: d.rotate(0), lambda d:d.rotate(3), lambda d: d.__imul__(1), lambda d:d.remove('a')]:
    d=D('abc'); it=iter(d); next(it); f(d)
    try: print(next(it))
    except BaseException as e: print(type(e).__name__, e)
    try: print(next(it))
    except BaseException as e: print(type(e).__name__, e)
class Evil:
    def __init__(s,d,r): s.d=d; s.r=r
    def __eq__(s,o): s.d.clear(); return s.r
for m in ['count','index','remove','__contains__']:
  for r in (True, False):
    d=D(); d.extend([1,Evil(d,r),3])
    try: print(m, r, getattr(d,m)(7))
    except BaseException as e: print(m, r, type(e).__name__, e)
d=D(); d.append(d); print(d, d==d)
d=D('ab',3); d.append(d); print(d)
d=D(range(5)); d+=d; print(d); d.extendleft(d); print(d)
d=D(range(10),maxlen=4); d.extend(range(3)); print(d); d.extendleft('xy'); print(d); d.rotate(1); print(d); d*=2; print(d)
d=D(maxlen=0); d.append(1); d.extend('abc'); d.appendleft(1); print(d)
d=D(range(8)); d.rotate(3); print(d); d.rotate(-5); print(d); d.insert(3,'x'); d.insert(-2,'y'); d.insert(100,'z'); d.insert(-100,'w'); print(d); del d[4]; del d[-1]; d[0]=9; print(d)
S.__init__
s=S('abc'); s.x=1; print(s.__reduce__()[1:3], s.copy().__dict__)
