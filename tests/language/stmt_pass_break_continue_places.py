# reference: 7.4, 7.9, 7.10
# Loops with every mix of break, continue, else, try and with; and where they may not stand.
def f(): pass
class C: pass
if 1: pass
else: pass
for _ in (): pass
else: pass
print(f(), C.__name__)
out = []
for i in range(6):
    if i == 1: continue
    for j in range(3):
        if j == 1: continue
        if i == 4: break
        out.append((i, j))
    else:
        out.append("inner else")
        continue
    out.append("inner broke")
    if i == 4: break
else: out.append("outer else")
print(out)
def g():
    r = []
    for i in range(5):
        try:
            if i == 0: continue
            if i == 3: break
            r.append(i)
        finally: r.append(f"f{i}")
    else: r.append("else")
    while True:
        try:
            try: break
            finally: r.append("inner finally")
        finally: r.append("outer finally")
    n = 0
    while n < 5:
        n += 1
        try: raise ValueError
        except ValueError:
            if n < 3: continue
            break
        finally: r.append(n)
    return r
print(g())
def h():
    for x in "ab":
        try: return x
        finally: continue
    return "end"
print(h())
def k():
    while 1:
        for x in (1,): break
        else: print("no")
        try: continue if 0 else None
        except: pass
        break
    else: print("no")
    return "k"
for src in ("break", "continue", "if 1: break", "def f(): break", "def f():\n continue", "for x in y:\n def f(): break", "for x in y:\n class C: continue", "while 1: lambda: break", "for x in y: pass\nelse: break", "for x in y:\n for z in w: pass\n else: break", "while 1:\n try: pass\n finally: continue", "for x in y: break; continue", "break 1", "continue x", "pass 1", "x = pass", "(break)", "for x in y:\n with z: break", "match x:\n case 1: break", "for x in y:\n match x:\n  case 1: continue", "async def f():\n async for x in y: break", "for x in y:\n try: pass\n except* z: break", "for x in y:\n try: pass\n except* z: continue", "try: pass\nexcept* z:\n for x in y: break", "try: pass\nexcept: break", "if 1:\n pass\n break", "class C: break"):
    try: compile(src, "<s>", "exec"); print(repr(src), "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset)
