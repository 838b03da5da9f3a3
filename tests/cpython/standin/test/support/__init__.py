"""What CPython's test modules take from test.support, in our own words and importing nothing that is not there.

CPython-only tests are not skipped here: which of them apply is written down method by method, in exclusions.py.
"""
import sys
import unittest

verbose = False
failfast = False
max_memuse = 0
real_max_memuse = 0
MAX_Py_ssize_t = sys.maxsize
_1M = 1 << 20
_1G = 1 << 30
_2G = 2 << 30
_4G = 4 << 30
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
NHASHBITS = sys.hash_info.width
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
is_emscripten = sys.platform == "emscripten"
is_wasi = sys.platform == "wasi"
is_jython = False
has_fork_support = False
has_subprocess_support = False
has_socket_support = False
Py_DEBUG = False


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


# ---- conditions ----

def cpython_only(test):
    return test


refcount_test = cpython_only


def check_impl_detail(**guards):
    wanted = not list(guards.values())[0] if guards else True
    return guards.get("cpython", wanted)


def impl_detail(msg=None, **guards):
    return lambda test: test if check_impl_detail(**guards) else unittest.skip(msg or "implementation detail")(test)


def requires_IEEE_754(test):
    return test


def requires_docstrings(test):
    return test


def skip_if_pgo_task(test):
    return test


def skip_if_sanitizer(*args, **kwargs):
    return lambda test: test


def requires_subprocess():
    return unittest.skip("needs a subprocess")


def requires_fork():
    return unittest.skip("needs fork")


def requires_working_socket(*, module=False):
    # Not for a whole module: those of its tests that need an event loop fail in the oracle and so do not count.
    return None if module else unittest.skip("needs sockets")


def requires_legacy_unicode_capi(test):
    return unittest.skip("needs the C API")(test)


def requires_resource(resource):
    return unittest.skip(f"resource {resource!r} is not enabled")


def is_resource_enabled(resource):
    return False


def requires(resource, msg=None):
    raise ResourceDenied(f"resource {resource!r} is not enabled")


def bigmemtest(size, memuse, dry_run=True):
    def decorate(function):
        def wrapper(self):
            # As without -M: a small size, so that the code runs at all.
            if not dry_run:
                raise unittest.SkipTest("not enough memory")
            return function(self, 5147)
        wrapper.size, wrapper.memuse = size, memuse
        wrapper.__name__ = function.__name__
        return wrapper
    return decorate


def bigaddrspacetest(function):
    return unittest.skip("needs a large address space")(function)


def run_with_locale(catstr, *locales):
    def decorate(function):
        def wrapper(*args, **kwargs):
            import locale
            category = getattr(locale, catstr)
            old = locale.setlocale(category)
            for name in locales:
                try:
                    locale.setlocale(category, name)
                    break
                except locale.Error:
                    pass
            try:
                return function(*args, **kwargs)
            finally:
                locale.setlocale(category, old)
        wrapper.__name__ = function.__name__
        return wrapper
    return decorate


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


# ---- context managers ----

class swap_attr:
    _missing = object()

    def __init__(self, obj, name, value):
        self.obj, self.name, self.value = obj, name, value

    def get(self):
        return getattr(self.obj, self.name, self._missing)

    def set(self, value):
        setattr(self.obj, self.name, value)

    def remove(self):
        if hasattr(self.obj, self.name):
            delattr(self.obj, self.name)

    def __enter__(self):
        self.old = self.get()
        self.set(self.value)
        return None if self.old is self._missing else self.old

    def __exit__(self, *details):
        if self.old is self._missing:
            self.remove()
        else:
            self.set(self.old)


class swap_item(swap_attr):
    def get(self):
        return self.obj[self.name] if self.name in self.obj else self._missing

    def set(self, value):
        self.obj[self.name] = value

    def remove(self):
        self.obj.pop(self.name, None)


class _Text:
    """A text stream that keeps what is written (io.StringIO may not be there)."""
    encoding = "utf-8"

    def __init__(self):
        self._parts = []

    def write(self, text):
        self._parts.append(text)
        return len(text)

    def flush(self):
        pass

    def getvalue(self):
        return "".join(self._parts)

    def truncate(self, size=None):
        self._parts = [self.getvalue()[:size]] if size else []

    def seek(self, *args):
        pass

    def isatty(self):
        return False

    def __getattr__(self, name):
        import io
        whole = io.StringIO(self.getvalue())
        return getattr(whole, name)


class captured_output(swap_attr):
    def __init__(self, stream_name):
        super().__init__(sys, stream_name, _Text())

    def __enter__(self):
        super().__enter__()
        return self.value


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


class catch_unraisable_exception:
    def __enter__(self):
        self.unraisable = None
        self._old = sys.unraisablehook
        sys.unraisablehook = self._keep
        return self

    def _keep(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *details):
        sys.unraisablehook = self._old
        del self.unraisable


class infinite_recursion:
    def __init__(self, max_depth=75):
        self.depth = max_depth

    def __enter__(self):
        self.old = sys.getrecursionlimit()
        sys.setrecursionlimit(self.depth)

    def __exit__(self, *details):
        sys.setrecursionlimit(self.old)


class adjust_int_max_str_digits:
    def __init__(self, max_digits):
        self.digits = max_digits

    def __enter__(self):
        self.old = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(self.digits)

    def __exit__(self, *details):
        sys.set_int_max_str_digits(self.old)


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


class disable_gc:
    def __enter__(self):
        import gc
        self.old = gc.isenabled()
        gc.disable()

    def __exit__(self, *details):
        import gc
        if self.old:
            gc.enable()


# ---- helpers ----

def no_tracing(function):
    """Runs it without a trace function."""
    def wrapper(*args, **kwargs):
        old = sys.gettrace()
        sys.settrace(None)
        try:
            return function(*args, **kwargs)
        finally:
            sys.settrace(old)
    wrapper.__name__ = function.__name__
    return wrapper if sys.gettrace() else function


def gc_collect():
    import gc
    gc.collect()
    gc.collect()


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
    with testcase.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    error = caught.exception
    testcase.assertIsNotNone(error.lineno)
    testcase.assertIsNotNone(error.offset)
    if lineno is not None:
        testcase.assertEqual(error.lineno, lineno)
    if offset is not None:
        testcase.assertEqual(error.offset, offset)


def check_free_after_iterating(test, iter, cls, args=()):
    freed = []

    class Watched(cls):
        def __del__(self):
            freed.append(True)
            try:
                next(iterator)
            except StopIteration:
                pass

    iterator = iter(Watched(*args))
    test.assertRaises(StopIteration, next, iterator)
    gc_collect()
    test.assertTrue(freed)


def check_disallow_instantiation(testcase, kind, *args, **kwargs):
    import re
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    with testcase.assertRaisesRegex(TypeError, f"cannot create '{re.escape(name)}' instances"):
        kind(*args, **kwargs)


def calcobjsize(fmt):
    import struct
    return struct.calcsize("nP" + fmt + "0n")


def calcvobjsize(fmt):
    import struct
    return struct.calcsize("nPn" + fmt + "0n")


def check_sizeof(test, obj, size):
    import _testinternalcapi
    result = sys.getsizeof(obj)
    if type(obj) is type and obj.__flags__ & (1 << 9) or type(obj) is not type and type(obj).__flags__ & (1 << 14):
        size += _testinternalcapi.SIZEOF_PYGC_HEAD
    test.assertEqual(result, size)


def collision_stats(bins, balls):
    """Mean and standard deviation of the number of collisions when `balls` fall into `bins`."""
    import decimal
    with decimal.localcontext() as context:
        context.prec = max(30, 2 * bins.bit_length() * 2)
        n = decimal.Decimal(bins)
        empty = (1 - 1 / n) ** balls
        mean_empty = n * empty
        variance = mean_empty + n * (n - 1) * (1 - 2 / n) ** balls - mean_empty ** 2
        return float(balls - (n - mean_empty)), float(variance.sqrt())


def maybe_get_event_loop_policy():
    import asyncio
    return asyncio.events._event_loop_policy


def wait_process(pid, *, exitcode, timeout=None):
    raise unittest.SkipTest("needs a subprocess")


def run_in_subinterp(code):
    raise unittest.SkipTest("needs subinterpreters")


def sortdict(d):
    return "{" + ", ".join("%r: %r" % item for item in sorted(d.items())) + "}"


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return self == other

    def __gt__(self, other):
        return not self == other

    def __ge__(self, other):
        return True


class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __lt__(self, other):
        return not self == other

    def __le__(self, other):
        return True

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return self == other


ALWAYS_EQ, NEVER_EQ, LARGEST, SMALLEST = _AlwaysEqual(), _NeverEqual(), _Largest(), _Smallest()
