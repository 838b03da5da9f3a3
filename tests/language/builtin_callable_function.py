# reference: callable()
# callable() looks for __call__ on the type only.
class A:
    def __call__(s): pass
class B: pass
class C: __call__ = None
b = B(); b.__call__ = lambda: 0
class D:
    def __getattr__(s, n): return lambda: 0
class P:
    @property
    def __call__(s): raise AttributeError
print([callable(x) for x in (A(), A, B(), B, b, C(), C, D(), P(), len, [].append, list.append, int, type, lambda: 0, (lambda: 0).__get__(1), None, 5, "print", staticmethod(len), classmethod(len), property(), list[int], int | str, (x for x in ()), NotImplemented, type(None), super, iter)])
for f in (lambda: callable(), lambda: callable(1, 2), lambda: callable(obj=1)):
    try: print(f())
    except TypeError as e: print(e)
