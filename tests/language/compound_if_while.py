# reference: 8.1, 8.2
# if, elif, else and while: which tests run, else of while, one-line bodies, what is no body.
log = []
def t(v): log.append(v); return v
if t(0): log.append("if")
elif t(""): log.append("elif")
elif t(3): log.append("third")
elif t("never"): pass
else: log.append("else")
print(log); log.clear()
n = 3
while t(n): n -= 1
else: log.append("else")
print(log); log.clear()
while True:
    n += 1
    if n == 2: continue
    if n > 3: break
else: print("never")
print(n)
if 1:
    if 0: print("no")
    else: print("dangling else belongs to the inner if")
while n: n -= 1; 
if n: pass
elif not n: print("one line"); print("two")
x = 5
while x > 3 and (y := x * 2): x -= 1
print(x, y)
for src in ("if 1:", "if 1:\nx", "if: pass", "if 1 pass", "if 1: pass else: pass", "if 1: pass\nelse if 2: pass", "if 1: pass\nelif: pass", "elif 1: pass", "else: pass", "if 1: pass\nelse: pass\nelse: pass", "if 1: pass\nelse: pass\nelif 2: pass", "if x = 1: pass", "if x = 1 and y: pass", "while 1:", "while: pass", "while 1: pass\nelif 2: pass", "while x = 1: pass", "if 1:\n  pass\n else: pass", "if (1: pass", "if 1): pass", "if 1:: pass", "if 1: while 2: pass", "if 1: def f(): pass", "if not: pass", "if 1:\npass\n", "while 1:\n\nelse: pass", "if 1: pass;; pass", "if x.y = 1: pass", "if f() = 1: pass", "if 1 = 2: pass", "if yield: pass", "def f():\n if (yield): pass"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", type(e).__name__, e.msg, e.lineno, e.offset)
