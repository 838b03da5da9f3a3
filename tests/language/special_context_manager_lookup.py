# reference: 3.3.9, 8.5
# with looks __enter__ and __exit__ up on the type, both before entering; what __exit__ gets and gives.
class CM:
    def __enter__(self): print("enter"); return "value"
    def __exit__(self, *exc): print("exit", exc[0] and exc[0].__name__, exc[1], exc[2] is not None); return self.swallow
    swallow = False
cm = CM()
cm.__enter__ = lambda: print("instance enter")
with cm as v: print(v)
cm.swallow = 1
with cm: raise ValueError("swallowed")
print("after")
class Truth:
    def __bool__(self): print("asked"); return True
cm.swallow = Truth()
with cm: 1 / 0
with cm: pass
class BadTruth:
    def __bool__(self): raise KeyError("truth")
cm.swallow = BadTruth()
try:
    with cm: 1 / 0
except KeyError as e:
    print("KeyError", e, repr(e.__context__))
class Replace:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise RuntimeError("from exit")
try:
    with Replace(): raise ValueError("body")
except RuntimeError as e:
    print(e, repr(e.__context__), e.__cause__)
class Reraise:
    def __enter__(self): pass
    def __exit__(self, t, v, tb): raise v
try:
    with Reraise(): raise ValueError("again")
except ValueError as e:
    print(e, e.__context__)
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): print("never entered")
class EnterFails:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *a): print("never exited")
class FewArgs:
    def __enter__(self): pass
    def __exit__(self): pass
class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
class NoneExit:
    def __enter__(self): pass
    __exit__ = None
for c in (NoEnter(), NoExit(), EnterFails(), FewArgs(), Async(), NoneExit(), 5, CM, print):
    try:
        with c: print("body")
    except Exception as e:
        print(type(e).__name__, e)
def f():
    for i in range(3):
        with CM() as x:
            if i == 0: continue
            if i == 1: break
    with CM(): return "returned"
print(f())
def g():
    with CM(): yield 1
it = g(); next(it); it.close()
with CM() as (a, *b), CM() as d["k"] if 0 else CM() as [p, *q]: print(a, b, p, q)
