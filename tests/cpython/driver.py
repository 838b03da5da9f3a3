"""Runs the tests of one module inside the interpreter under test: driver.py MODULE [real] [from=N] [upto=N] [dead=N] [verbose] [only=WORD]...

`real`: with the library's own unittest and the package's test.support instead of the stand-ins. MODULE may be a package.

from=N leaves out what stands before test N (doctest examples still run, as later ones need them), upto=N what stands behind it,
dead=N test N.
Reports on standard output, one line each, begun with U+001E: `start ID`, then `pass ID`, `skip ID WHY` or `fail ID WHY`;
`load WHY` when the module cannot be imported; `end`. Needs nothing that is not built in.
"""
import sys

MARK = "\x1e"
# Parts of library modules that tests need only to prepare their sources, for the time until the real ones can be imported.
FALLBACKS = ("inspect",)
# Modules of CPython that a test module may import at its top; missing ones become a Missing, whose use fails.
REPLACEABLE = """
    _abc _ast _codecs _collections _collections_abc _ctypes _functools _io _operator _pickle _pydecimal _random _sre
    _string _struct _testbuffer _testcapi _testinternalcapi _testmultiphase _thread _tracemalloc _warnings _weakref abc
    argparse array ast asyncio atexit base64 binascii bisect builtins calendar cmath code codecs collections concurrent
    configparser contextlib contextvars copy copyreg ctypes dataclasses datetime dbm decimal difflib dis email enum errno
    faulthandler fcntl fnmatch fractions functools getopt glob graphlib hashlib heapq html http imp importlib inspect io
    ipaddress itertools json keyword linecache locale logging marshal multiprocessing numbers opcode operator os
    pathlib pickle pickletools pkgutil platform pprint pty pyperf queue random reprlib sched select selectors shelve
    shlex shutil signal site socket sqlite3 ssl stat statistics string stringprep struct subprocess symtable sysconfig
    tempfile termios textwrap threading timeit token tokenize traceback tracemalloc types typing unicodedata
    unittest urllib uuid warnings weakref xxsubtype zipfile zlib
""".split()

loading = True


class Needed(ImportError):
    """A module that cannot be imported was used."""


class Missing:
    """Stands for a module that cannot be imported, or for something in it."""

    def __init__(self, name):
        self.__dict__["_name"] = name

    def _use(self):
        if not loading:
            raise Needed(f"needs {self._name}")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self._use()
        return Missing(f"{self._name}.{name}")

    def __call__(self, *args, **kwargs):
        self._use()
        if len(args) == 1 and not kwargs and callable(args[0]) and hasattr(args[0], "__name__"):
            needs = self._name

            def decorated(*args, **kwargs):
                raise Needed(f"needs {needs}")
            decorated.__name__ = args[0].__name__
            return decorated
        return Missing(self._name)

    def __mro_entries__(self, bases):
        return (MissingBase,)

    def __iter__(self):
        self._use()
        return iter(())

    def __bool__(self):
        return False

    def __add__(self, other):  # pickle.HIGHEST_PROTOCOL + 1
        self._use()
        return other

    def __or__(self, other):
        self._use()
        return self

    __ror__ = __getitem__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __or__
    __lt__ = __gt__ = __le__ = __ge__ = __or__

    def __neg__(self):
        self._use()
        return self

    def __index__(self):
        self._use()
        return 0

    def __repr__(self):
        return f"<missing {self._name}>"


class MissingBase:
    def __new__(cls, *args, **kwargs):
        raise Needed("needs a class of a missing module")


def install_import():
    import builtins
    real = builtins.__import__

    def importing(name, globals=None, locals=None, fromlist=(), level=0):
        try:
            return real(name, globals, locals, fromlist, level)
        except ImportError as error:
            if level or not loading:
                raise
            if name in FALLBACKS and (globals or {}).get("__name__", "").startswith("test"):
                module = real("fallback_" + name)
                return module if all(n in vars(module) for n in fromlist or ()) else Missing(name)
            if name.split(".")[0] in REPLACEABLE and (globals or {}).get("__name__", "").startswith("test"):
                return Missing(name if fromlist else name.split(".")[0])
            raise
    try:
        __import__("collections.abc")  # the real unittest does so, and tests rely on it
    except ImportError:
        pass
    builtins.__import__ = importing
    return lambda: setattr(builtins, "__import__", real)


class Sink:
    """Where tests print to: nowhere, as the protocol goes over the real stream."""
    encoding = "utf-8"
    errors = "strict"

    def __init__(self, real):
        self.real = real

    def write(self, text):
        return len(text)

    def flush(self):
        pass

    def __getattr__(self, name):
        return getattr(self.real, name)


def one_line(text, limit=300):
    text = " ".join(text.split())
    return text if len(text) <= limit else text[:limit - 3] + "..."


def place(error, module_file):
    """file:line of the innermost frame in the test's own files."""
    found = ""
    tb = error.__traceback__
    while tb is not None:
        name = tb.tb_frame.f_code.co_filename
        base = name.rsplit("/", 1)[-1]
        if base not in ("unittest.py", "driver.py", "doctest.py") and "/support/" not in name and "/unittest/" not in name and not name.startswith("<"):
            found = f" ({base}:{tb.tb_lineno})"
        tb = tb.tb_next
    return found


def describe(error, module_file):
    if isinstance(error, Needed):
        return str(error)
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"needs {error.name}"
    if isinstance(error, ImportError) and str(error).startswith("needs "):
        return str(error)
    try:
        text = str(error)
    except BaseException as e:
        text = f"<str failed: {type(e).__name__}>"
    params = getattr(error, "_subtest_params", None)
    return one_line(f"{type(error).__name__}: {text}" + (f" [{params}]" if params else "")) + place(error, module_file)


def cases(module, unittest):
    """(id, function, class or None) for every test, in an order that does not change."""
    found = []
    classes = []
    for name in sorted(vars(module)):
        value = getattr(module, name)
        if isinstance(value, type) and issubclass(value, unittest.TestCase) and value is not unittest.TestCase:
            if value not in classes:
                classes.append(value)
    for case in classes:
        for name in unittest.defaultTestLoader.getTestCaseNames(case):
            found.append((f"{case.__name__}.{name}", (case, name), case))
    load = getattr(module, "load_tests", None)
    if load is not None:
        try:
            suite = list(load(unittest.defaultTestLoader, unittest.TestSuite(), None))
        except unittest.SkipTest:
            suite = []
        for doctests in suite:
            for test in doctests if isinstance(doctests, list) else ():
                for example in test.examples:
                    found.append((f"doctest.{test.name}:{example.lineno}", (test, example), None))
    return found


def close_class(case):
    try:
        case.tearDownClass()
    except Exception:
        pass
    getattr(case, "doClassCleanups", lambda: None)()


def flat(suite):
    """The tests of nested suites, in order."""
    for test in suite:
        if hasattr(test, "__iter__"):
            yield from flat(test)
        else:
            yield test


def real_cases(modules, unittest):
    """The same with the real unittest: what its loader finds, load_tests included."""
    found, seen = [], set()
    for module in modules:
        prefix = "" if len(modules) == 1 else module.__name__.rpartition(".")[2] + "."
        for test in flat(unittest.defaultTestLoader.loadTestsFromModule(module)):
            method = getattr(test, "_testMethodName", None)
            doctest = getattr(test, "_dt_test", None)
            test_id = f"doctest.{doctest.name}".replace(" ", "_") if doctest is not None else f"{type(test).__name__}.{method}"
            if type(test).__module__.startswith("unittest.test."):  # test_unittest collects these
                test_id = f"{type(test).__module__[14:]}.{test_id}"
            if prefix + test_id not in seen:
                seen.add(prefix + test_id)
                found.append((prefix + test_id, test, type(test)))
    return found


def outcome(unittest):
    """A class of results that keeps the first failure and the reason of a skip."""
    class Outcome(unittest.TestResult):
        problem = why_skipped = None

        def _keep(self, error):
            if self.problem is None:
                self.problem = error[1]

        def addError(self, test, error):
            self._keep(error)

        def addFailure(self, test, error):
            self._keep(error)

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self._keep(error)

        def addSkip(self, test, reason):
            self.why_skipped = reason

        def addExpectedFailure(self, test, error):
            pass

        def addUnexpectedSuccess(self, test):
            self.problem = self.problem or AssertionError("unexpected success")

    def run(test):
        result = Outcome()
        test.run(result)
        if result.problem is not None:
            raise result.problem
        if result.why_skipped is not None:
            raise unittest.SkipTest(result.why_skipped)
    return run


def tolerate_fresh_imports():
    """A module without its C part, which 3.12's may need, or with one that is not here: the test gets the module as it is."""
    from test.support import import_helper
    real = import_helper.import_fresh_module

    def import_fresh_module(name, fresh=(), blocked=(), **options):
        try:
            found = real(name, fresh, blocked, **options)
        except ImportError:
            return real(name, fresh, (), **options)
        if found is None:  # of `fresh`, a C part does not exist here
            found = real(name, [other for other in fresh if not other.startswith("_")], (), **options)
        return found
    import_helper.import_fresh_module = import_fresh_module


def pickle_in_python():
    """Where _pickle has no picklers, the tests of those in C get the ones that module pickle has."""
    import _pickle
    import pickle
    for name in "Pickler Unpickler dump dumps load loads PickleError PicklingError UnpicklingError".split():
        if not hasattr(_pickle, name):
            given = getattr(pickle, name)
            setattr(_pickle, name, given if isinstance(given, type) else staticmethod(given))


def load_module(name, real):
    """The module, or those of a package."""
    from test.support import script_helper
    script_helper.__dict__["__cached_interp_requires_environment"] = False  # else it starts a process to find out
    if real and name == "test_unittest":  # its tests are in a package inside of 3.11's unittest
        sys.modules["unittest"].__path__.append(__file__.rpartition("/")[0] + "/unittest_tests" if "__file__" in globals() else "/cpython/unittest_tests")
        __import__("test.support")
        sys.modules["test.support"].requires_working_socket = lambda *, module=False: None if module else lambda test: test
        import asyncio  # the tests must see our event loop, which needs no socket
    if real and name == "test_pickle":
        pickle_in_python()
    if real and name == "test_doctest":  # skips itself as a whole where there are no processes; one test needs them
        __import__("test.support")
        sys.modules["test.support"].has_subprocess_support = True
    __import__("test." + name)
    module = sys.modules["test." + name]
    if not real or not hasattr(module, "__path__"):
        return [module]
    import os
    modules = []
    for entry in sorted(os.listdir(list(module.__path__)[0])):
        if entry.startswith("test_") and entry.endswith(".py"):
            full = f"test.{name}.{entry[:-3]}"
            __import__(full)
            modules.append(sys.modules[full])
    return modules


def main():
    global loading
    name = sys.argv[1]
    first, last, verbose, real, words, dead = 0, sys.maxsize, False, False, [], set()
    for option in sys.argv[2:]:
        key, _, value = option.partition("=")
        if key == "from":
            first = int(value)
        elif key == "verbose":
            verbose = True
        elif key == "real":
            real = True
        elif key == "only":
            words.append(value)
        elif key == "upto":
            last = int(value)
        elif key == "dead":
            dead.add(int(value))
    out = sys.stdout

    def say(kind, *fields):
        out.write("\n" + MARK + "\t".join((kind,) + fields) + "\n")
        out.flush()

    undo = install_import()
    import unittest
    if not verbose:
        sys.stdout = Sink(out)
    if real:
        import platform
        platform.python_implementation = lambda: "CPython"  # tests of its details count too
        sys.implementation.name = "cpython"
        tolerate_fresh_imports()
    try:
        modules = load_module(name, real)
    except unittest.SkipTest as error:
        say("load", f"skipped: {error}")
        return
    except BaseException as error:
        say("load", describe(error, name))
        if verbose:
            sys.excepthook(type(error), error, error.__traceback__)
        return
    if "asyncio" in sys.modules:
        import loop
        loop.install()
    tests = real_cases(modules, unittest) if real else cases(modules[0], unittest)
    run = outcome(unittest) if real else None
    loading = False
    undo()
    failed_classes = {}
    open_class = None
    module_problem = None
    try:
        for module in modules:
            getattr(module, "setUpModule", lambda: None)()
    except BaseException as error:
        module_problem = error
    for number, (test_id, what, case) in enumerate(tests):
        if number > last:
            break
        if number in dead or number < first and case is not None or words and not any(w in test_id for w in words):
            continue
        if number >= first:
            say("start", test_id, str(number))
        if case is not open_class:
            if open_class is not None and open_class not in failed_classes:
                close_class(open_class)
            open_class = case
            if case is not None and not getattr(case, "__unittest_skip__", False):
                try:
                    case.setUpClass()
                except BaseException as error:
                    failed_classes[case] = error
        try:
            if case is None:
                test, example = what
                if "SKIP" in example.flags:
                    raise unittest.SkipTest("doctest: +SKIP")
                problem = test.run_example(example)
                if number < first:
                    continue
                if problem is not None:
                    say("fail", test_id, one_line(problem))
                else:
                    say("pass", test_id)
                continue
            if module_problem is not None:
                raise module_problem
            if case in failed_classes:
                raise failed_classes[case]
            if real:
                run(what)
            else:
                what[0](what[1]).vivarium_run()
        except unittest.SkipTest as error:
            say("skip", test_id, one_line(str(error)))
        except BaseException as error:
            say("fail", test_id, describe(error, name))
            if verbose:
                sys.excepthook(type(error), error, error.__traceback__)
            error = None
        else:
            say("pass", test_id)
    if real and open_class is not None and open_class not in failed_classes:
        close_class(open_class)
    try:
        for module in modules:
            getattr(module, "tearDownModule", lambda: None)()
            if real:
                module.unittest.doModuleCleanups() if hasattr(module, "unittest") else None
    except Exception:
        pass
    say("end")


if __name__ == "__main__":
    main()
