# Annotations in namespaces that are not plain dicts: what is looked up and set, in order.
class CNS:
    def __init__(self): self._dct={}
    def __setitem__(self,item,value):
        print('set',item,value); self._dct[item.lower()]=value
    def __getitem__(self,item):
        print('get',item)
        return self._dct[item]
try:
    exec('X: str', {}, CNS())
except Exception as e: print(repr(e))
try:
    c=CNS(); exec('X: str=1\nY:int', {}, c); print(c._dct)
except Exception as e: print(repr(e))
class D(dict):
    def __missing__(self,k):
        print('missing',k); raise KeyError(k)
    def __setitem__(self,k,v): print('setitem',k); dict.__setitem__(self,k,v)
    def __getitem__(self,k): print('getitem',k); return dict.__getitem__(self,k)
d=D(); exec('x:int=1',{},d); print(d)
class Bad:
    def __getitem__(self,k): raise ValueError(k)
    def __setitem__(self,k,v): print(k)
try: exec('x:int',{},Bad())
except Exception as e: print(repr(e))
class Meta(type):
    @classmethod
    def __prepare__(m,n,b): return D()
class C(metaclass=Meta):
    x:int=1
    y:str
print(C.__annotations__)
