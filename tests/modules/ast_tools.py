"""ast.literal_eval, NodeVisitor, NodeTransformer, walk, increment_lineno, copy_location, unparse."""
import ast

for text in ("1", "-1", "+1.5", "1+2j", "-3-4j", "'a' 'b'", "b'x'", "(1, [2, {3: {4}}], None, True, ...)", "set()", " [1]", "\t{'a': 'b'}",
             "1+1", "a", "f()", "[x for x in y]", "'%s' % 1", "-'a'", "1 if 2 else 3", "{**a}", "1+", "1j+1"):
    try:
        print(repr(ast.literal_eval(text)))
    except (ValueError, SyntaxError) as e:
        message = str(e)
        print(type(e).__name__, message[:message.index(" object at")] if " object at" in message else message)
print(ast.literal_eval(ast.parse("[1, 2]", mode="eval")))


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__)

    def visit_Constant(self, node):
        print(node.value)


Names().visit(ast.parse("a = b + 1\nc[d].e = f(g, h=2)"))


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [self.generic_visit(node)] * 2


tree = Double().visit(ast.parse("pass\nx = 3\nprint(x, 4)\ndef f():\n    pass\n    return 1"))
print(ast.unparse(tree))
exec(compile(ast.fix_missing_locations(tree), "<t>", "exec"))
print([type(n).__name__ for n in ast.walk(ast.parse("a.b(c)[d]"))])
print(ast.dump(ast.increment_lineno(ast.parse("a\nb"), 5), include_attributes=True))
print(list(ast.iter_fields(ast.parse("a").body[0]))[0][0], [type(c).__name__ for c in ast.iter_child_nodes(ast.parse("a + b").body[0].value)])
print(ast.dump(ast.parse("a", mode="eval"), annotate_fields=False), ast.dump(ast.arguments()), ast.dump(ast.Constant(1, kind=None)))
