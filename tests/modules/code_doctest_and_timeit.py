"""code, codeop, doctest, timeit, linecache: running, testing and timing pieces of source."""
import code
import codeop
import doctest
import io
import linecache
import sys
import timeit

real_stderr, sys.stderr = sys.stderr, sys.stdout
interpreter = code.InteractiveInterpreter({"x": 1})
print(interpreter.runsource("x + 1"), interpreter.runsource("if x:"), interpreter.runsource("if x:\n print('yes')\n"), interpreter.runsource("x ="))
interpreter.runsource("1 / 0")
interpreter.runcode(compile("y = x + 5", "s", "exec"))
print(interpreter.locals["y"])


class Console(code.InteractiveConsole):
    def __init__(self, lines):
        super().__init__({"__name__": "console"})
        self.lines = iter(lines)

    def raw_input(self, prompt=""):
        try:
            line = next(self.lines)
        except StopIteration:
            raise EOFError from None
        print(prompt + line)
        return line


Console(["def f(a):", "    return a * 2", "", "f(21)", "for i in range(2):", "    i", "", "raise KeyError('k')", "import sys; sys.ps1 = '$ '", "'end'"]).interact("hello", "bye")
print([codeop.compile_command(s) is None for s in ("a = 1", "a = (", "if 1:", "def f():\n  pass", "x = '''abc", "# only", "@dec")])
try:
    codeop.compile_command("a b")
except SyntaxError as error:
    print(error)


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add("a", 1)
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> [1, 2, 3]  # doctest: +ELLIPSIS
    [1, ..., 3]
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> add(1, 1)
    3
    >>> print("x   y")  # doctest: +NORMALIZE_WHITESPACE
    x y
    >>> undefined
    7
    """
    return a + b


tests = doctest.DocTestFinder().find(add, "add", globs={"add": add})
print(len(tests), [(e.source, e.want, e.lineno) for e in tests[0].examples][:3], tests[0].name)
runner = doctest.DocTestRunner(verbose=False)
print(runner.run(tests[0], out=lambda text: print(text.replace(__file__, "FILE"), end="")))
print(runner.summarize())
print(doctest.script_from_examples("text\n>>> 1 + 1\n2\n"))
checker = doctest.OutputChecker()
print(checker.check_output("a\n", "a\n", 0), checker.check_output("1...3\n", "123\n", doctest.ELLIPSIS), checker.check_output("True\n", "1\n", 0))
print(checker.output_difference(doctest.Example("x\n", "a\nb\n"), "a\nc\n", doctest.REPORT_NDIFF))
parser = doctest.DocTestParser()
print([type(x).__name__ for x in parser.parse("before\n>>> 1\n1\n\nafter\n")], parser.get_examples(">>> a\n")[0].indent)
try:
    parser.get_doctest(">>>bad\n", {}, "name", "file", 0)
except ValueError as error:
    print(error)
suite_out = io.StringIO()
test = doctest.DocTestSuite(globs={"add": add}, module=type(sys)("m", "doc\n>>> 1\n1\n"))
import unittest
print(unittest.TextTestRunner(stream=suite_out).run(test))

ticks = iter(range(100))
timer = timeit.Timer("f()", "n = []\ndef f(): n.append(1)", timer=lambda: next(ticks))
print(timer.timeit(5), timer.repeat(2, 3), timeit.timeit("x", "x = 1", number=2, timer=lambda: next(ticks)))
try:
    timeit.Timer("1 +")
except SyntaxError as error:
    print(error.msg)
linecache.cache["<made>"] = (10, None, ["first\n", "second\n"], "<made>")
print(linecache.getline("<made>", 2), linecache.getline("<made>", 9), linecache.getlines("no_such_file"), linecache.lazycache("x", {}))
linecache.clearcache()
sys.stderr = real_stderr
