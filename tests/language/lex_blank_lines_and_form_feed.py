# reference: 2.1.7, 2.1.8
# Lines of blanks, tabs, form feeds and comments only make no NEWLINE; a form feed at the start of a line resets columns.
def run(src):
    try:
        exec(src, ns := {})
        ns.pop("__builtins__")
        print(repr(src), ns)
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset)
run("if 1:\n  a = 1\n\n  b = 2\n")
run("if 1:\n  a = 1\n   \t \n  b = 2\n")
run("if 1:\n  a = 1\n\x0c\n  b = 2\n")
run("if 1:\n  a = 1\n \x0c  b = 2\n")
run("if 1:\n  a = 1\n      \x0cb = 2\n")
run("\x0ca = 1\n\x0cb = 2")
run("   \x0ca = 1\n")
run("a =\x0c1\n")
run("if 1:\n  a = 1\n# c\n      # d\n  b = 2\n")
run("\n\n\n  \n\t\na = 1")
run("if 1:\n\n\n  a = 1")
run("if 1:\n  a = 1\n\n\n\n")
run("if 1:\n  a = 1\n  ")
run("if 1:\n  a = 1\n    ")
run("if 1:\n  a = 1\n  # end")
run("if 1:\n\ta = 1\n\n\tb = 2\n \t\n")
run("   ")
run("\t\n\x0c")
run("a = 1\n   \\\n\nb = 2")
