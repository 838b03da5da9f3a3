# reference: 2.1.8
# One hundred levels of indentation are the most.
def nest(n):
    return "".join(" " * i + "if 1:\n" for i in range(n)) + " " * n + "x = 1\n"
for n in 10, 50, 98, 99, 100, 101:
    try:
        exec(nest(n), ns := {})
        print(n, ns["x"])
    except SyntaxError as e:
        print(n, type(e).__name__, e.msg)
def loops(n):
    return "".join(" " * i + "for i in 1,:\n" for i in range(n)) + " " * n + "x = 1\n"
for n in 19, 20, 21:
    try:
        exec(loops(n), ns := {})
        print(n, ns["x"])
    except SyntaxError as e:
        print(n, type(e).__name__, e.msg, e.lineno)
def tries(n):
    return "".join(" " * i + "try:\n" for i in range(n)) + " " * n + "x = 1\n" + "".join(" " * i + "finally: pass\n" for i in reversed(range(n)))
for n in 10, 19, 20, 21:
    try:
        exec(tries(n), ns := {})
        print(n, ns["x"])
    except SyntaxError as e:
        print(n, type(e).__name__, e.msg, e.lineno)
