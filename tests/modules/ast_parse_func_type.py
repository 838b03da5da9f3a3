"""ast.parse(mode="func_type"): signatures of functions as type comments write them."""
import ast
for text in "() -> int", "(int, *str, **Any) -> float", "(int) -> List[str]\n\n", "(*a, **b) -> c", "(**b) -> c", "(a.b, lambda: 0) -> (1, 2)", "(*a, *b) -> c", "(**a, b) -> c", "(a,) -> b", "(a) -> b, c", "(a)", "a -> b", "":
    try:
        tree = ast.parse(text, mode="func_type")
        print(ast.dump(tree), "|", ast.unparse(tree))
    except SyntaxError as error:
        print(repr(text), error)
try:
    compile("() -> int", "s", "func_type")
except ValueError as error:
    print(error)
try:
    compile(ast.parse("() -> int", mode="func_type"), "s", "exec")
except TypeError as error:
    print(error)
