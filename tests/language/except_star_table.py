# reference: 8.4.2
# except*: which parts go where, what remains, raising inside, naked exceptions, return-like statements, groups as types.
def run(make, *handlers):
    ns = {"log": []}
    src = "try:\n raise make()\n" + "".join(f"except* {h}:\n log.append(({h.split(' ')[0]!r}, repr(e)))\n {b}\n" for h, b in handlers) + "else: log.append('else')\nfinally: log.append('finally')"
    try: exec(src, ns | {"make": make}, ns)
    except BaseException as x: ns["log"].append(("raised", repr(x), repr(x.__context__)[:60], repr(x.__cause__)))
    print(*ns["log"], sep="\n  ")
V, T, K = ValueError("v"), TypeError("t"), KeyError("k")
def g(*e): return lambda: ExceptionGroup("g", list(e))
run(g(V, T), ("ValueError as e", "pass"), ("TypeError as e", "pass"))
run(g(V, T), ("ValueError as e", "pass"))
run(g(V, T), ("KeyError as e", "pass"))
run(g(V, ExceptionGroup("h", [T, V])), ("ValueError as e", "pass"), ("Exception as e", "pass"))
run(lambda: V, ("ValueError as e", "pass"))
run(lambda: V, ("TypeError as e", "pass"))
run(g(V, T), ("(ValueError, TypeError) as e", "pass"))
run(g(V, T), ("ValueError as e", "raise"), ("TypeError as e", "pass"))
run(g(V, T), ("ValueError as e", "raise KeyError('new')"), ("TypeError as e", "raise OSError('other')"))
run(g(V), ("ValueError as e", "raise KeyError('new') from e"))
run(g(V, T, K), ("ValueError as e", "raise KeyError('new')"))
run(lambda: V, ("ValueError as e", "raise"))
run(g(V), ("ExceptionGroup as e", "pass"))
run(g(V), ("5 as e", "pass"))
run(g(V), ("(ValueError, 5) as e", "pass"))
run(g(V), ("(TypeError, ExceptionGroup) as e", "pass"))
run(lambda: BaseExceptionGroup("b", [KeyboardInterrupt(), V]), ("ValueError as e", "pass"))
run(lambda: KeyboardInterrupt("kb"), ("BaseException as e", "pass"))
run(g(V), ("undefined_name as e", "pass"))
for src in ("try: x\nexcept* E: break", "for i in x:\n try: y\n except* E: break", "for i in x:\n try: y\n except* E: continue", "def f():\n try: x\n except* E: return 1", "def f():\n try: x\n except* E:\n  def g(): return 1", "for i in x:\n try: y\n except* E:\n  for j in k: break", "try: x\nexcept*: y", "try: x\nexcept* E: y\nexcept F: z", "try: x\nexcept E: y\nexcept* F: z", "try: x\nexcept *E: y", "try: x\nexcept* (E, F) as e: y", "try: x\nexcept* E as a.b: y", "try: x\nexcept* E, F: y"):
    try: compile(src, "<s>", "exec"); print(src.split("\n")[-1], "fine")
    except SyntaxError as e: print(src.split("\n")[-1], "|", e.msg, e.lineno, e.offset)
try:
    try: 1 / 0
    except* ZeroDivisionError as eg: print(repr(eg), repr(eg.exceptions[0].__traceback__.tb_lineno > 0))
    print("eg" in dir())
except NameError as e: print(e)
