# reference: 3.2.13
import sys
def show(*a):
    try: print(*[x() if callable(x) else x for x in a])
    except BaseException as e: print(type(e).__name__, e)
def f(a, b=1, *c, d=2, **e):
    "doc"
    x = 1
    def g(): return x, a
    return sys._getframe()
# code
co = f.__code__
print(co.co_argcount, co.co_posonlyargcount, co.co_kwonlyargcount, co.co_nlocals, co.co_varnames, co.co_cellvars, co.co_freevars, co.co_flags, co.co_names, co.co_qualname, co.co_stacksize, co.co_consts[0])
print(co == f.__code__, co != 5, hash(co) == hash(f.__code__.replace()), co.replace() == co, co.replace() is co)
print(co.replace(co_name='h').co_name, co.replace(co_consts=('x',)+co.co_consts[1:]).co_consts[0], co.replace(co_firstlineno=100).co_firstlineno)
for kw in ({'co_name': 1}, {'co_argcount': 'x'}, {'co_argcount': -1}, {'co_code': b'a'}, {'co_nlocals': 50}, {'co_varnames': ('a',)}, {'bad': 1}, {'co_consts': []}, {'co_names': (1,)}, {'co_freevars': ('z',)}, {'co_flags': -1}, {'co_stacksize': -1}, {'co_linetable': 'x'}, {'co_exceptiontable': 1}, {'co_kwonlyargcount': -5}, {'co_posonlyargcount': 10}, {'co_argcount': 2**40}):
    show(lambda: (co.replace(**kw), kw)[1])
show(lambda: co.replace(1))
print(list(co.co_lines()), list(co.co_positions())[:4])
print(co.co_linetable[:10], co.co_exceptiontable, co.co_code[:10])
show(lambda: co._varname_from_oparg(0)); show(lambda: co._varname_from_oparg(6)); show(lambda: co._varname_from_oparg(100)); show(lambda: co._varname_from_oparg('a')); show(lambda: co._varname_from_oparg(-1))
show(lambda: setattr(co, 'co_name', 'x')); show(lambda: setattr(co, 'q', 'x'))
c1 = compile('1+1', 'a', 'eval'); c2 = compile('1+1', 'a', 'eval'); c3 = compile('1+1', 'b', 'eval'); c4 = compile('\n1+1', 'a', 'eval'); c5 = compile('2.0', 'a', 'eval'); c6 = compile('2', 'a', 'eval')
print(c1 == c2, c1 == c3, c1 == c4, hash(c1) == hash(c2), c5 == c6)
def m1(): x = 0.0
def m2(): x = -0.0
print(m1.__code__.co_code == m2.__code__.co_code, m1.__code__ == m2.__code__)
CT = type(co)
show(lambda: CT())
nc = CT(0, 0, 0, 0, 1, 3, compile('5','x','eval').co_code, (5,), (), (), 'fn', 'nm', 'qn', 1, b'', b'', (), ())
show(lambda: (nc.co_name, nc.co_qualname, nc.co_filename, eval(nc)))
for a in ((0,0,0,0,1,3,b'\x97\x00S\x00', (), (), (), 'f', 'n', 'q', 1, b''), (0,0,0,0,1,3,'x', (), (), (), 'f', 'n', 'q', 1, b'', b''), (-1,0,0,0,1,3,b'\x97\x00S\x00', (), (), (), 'f', 'n', 'q', 1, b'', b''), (1,0,0,0,1,3,b'\x97\x00S\x00', (), (), (), 'f', 'n', 'q', 1, b'', b'')):
    show(lambda: CT(*a).co_name)
import sys
