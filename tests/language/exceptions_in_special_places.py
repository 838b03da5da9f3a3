# reference: 4.3, 8.4
# An exception in a default, a decorator, a class body, a comprehension, an annotation, an f-string, an assert message.
def boom(tag="boom"): raise ValueError(tag)
def t(src):
    ns = {"boom": boom, "ok": lambda *a: (lambda f: f)}
    try: exec(src, ns); print(repr(src), "fine")
    except Exception as e:
        tb, depth = e.__traceback__, 0
        while tb: depth += 1; tb = tb.tb_next
        print(repr(src), "|", type(e).__name__, e, depth, sorted(k for k in ns if k[0] != "_" and k not in ("boom", "ok")))
for src in ("def f(x=boom()): pass", "@boom()\ndef f(): pass", "@ok(boom('arg'))\ndef f(): pass", "class C(boom()): pass", "class C(metaclass=boom()): pass", "class C:\n x = 1\n y = boom()", "x = [boom() for _ in (1,)]", "x = (boom() for _ in (1,))", "x: boom() = 1", "def f(x: boom()): pass", "def f() -> boom(): pass", "x = f'{1}{boom()}{2}'", "x = f'{1:{boom()}}'", "assert 0, boom()", "assert boom(), 1", "raise boom()", "raise KeyError from boom()", "del boom().x", "x = y = boom()", "x[boom()] = 1", "x, boom().y = 1, 2", "for boom().x in (1,): pass", "for x in boom(): pass", "with boom(): pass", "while boom(): pass", "if boom(): pass", "x = 1 if boom() else 2", "x = lambda: boom()", "lambda x=boom(): 0", "{1: boom(), **boom('second')}", "print(*boom(), **boom('second'))", "x = 5 and boom() or 6", "x = 1 < boom() < 3", "match boom():\n case _: pass", "match 1:\n case x if boom(): pass", "type X = boom()", "def f[T: boom()](): pass", "try: pass\nfinally: boom()", "try: boom()\nexcept boom('handler'): pass", "import sys as x, nothing_here_to_import", "global x; x = boom()", "x = 1; x += boom()", "return_ = (yield_ := boom())"):
    t(src)
