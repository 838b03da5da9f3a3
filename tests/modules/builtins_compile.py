c = compile("a + 1", "<f>", "eval")
print(eval(c, {"a": 1}), c.co_filename, c.co_name, c.co_names, c.co_consts, type(c).__name__, c.co_firstlineno, c.co_argcount)
exec(compile("for i in range(2):\n    print(i)\n", "<f>", "exec"))
exec(compile("x = 5; x", "<f>", "single"))
exec(compile(b"print('from bytes')", "<f>", "exec"))
exec(compile("# only a comment", "<f>", "exec"))
exec(compile("if 1:\n  print('no newline at end')", "<f>", "exec"))
for args in (("1 +", "<f>", "exec"), ("x = 1", "<f>", "eval"), ("1", "<f>", "bad"), ("a\n b", "<f>", "exec"), (5, "<f>", "exec"), ("1\n2", "<f>", "single"), ("def f(:", "q.py", "exec")):
    try:
        compile(*args)
    except (SyntaxError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
def f(a, b, /, c, *args, d, **kw):
    e = a
    def g(): return e
    return g
k = f.__code__
print(k.co_argcount, k.co_posonlyargcount, k.co_kwonlyargcount, k.co_varnames, k.co_cellvars, k.co_freevars, k.co_nlocals, k.co_name, k.co_qualname, k.co_flags & 12)
print(f(1, 2, 3, d=4).__code__.co_freevars, k.co_consts[0], k == f.__code__)
r = k.replace(co_name="renamed")
print(r.co_name, k.co_name)
