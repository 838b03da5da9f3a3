# reference: 2.4.1.1, compile()
# SyntaxWarnings and DeprecationWarnings of source text, and filters that turn them into errors.
import warnings
SOURCES = ["'\\d'", "b'\\q'", "'\\400'", "f'\\{x}'", "assert (1, 'x')", "x is 5", "x is 'a'", "x is not ()", "1 is x", "x is -1", "[1](2)", "(1)()", "'a'()", "{1: 2}(3)", "(lambda: 0)[1]", "[1, 2][3, 4]", "(1, 2)['a']", "'abc'[1.5]", "f'a'(1)", "None[1]", "5 [1]", "1if x else 2", "0x1for x in y", "1or 2", "1.5if x else 1", "0b1and 2", "1jif x else 0", "'\\\n'", "r'\\d'", "x == 5", "x is None", "x is True", "...[1]", "{1}[0]", "1 .real", "(x for x in y)[0]"]
for src in SOURCES:
    for action in ("always", "error"):
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter(action)
            try: compile(src, "<w>", "eval" if not src.startswith("assert") else "exec")
            except SyntaxError as e: print(repr(src), action, type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
            for x in w: print(repr(src), x.category.__name__, x.message, x.lineno, x.filename)
with warnings.catch_warnings():
    warnings.filterwarnings("error", category=SyntaxWarning, message=".*is.*")
    for src in ("x is 5", "'\\d'"):
        try: eval(src, {"x": 1})
        except SyntaxError as e: print(e)
