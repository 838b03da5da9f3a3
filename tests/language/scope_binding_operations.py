# reference: 4.1, 4.2, 4.2.1
# Everything that binds a name: parameters, class, def, import, assignment, for, as, :=, patterns, type, del.
def names(src):
    ns = {}
    exec(src, ns)
    ns.pop("__builtins__")
    return {k: v if isinstance(v, (int, str, list)) else type(v).__name__ for k, v in ns.items()}
for src in ("x = 1", "x: int = 1", "x: int", "def x(): pass", "class x: pass", "async def x(): pass", "import sys", "import sys as x", "from sys import byteorder as x", "for x in 1, 2: pass", "for x, *y in [(1, 2, 3)]: pass", "with open('/dev/null') as x: pass" if 0 else "x = y = 2", "[(x := i) for i in range(3)]", "(x := 5)",
            "match 1:\n case x: pass", "match [1, 2, 3]:\n case [x, *y]: pass", "match {'a': 1, 'b': 2}:\n case {'a': x, **y}: pass", "match 1:\n case int() as x: pass", "type x = int", "type x[T] = T", "def x[T](): pass", "class x[T]: pass", "try: 1/0\nexcept Exception as x: y = 1", "x = 1\ndel x", "(x), [y] = 1, [2]", "[x for x in (1, 2)]", "lambda x: x", "x = [y for y in 'ab']", "if 0: x = 1", "while (x := 0): pass", "global x; x = 1", "def f():\n global x\n x = 1\nf()",
            "exec('x = 1')", "for x in (): pass\nelse: y = 1", "x = 1; del x; x = 2", "import os.path as x" if 0 else "x, = 'a'", "a = 1; b: 'int' = a", "try: pass\nexcept: x = 1\nelse: y = 2\nfinally: z = 3"):
    print(repr(src), names(src))
def f():
    try: raise ValueError
    except ValueError as e: pass
    try: e
    except UnboundLocalError as err: print(err)
    x = 1
    del x
    try: x
    except NameError as err: print(err)
    del f2
def g(p, /, q, *r, s, **t): return sorted(locals())
try: f()
except UnboundLocalError as e: print(e)
print(g(1, 2, s=3))
def h():
    for i in (): pass
    return i
try: h()
except UnboundLocalError as e: print(e)
class C:
    x = 1
    del x
    try: x
    except NameError as e: print(e)
    for i in range(2): pass
    print(i, [i for j in range(1)] if 0 else "", sorted(k for k in locals() if k[0] != "_"))
e = "outer"
try: raise KeyError("k")
except KeyError as e: print(e)
print("e" in globals())
