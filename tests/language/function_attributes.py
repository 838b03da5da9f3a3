# reference: 3.2.8.1.2
def f(a, b=1, *c, d=2, **e):
    """Doc."""
    return a
f.custom = 7
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.custom, f.__dict__, f.__module__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_name)
class C:
    def m(self): pass
print(C.m.__qualname__, C().m.__func__ is C.m, C().m.__self__.__class__.__name__)
f.__name__ = "g"
print(f.__name__)
f.__defaults__ = (10,)
print(f.__defaults__)
