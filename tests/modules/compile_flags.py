scope = {}
exec(compile("exec('def f(a: nowhere): pass')", "given", "exec", 0x1000000), scope)
print(scope["f"].__annotations__)
exec(compile("def f(a: int): pass", "given", "exec", dont_inherit=True), scope)
print(scope["f"].__annotations__)
exec(compile("def f(a: int): pass", "given", "exec", 0x1000000, True), scope)
print(scope["f"].__annotations__)
for code in ("f(a=1, a=2)", "return", "break", "def f():\n x = 1; global x", "*a, *b = c", "x = (", "a\0b"):
    try:
        compile(code, "nofile.py", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
print(eval("'\u00e9'"), eval("# -*- coding: latin-1 -*-\n'\u00e9'"), ascii(eval(b"# -*- coding: latin-1 -*-\n'\xe9'")))
for bad in (lambda: compile("1", "f", "eval", 7), lambda: compile("1", "f", "eval", "x"), lambda: compile("1", "f", "no"), lambda: compile("1", 5, "eval"),
            lambda: compile("1", "f"), lambda: eval("1", []), lambda: eval("1", 5), lambda: exec("1", []), lambda: eval("1", {}, 5)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(compile("1", "f", "eval"), type(compile("", "f", "exec"))))
