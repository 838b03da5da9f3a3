# reference: 4.2.2, 4.2.3
# NameError and UnboundLocalError: which one and its words, for locals, cells, free names, class bodies, comprehensions, after del and except.
def show(f):
    try: print(f.__name__, f())
    except NameError as e: print(f.__name__, type(e).__name__, e, "|", e.name)
def local(): return x; x = 1
def branch():
    if 0: y = 1
    return y
def after_except():
    try: 1/0
    except ZeroDivisionError as e: pass
    return e
def for_empty():
    for i in (): pass
    return i
def with_unbound():
    import contextlib
    with contextlib.suppress(KeyError): raise KeyError; v = 1
    return v
def aug(): n += 1
def annotated(): z: int; return z
def free():
    def g(): return late
    r = g(); late = 1
def cell_del():
    c = 1
    def g(): return c
    del c; return g()
def owner():
    def g(): return own
    return own; own = 1
def class_free():
    class K: a = later
    later = 1
def class_global():
    class K: print(undefined_in_class)
def class_local():
    class K:
        if 0: q = 1
        print(q)
def class_scope_skipped():
    class K:
        q = 1
        def m(self): return q
    return K().m()
def comp_free(): return [w for _ in "a"]; w = 1
def comp_unbound(): return [inner for _ in "a" for inner in inner]
def genexp(): return list(gq for _ in "a")
def lam(): return (lambda: lz)()
def walrus_unset(): [wu := 1 for _ in ()]; return wu
def match_unset():
    match 5:
        case [mu]: pass
    return mu
def global_decl():
    global gl
    return gl
def nonlocal_unset():
    nl = 1; del nl
    def g():
        nonlocal nl
        return nl
    return g()
def del_twice(): d = 1; del d; del d
def import_unset():
    try: import no_such_module_at_all
    except ImportError: return no_such_module_at_all
def star_args(*a): del a; return a
def default_uses():
    def f(a=dflt): pass
    dflt = 1
def decorator_uses():
    @deco
    def f(): pass
def type_param[T]():
    del_T = T
    return Tx
def fstring(): return f"{fs}"; fs = 1
def del_global():
    global dg
    del dg
def try_finally():
    try: return tf
    finally: tf = 1
def except_unset():
    try: pass
    except KeyError as ku: pass
    return ku
async def coro(): return cq
def coroutine(): coro().send(None)
def nested_class():
    v = 1
    class K:
        del_me = 1; del del_me
        def m(self): return del_me
    return K().m()
def builtin_shadow(): r = len("a"); len = 1
def suggest(): return prin
def suggest_local(): counter = 1; return countr
for f in (local, branch, after_except, for_empty, with_unbound, aug, annotated, free, cell_del, owner, class_free, class_global, class_local, class_scope_skipped, comp_free, comp_unbound, genexp, lam, walrus_unset, match_unset, global_decl, nonlocal_unset, del_twice, import_unset, star_args, default_uses, decorator_uses, type_param, fstring, del_global, try_finally, except_unset, coroutine, nested_class, builtin_shadow, suggest, suggest_local): show(f)
