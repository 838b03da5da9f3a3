# reference: 8.1, 8.7
# "expected ':'" and its relatives for every compound statement.
SOURCES = ["if x\n  y", "if x: y\nelif z\n  w", "if x: y\nelse\n  z", "while x\n  y", "while x: y\nelse\n z", "for x in y\n  z", "for x in y: z\nelse\n w", "for x y: z", "for x: y", "for in y: z", "for x in: y", "def f()\n  x", "def f() -> int\n  x", "def f\n  x", "def (x): y", "class C\n  x", "class C()\n  x", "class: x", "with x\n  y", "with x as y\n  z", "with: x", "try\n  x", "try: x\nexcept\n  y", "try: x\nexcept E\n  y", "try: x\nexcept E as e\n  y", "try: x\nfinally\n  y", "try: x\nelse: y", "try: x", "try: x\ny", "try: x\nexcept: y\nexcept E: z", "try: x\nexcept* E\n  y", "try: x\nexcept*: y", "try: x\nexcept E: y\nexcept* F: z", "try: x\nexcept E as 5: y", "try: x\nexcept E, F: y", "try: x\nexcept E, F as g: y", "lambda x 1", "lambda x", "match x\n  case 1: y", "match x:\n  case 1\n    y", "match x:\n  y", "match x: case 1: y", "async def f()\n  x", "async with x\n  y", "async for x in y\n  z", "async x", "async if x: y", "if x = 1: y", "while x = 1: y", "elif x: y", "else: x", "except: x", "finally: x", "case 1: x", "if x:\ny", "if x: pass; else: y", "for i in range(3): if i: x", "x if y", "x if y else", "x else y", "[x if y for z in w]", "[x for]", "[x for y]", "[x for y in]", "{x: y for}", "(x for y in z if)"]
for number, source in enumerate(SOURCES):
    try:
        compile(source, "<test>", "exec")
        print(number, "fine")
    except SyntaxError as e:
        print(number, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
