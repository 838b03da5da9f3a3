# reference: 7.1, 9.3, compile()
# In "single" mode the value of an expression statement is shown through sys.displayhook; None is not; _ is set.
import sys, builtins
def run(src):
    try: exec(compile(src, "<in>", "single"), ns)
    except SyntaxError as e: print("SyntaxError", e.msg, e.lineno, e.offset)
    except Exception as e: print(type(e).__name__, e)
ns = {"__name__": "n"}
run("1 + 1"); run("None"); run("'text'"); run("x = 5"); run("x"); run("_ * 2"); run("1; 2; None; 3"); run("x; y = 6; y"); run("if 1: 7"); run("for i in range(3): i"); run("def f(): 8"); run("f()"); run("class C: 9"); run("[1, 2]"); run("(yield_ for yield_ in ())and 0" if 0 else "1,"); run("...")
run("print('p')"); run("lambda: 0 and 0" if 0 else "''"); run("import sys"); run("x == 5"); run("del x"); run("x"); run("1 +"); run("1\n2"); run("1\n"); run("\n1"); run(""); run("# c"); run("if 1:\n  2\n"); run("if 1:\n  2\n3"); run("while 0: pass\nelse: 11"); run("try: 12\nfinally: 13\n"); run("with C.__class__('X', (), {'__enter__': lambda s: 1, '__exit__': lambda s, *a: 0})(): 14\n"); run("match 1:\n  case 1: 15\n"); run("@lambda f: f\ndef g(): pass\n"); run("1;"); run("a = 1;"); run("return 1"); run("1 if 1 else 2 # c")
sys.displayhook = lambda v: print("hook", v)
run("1"); run("None"); run("'a'; None")
del sys.displayhook
run("1")
sys.displayhook = sys.__displayhook__
del builtins._
run("None")
print(hasattr(builtins, "_"))
run("5")
print(builtins._)
del builtins._
5
"expression statements in a file show nothing"
def f():
    "not a docstring only"
    6
    return
print(f())
class D:
    1, 2
    f()
    [print("in body") for _ in range(1)]
