# reference: 3.2.13.1.2
# co_lines, co_positions, co_linetable, replace: lines and columns of instructions.
def f(a):
    x = (a +
         1)
    if x > 2: return x; y = 3
    return [i
            for i in range(x)
            if i]
print([p for p in f.__code__.co_positions()]); print(list(f.__code__.co_lines()))
print(f.__code__.co_firstlineno, f.__code__.co_name, f.__code__.co_qualname, f.__code__.co_consts, f.__code__.co_names, f.__code__.co_varnames, f.__code__.co_stacksize, f.__code__.co_flags, f.__code__.co_nlocals)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); t = f.__code__.co_lnotab; print(type(t), len(t) > 4, [str(x.message) for x in w])
for src in ("a\nb", "\n\nx = 1\n\n\ny = 2", "f(\n1,\n2)", "é = ü + 1", "'''a\nb'''", "x = [\n1,\n]\n", "if a:\n  b\nelse:\n  c", "# only a comment"):
    c = compile(src, "<s>", "exec"); print(repr(src), list(c.co_positions())); print(list(c.co_lines()), c.co_linetable.hex(), c.co_exceptiontable)
code = f.__code__
print(code.replace() == code, code.replace(co_name="g").co_name, code.replace(co_firstlineno=100).co_positions().__next__(), code.replace(co_consts=code.co_consts + (5,)).co_consts[-1], code == code.replace(co_name="h"), hash(code) == hash(code.replace()))
for kw in ({"co_name": 5}, {"co_consts": []}, {"co_code": "x"}, {"co_argcount": "x"}, {"co_argcount": -1}, {"co_nlocals": 0}, {"co_varnames": (1,)}, {"co_filename": b"x"}, {"nothing": 1}, {"co_linetable": 5}, {"co_flags": 1.5}, {"co_freevars": ("a",), "co_name": "q"}, {"co_posonlyargcount": 5}):
    try: print(type(code.replace(**kw)).__name__)
    except Exception as e: print(type(e).__name__, e)
for name in ("co_name", "co_code", "co_consts", "co_flags"):
    try: setattr(code, name, 1)
    except Exception as e: print(type(e).__name__, e)
import types
try: types.CodeType()
except TypeError as e: print(e)
try: types.CodeType(1, 2, 3)
except TypeError as e: print(e)
print(code._varname_from_oparg(0))
