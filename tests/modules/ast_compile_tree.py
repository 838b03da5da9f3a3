"""compile() of node objects: code that runs, and what is refused."""
import ast

PLACE = dict(lineno=1, col_offset=0)


def show(tree, mode="exec"):
    try:
        code = compile(tree, "<tree>", mode)
    except Exception as e:
        text = str(e)
        print(type(e).__name__, text[:text.index(" object at")] if " object at" in text else text)
    else:
        print("compiles", code.co_name, len(code.co_consts) if mode == "eval" else "")


def stmt(node):
    show(ast.fix_missing_locations(ast.Module([node], [])))


def expr(node):
    show(ast.fix_missing_locations(ast.Expression(node)), "eval")


N = ast.Name("a", ast.Load())
S = ast.Name("a", ast.Store())
P = ast.Pass()

source = "def f(n):\n    return 1 if n < 2 else n * f(n - 1)\nprint(f(10))\nclass A:\n    x: int = 3\nprint(A.x, A.__annotations__)\n"
exec(compile(ast.parse(source), "<tree>", "exec"))
print(eval(compile(ast.parse("[i ** 2 for i in range(5)]", mode="eval"), "<tree>", "eval")))
exec(compile(ast.parse("1 + 1", mode="single"), "<tree>", "single"))

# what is not there, or of a wrong kind
show(ast.Expression(3), "eval")
show(ast.Expression(), "eval")
show(ast.Expression(None), "eval")
show(ast.Module(3, []))
show(ast.Module([3], []))
show(ast.Module([None], []))
show(ast.Module([ast.Expr(N)], []))
show(ast.Name("a", ast.Load()))
show(ast.Module([], []), "eval")
show(ast.Module([]))
expr(ast.Name("a", 3))
expr(ast.Name("a"))
expr(ast.Name(3, ast.Load()))
expr(ast.Name(None, ast.Load()))
expr(ast.BinOp(None, ast.Add(), N))
expr(ast.BinOp(N, N, N))
expr(ast.expr(**PLACE, end_lineno=1, end_col_offset=0))
expr(ast.Constant([1]))
expr(ast.Constant((1, [2])))
expr(ast.Constant(frozenset({1, 2})))
expr(ast.Constant(1, kind=3))
expr(ast.FormattedValue(N, "x"))
stmt(ast.AnnAssign(S, N, None, "x"))
stmt(ast.ImportFrom("a", [ast.alias("b")], -1))
stmt(ast.ImportFrom("a", [ast.alias("b")], 1 << 40))
expr(ast.Lambda(ast.arguments(), N))
expr(ast.Lambda(None, N))
stmt(ast.Global("a"))

# contexts and names
expr(S)
expr(ast.Name("None", ast.Load()))
stmt(ast.Assign([N], N))
stmt(ast.Assign([ast.Constant(1)], N))
stmt(ast.Assign([ast.Tuple([S, N], ast.Store())], N))
stmt(ast.Assign([], N))
stmt(ast.Delete([S]))
stmt(ast.Delete([]))
stmt(ast.For(N, N, [P], []))
stmt(ast.For(S, N, [], []))
stmt(ast.AugAssign(N, ast.Add(), N))
stmt(ast.AnnAssign(ast.Attribute(N, "x", ast.Store()), N, None, 1))
stmt(ast.TypeAlias(ast.Attribute(N, "x", ast.Store()), [], N))
expr(ast.Starred(N, ast.Store()))

# numbers of things
expr(ast.BoolOp(ast.And(), [N]))
expr(ast.Compare(N, [], []))
expr(ast.Compare(N, [ast.Lt()], [N, N]))
expr(ast.Dict([N], []))
expr(ast.Dict([None], [N]))
expr(ast.Set([None]))
expr(ast.ListComp(N, []))
stmt(ast.If(N, [], []))
stmt(ast.While(N, [], []))
stmt(ast.With([], [P]))
stmt(ast.Try([P], [], [], []))
stmt(ast.Try([P], [], [P], [P]))
stmt(ast.TryStar([P], [ast.ExceptHandler(None, None, [])], [], []))
stmt(ast.Raise(None, N))
stmt(ast.Import([]))
stmt(ast.ImportFrom("a", [], 0))
stmt(ast.Nonlocal([]))
stmt(ast.FunctionDef("f", ast.arguments(), [], []))
stmt(ast.FunctionDef("f", ast.arguments(defaults=[N]), [P], []))
stmt(ast.FunctionDef("f", ast.arguments(kwonlyargs=[ast.arg("a")]), [P], []))
stmt(ast.FunctionDef("f", ast.arguments(args=[ast.arg("a")], defaults=[N]), [P], []))
stmt(ast.ClassDef("C", [], [], [], []))
stmt(ast.Match(N, []))
for pattern in (ast.MatchSingleton(1), ast.MatchValue(N), ast.MatchValue(ast.Constant(None)), ast.MatchStar("a"),
                ast.MatchAs(ast.MatchSingleton(None), None), ast.MatchAs(None, "_"), ast.MatchOr([ast.MatchSingleton(None)]),
                ast.MatchMapping([N], [ast.MatchAs()], None), ast.MatchMapping([], [ast.MatchAs()], None),
                ast.MatchMapping([], [], "_"), ast.MatchClass(ast.Constant(1), [], [], []), ast.MatchClass(N, [], ["a"], []),
                ast.MatchSequence([ast.MatchStar("a"), ast.MatchAs()]), ast.MatchValue(ast.UnaryOp(ast.USub(), ast.Constant(1))),
                ast.MatchValue(ast.UnaryOp(ast.Not(), ast.Constant(1)))):
    stmt(ast.Match(N, [ast.match_case(pattern, None, [P])]))

# positions
for place in ((2, 0, 1, 0), (1, 5, 1, 3), (-1, 0, 1, 0), (1, -2, 1, 3), (1, 0, 1, 0)):
    show(ast.Expression(ast.Name("a", ast.Load(), lineno=place[0], col_offset=place[1], end_lineno=place[2], end_col_offset=place[3])), "eval")
show(ast.Expression(ast.Name("a", ast.Load(), lineno=1, col_offset="x")), "eval")
show(ast.Expression(ast.Name("a", ast.Load(), lineno=1)), "eval")
show(ast.Expression(ast.Name("a", ast.Load(), **PLACE)), "eval")


# Python code runs while a tree is read
class Late(ast.Name):
    _fields = ()

    @property
    def id(self):
        print("id is asked for")
        return "late"

    @property
    def ctx(self):
        return ast.Load()


late = 42
print(eval(compile(ast.fix_missing_locations(ast.Expression(Late())), "<tree>", "eval")))


class Bad(ast.Name):
    @property
    def ctx(self):
        raise KeyError("no context")


show(ast.Expression(Bad("a", **PLACE)), "eval")


class Shrinking(ast.Name):
    @property
    def ctx(self):
        del items[1:]
        return ast.Load()


items = [Shrinking("a", **PLACE), N]
show(ast.Expression(ast.List(items, ast.Load(), **PLACE)), "eval")

# deep chains are no problem, and sources and trees give the same code
n = 500
print(eval(compile(ast.parse("+".join("1" * n), mode="eval"), "<tree>", "eval")))
for text in ("x = (1, 2, 3) + (4,)\nprint(x[-1])", "for a, *b in [(1, 2, 3)]: print(a, b)", "print(f'{1 + 1:>{4}}')"):
    a, b = compile(text, "<s>", "exec"), compile(ast.parse(text), "<s>", "exec")
    print(a.co_code == b.co_code, a.co_consts == b.co_consts, list(a.co_lines()) == list(b.co_lines()))
