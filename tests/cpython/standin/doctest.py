"""Doctests without the doctest module: each example counts for itself, as driver.py reports them one by one."""
import sys

_FLAGS = ("ELLIPSIS", "NORMALIZE_WHITESPACE", "IGNORE_EXCEPTION_DETAIL", "SKIP", "DONT_ACCEPT_TRUE_FOR_1",
          "DONT_ACCEPT_BLANKLINE", "REPORT_NDIFF")
for _k, _name in enumerate(_FLAGS):
    globals()[_name] = 1 << _k


class Example:
    def __init__(self, source, want, lineno, flags):
        self.source, self.want, self.lineno, self.flags = source, want, lineno, flags


def parse(text):
    """The examples of a docstring; lineno counts from 1 within it."""
    lines = text.expandtabs().split("\n")
    examples = []
    k = 0
    while k < len(lines):
        stripped = lines[k].lstrip(" ")
        if not (stripped == ">>>" or stripped.startswith(">>> ")):
            k += 1
            continue
        indent = len(lines[k]) - len(stripped)
        start = k
        source = [stripped[4:]]
        k += 1
        while k < len(lines) and lines[k].lstrip(" ").startswith("...") and lines[k][indent:indent + 3] == "..." and (
                lines[k][indent + 3:indent + 4] in ("", " ")):
            source.append(lines[k][indent + 4:])
            k += 1
        want = []
        while k < len(lines) and lines[k].strip() and not lines[k].lstrip(" ").startswith(">>>"):
            want.append(lines[k][indent:])
            k += 1
        flags = set()
        for line in source:
            _, mark, rest = line.partition("doctest:")
            for word in rest.replace(",", " ").split() if mark else ():
                if word[0] == "+":
                    flags.add(word[1:])
        examples.append(Example("\n".join(source) + "\n", "".join(w + "\n" for w in want), start + 1, flags))
    return examples


def _ellipsis_match(want, got):
    parts = want.split("...")
    if len(parts) == 1:
        return want == got
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    at, end = len(parts[0]), len(got) - len(parts[-1])
    if at > end:
        return False
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def matches(want, got, flags):
    if want == got or (want, got) in (("1\n", "True\n"), ("0\n", "False\n")):
        return True
    want = "\n".join("" if line.strip() == "<BLANKLINE>" else line for line in want.split("\n"))
    if want == got:
        return True
    if "NORMALIZE_WHITESPACE" in flags:
        want, got = " ".join(want.split()), " ".join(got.split())
        if want == got:
            return True
    return "ELLIPSIS" in flags and _ellipsis_match(want, got)


def expected_exception(want):
    """The text after a traceback's stack, or None when no traceback is wanted."""
    lines = want.split("\n")
    if not lines[0].startswith("Traceback (most recent call last):") and not lines[0].startswith(
            "Traceback (innermost last):"):
        return None
    for k in range(1, len(lines)):
        if lines[k] and (lines[k][0].isalnum() or lines[k][0] == "_"):
            return "\n".join(lines[k:])
    return None


def exception_line(error):
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{name}: {text}\n" if text else f"{name}\n"


class _Capture:
    encoding = "utf-8"

    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        pass


class DocTest:
    def __init__(self, name, examples, globs, lineno=None):
        self.name, self.examples, self.globs, self.lineno = name, examples, globs, lineno

    def run_example(self, example):
        """None, or what is wrong."""
        out, old = _Capture(), (sys.stdout, sys.displayhook)
        sys.stdout, sys.displayhook = out, sys.__displayhook__
        error = None
        try:
            exec(compile(example.source, f"<doctest {self.name}[{example.lineno}]>", "single", 0, True), self.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as e:
            error = e
        finally:
            sys.stdout, sys.displayhook = old
        got = "".join(out.parts)
        wanted = expected_exception(example.want)
        if error is not None:
            line = exception_line(error)
            if wanted is None:
                return f"raises {line.rstrip()}"
            if "IGNORE_EXCEPTION_DETAIL" in example.flags:
                good = wanted.split(":")[0].rsplit(".", 1)[-1].strip() == line.split(":")[0].rsplit(".", 1)[-1].strip()
            else:
                good = matches(wanted, line, example.flags)
            return None if good else f"wants {wanted.rstrip()!r}, raises {line.rstrip()!r}"
        if wanted is not None:
            return f"does not raise {wanted.rstrip()!r}"
        return None if matches(example.want, got, example.flags) else f"wants {example.want!r}, prints {got!r}"


def find(module, globs=None):
    """The DocTests of a module: its docstring, __test__, and the docstrings of its functions and classes."""
    globs = module.__dict__ if globs is None else globs
    found = []

    def add(name, doc):
        examples = parse(doc) if isinstance(doc, str) else []
        if examples:
            found.append(DocTest(name, examples, dict(globs, __name__="__main__")))

    def visit(name, value, depth=0):
        add(name, getattr(value, "__doc__", None))
        if isinstance(value, type) and depth < 3:
            for key, inner in sorted(vars(value).items()):
                inner = getattr(inner, "__func__", inner)
                if callable(inner) or isinstance(inner, property):
                    visit(f"{name}.{key}", inner, depth + 1)

    add("__doc__", module.__doc__)
    for key, value in sorted(vars(module).items()):
        if callable(value) and getattr(value, "__module__", None) == module.__name__:
            visit(key, value)
    for key, value in sorted(getattr(module, "__test__", {}).items()):
        if isinstance(value, str):
            add(f"__test__.{key}", value)
        else:
            visit(f"__test__.{key}", value)
    return found


def DocTestSuite(module=None, globs=None, **options):
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    return find(module, globs)


def testmod(*args, **kwargs):
    raise NotImplementedError("driver.py runs the doctests")
