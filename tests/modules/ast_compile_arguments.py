"""compile(): its arguments where trees are concerned, and warnings that go through the filters."""
import ast
import warnings


def attempt(*args, **kwargs):
    try:
        result = compile(*args, **kwargs)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print(type(result).__name__)


attempt("1", "x", "exec", ast.PyCF_ONLY_AST)
attempt("1", "x", "eval", ast.PyCF_ONLY_AST)
attempt("1", "x", "single", ast.PyCF_ONLY_AST)
attempt("1", "x", "what", ast.PyCF_ONLY_AST)
attempt("1", "x", "what")
attempt("1", "x", "func_type")
attempt("1", b"x", "exec")
attempt("1", 3, "exec")
attempt("1", "x", "exec", 1)
attempt("1", "x", "exec", optimize=3)
attempt("1", "x", "exec", optimize="a")
attempt(3, "x", "exec")
attempt("1 +", "x", "exec", ast.PyCF_ONLY_AST)
attempt(" 1", "x", "eval")
tree = ast.parse("a")
print(compile(tree, "x", "exec", ast.PyCF_ONLY_AST) is tree)
for source, version in (("(x := 1)", (3, 7)), ("(x := 1)", (3, 8)), ("def f(a, /): pass", (3, 7)), ("match a:\n case 1: pass", (3, 9)),
                        ("type X = int", (3, 11)), ("try: pass\nexcept* A: pass", (3, 10)), ("def f[T](): pass", (3, 12))):
    try:
        ast.parse(source, feature_version=version)
        print("good")
    except SyntaxError as e:
        print(e.msg)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    compile("1 is 1\n'\\d'", "file", "exec")
    ast.parse("'\\d'")
    eval("2 is 2")
    compile(ast.parse("\n3 is 3"), "tree", "exec")
for w in seen:
    print(w.category.__name__, w.message, w.filename, w.lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt("1 is 1", "file", "exec")
    attempt("\n'\\d'", "file", "exec")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    attempt("1 is 1", "file", "exec")
