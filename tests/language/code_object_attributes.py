# reference: 3.2.13, 3.2.13.1, 3.2.13.1.1, 3.2.13.1.2
# What a code object tells: counts, names, constants, flags, lines, and that it cannot be changed.
def f(a, b, /, c, d=1, *args, e, g=2, **kw):
    "doc"
    x = a + 1000
    y = lambda: x
    global G
    G = len
    return [z for z in args], y, "const", (1, 2), not_here.attr
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_names, c.co_cellvars, c.co_freevars, c.co_firstlineno, c.co_filename, c.co_stacksize, hex(c.co_flags))
print([k if not hasattr(k, "co_code") else k.co_name for k in c.co_consts])
inner = [k for k in c.co_consts if hasattr(k, "co_code")][0]
print(inner.co_qualname, inner.co_freevars, inner.co_firstlineno)
print(list(c.co_lines())[0][2], sorted({l for _, _, l in c.co_lines()}), len(list(c.co_positions())) == len(c.co_code) // 2, list(c.co_positions())[2])
d = c.replace(co_name="renamed", co_firstlineno=100, co_consts=c.co_consts)
print(d.co_name, d.co_firstlineno, d == c, c.replace() == c, hash(c.replace()) == hash(c), sorted({l for _, _, l in d.co_lines()})[:2])
def k(): return 42
k.__code__ = k.__code__.replace(co_consts=(None, 43))
print(k())
for act in (lambda: setattr(c, "co_name", "x"), lambda: delattr(c, "co_code"), lambda: c.nothing, lambda: setattr(c, "x", 1), lambda: c.replace(nothing=1), lambda: c.replace(co_name=1), lambda: c.replace(co_argcount=-1), lambda: c.replace(co_argcount="a"), lambda: c.replace(co_consts=[]), lambda: c.replace(co_code="a"), lambda: c.replace(co_varnames=()), lambda: c.replace(1), lambda: c < c, lambda: c(), lambda: type(c)(), lambda: type("S", (type(c),), {}), lambda: c.co_lnotab is None if 0 else 1, lambda: exec(c), lambda: eval(k.__code__)):
    try:
        print(act())
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
m = compile("x = 1\ny = 2", "file.py", "exec")
print(m.co_name, m.co_qualname, m.co_filename, m.co_firstlineno, m.co_names, m.co_consts, hex(m.co_flags), m.co_varnames, m == compile("x = 1\ny = 2", "file.py", "exec"), m == compile("x = 1\ny = 2", "other.py", "exec"), m == compile("x = 1\n\ny = 2", "file.py", "exec"), m == 5)
print(c.co_exceptiontable, isinstance(c.co_linetable, bytes), c._varname_from_oparg(0), c._co_code_adaptive is not None)
