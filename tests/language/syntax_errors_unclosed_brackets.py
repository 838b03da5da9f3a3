# reference: 2.1.6
# Brackets that are not closed, closed twice or by another kind: message, line and column.
SOURCES = ["(", "[", "{", "f(", "f(1,\n2", "x = [1,\n 2,\n 3\ny = 2", ")", "]", "}", "(]", "[)", "{]", "f(1]", "x = (1, [2, {3: 4)", "(\n]\n", "{\n'a': 1,\n)", "f'{(}'", "f'{[)}'", "((1)", "(1))", "print((1, 2)\nx = 3", "def f(a, b:\n  pass", "class C(A:\n  pass", "if (a:\n  b", "while [1:\n  x", "x = {1: 2, 3: [4, 5}", "for i in (1, 2:\n pass", "f(a for a in b", "[\n\n\n", "'''\n(", "(  # comment )", "\\(", "x[1:2", "x[1:2)", "lambda (x: 1", "{**a", "(yield", "a = (1 +\nb = 2", "with (open('x') as f:\n pass", "from a import (b, c", "from a import (b, c\nx = 1"]
for number, source in enumerate(SOURCES):
    try:
        compile(source, "<test>", "exec")
        print(number, "fine")
    except SyntaxError as e:
        print(number, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
