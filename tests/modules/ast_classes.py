"""The classes of module ast: fields, docstrings, defaults, constructors, pickling."""
import _ast
import ast
import copy
import pickle

for name in sorted(dir(_ast)):
    cls = getattr(_ast, name)
    if isinstance(cls, type) and issubclass(cls, ast.AST):
        print(name, cls.__mro__[1].__name__, cls._fields, cls.__match_args__ == cls._fields, cls._attributes, cls.__module__)
        print("   ", cls.__doc__)
        print("   ", [k for k in vars(cls) if k not in ("n", "s", "dims", "__weakref__") and not k.startswith("__")])
for name in ("PyCF_ALLOW_TOP_LEVEL_AWAIT", "PyCF_ONLY_AST", "PyCF_TYPE_COMMENTS"):
    print(name, getattr(_ast, name))


def attempt(f):
    try:
        result = f()
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print(type(result).__name__ if isinstance(result, ast.AST) else result)


attempt(lambda: ast.Name(1, 2, 3))
attempt(lambda: ast.Pass(1))
attempt(lambda: ast.AST(1))
attempt(lambda: ast.Expr(1, 2))
attempt(lambda: ast.Name("a", id="b"))
attempt(lambda: ast.Name("a", "b").id)
attempt(lambda: ast.Name(foo=3, lineno=7).foo)
attempt(lambda: ast.Name().id)
attempt(lambda: ast.Name().lineno)
attempt(lambda: ast.Name().end_lineno)
attempt(lambda: ast.MatchValue().end_lineno)
attempt(lambda: ast.Return().value)
attempt(lambda: ast.ImportFrom().level)
attempt(lambda: ast.AST().__reduce__())
attempt(lambda: ast.Name.__new__(ast.Name, 1, 2, 3))
attempt(lambda: ast.Load() is ast.Load())
attempt(lambda: ast.parse("a").body[0].value.ctx is ast.parse("b").body[0].value.ctx)
attempt(lambda: list(vars(ast.parse("a").body[0].value)))


class Mine(ast.expr):
    _fields = ("left", "right")
    right = 5


class Strange(ast.AST):
    _fields = ["x", "y"]

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)


class Broken(ast.AST):
    _fields = 3


m = Mine(1, lineno=2)
print(m.left, m.right, m.lineno, m.end_lineno, isinstance(m, ast.expr), Mine._attributes)
s = Strange(1, y=2)
print(vars(s))
attempt(lambda: Strange(1, 2, 3))
attempt(lambda: Broken())
attempt(lambda: Broken(1))

tree = ast.parse("def f(a, b=1, *c, **d):\n    return [x for x in a if x]\n")
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(protocol, ast.dump(pickle.loads(pickle.dumps(tree, protocol))) == ast.dump(tree))
print(ast.dump(copy.deepcopy(tree)) == ast.dump(tree))
match ast.parse("a + 1", mode="eval").body:
    case ast.BinOp(ast.Name(name), ast.Add(), ast.Constant(value)):
        print(name, value)
