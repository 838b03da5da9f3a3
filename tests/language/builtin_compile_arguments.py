# reference: compile()
# Modes, flags, dont_inherit, optimize; kinds of source; what each mode refuses.
for mode, src in (("exec", "x = 1\ny = 2"), ("eval", "1 + 1"), ("eval", " 1\n"), ("single", "1"), ("single", "x = 1\n"), ("exec", ""), ("exec", "\n\n"), ("exec", b"x = 1"), ("exec", bytearray(b"x = 1")), ("exec", memoryview(b"x = 1"))):
    c = compile(src, "f.py", mode)
    print(mode, repr(src) if not isinstance(src, memoryview) else "mv", type(c).__name__, c.co_filename, c.co_name, c.co_flags)
for args in (("1",), ("1", "f"), ("1", "f", "bad"), ("1", "f", 5), ("1", 5, "exec"), (5, "f", "exec"), (None, "f", "exec"), ("x = 1", "f", "eval"), ("", "f", "eval"), ("1; 2", "f", "eval"), ("x = 1\ny = 2\n", "f", "single"), ("if 1: pass\nx = 1", "f", "single"), ("", "f", "single"), ("1\0", "f", "exec"), (b"\xff = 1", "f", "exec") if 0 else ("a b", "f", "exec"), ("1", "f", "exec", 1 << 30), ("1", "f", "exec", "a"), ("1", "f", "exec", 0, 0, 5), ("1", "f", "exec", 0, 0, -2), ("1", "f", "exec", 0, False, 2), ("1", b"bytes name", "exec"), ("1", "f", "func_type"), ("1", "a\0b", "exec")):
    try: print(compile(*args).co_name)
    except Exception as e: print(args[1:], type(e).__name__, e)
ns = {}
exec(compile("def f():\n 'doc'\n assert 0\n return __debug__, f.__doc__\nr = f()", "f", "exec", optimize=2), ns)
print(ns["r"])
exec(compile("def f():\n 'doc'\n assert 1\n return __debug__, f.__doc__\nr = f()", "f", "exec", optimize=1), ns)
print(ns["r"])
c = compile("def g(): raise KeyError", "named.py", "exec", dont_inherit=True)
exec(c, ns)
try: ns["g"]()
except KeyError as e: print(e.__traceback__.tb_next.tb_frame.f_code.co_filename, e.__traceback__.tb_next.tb_lineno)
print(compile(source="1", filename="k", mode="eval").co_filename, eval(compile("[i for i in range(3)]", "", "eval")), compile("1", "f", "exec") == compile("1", "f", "exec"))
