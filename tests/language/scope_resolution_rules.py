# reference: 4.2.2
# Local, enclosing, global, built-in; class bodies are no enclosing scope; comprehensions see the class only in their first iterable.
x = "global"
def outer():
    x = "outer"
    class C:
        y = x
        x = "class"
        z = x
        def m(self): return x
        lam = lambda: x
        l = [x for _ in (1,)]
        first = [i for i in x]
        def n(self, x=x): return x
        class D: w = x
        g = list(x for _ in (1,))
        def cls(self): return __class__.__name__
    return C
C = outer()
c = C()
print(C.y, C.z, c.m(), C.lam(), C.l, C.first, c.n(), C.D.w, C.g, c.cls())
class E:
    x = "class x"
    x = x + "!"
    def f(): return x
    print(x, f())
    try: [undefined_here for _ in (1,)]
    except NameError as e: print(e)
    len = "shadow"
    print(len, [len for _ in (1,)] != ["shadow"])
def shadow():
    len = lambda x: "mine"
    return len([])
print(shadow(), len([]))
def unbound():
    print(x)
    x = 1
def unbound_free():
    def inner(): return v
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    v = 1
    return inner()
try: unbound()
except UnboundLocalError as e: print(e)
print(unbound_free())
def deleted():
    v = 1
    def inner(): return v
    del v
    return inner()
try: deleted()
except NameError as e: print(e)
def late():
    def a(): return b()
    def b(): return "late"
    return a()
print(late())
def modify():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    inc(); inc()
    return n, inc.__closure__[0].cell_contents
print(modify())
def classes():
    v = "function"
    class A:
        nonlocal v
        v = "changed by class body"
        global made_global
        made_global = 5
    return v
print(classes(), made_global)
def cond(flag):
    if flag: q = 1
    return q
print(cond(1))
try: cond(0)
except UnboundLocalError as e: print(e)
try: no_such_name
except NameError as e: print(e, e.name)
print([[x for x in range(y)] for y in range(3)], x)
gen = (x + str(i) for i in range(2)); x = "later"
print(list(gen))
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs])
