"""A thin unittest of our own: what CPython's test modules need of it, importing nothing that is not there.

driver.py runs the tests; main() does nothing. What re and warnings are needed for is imported when it is used.
"""
import sys


class SkipTest(Exception):
    pass


class _Expected(Exception):
    """An expected failure did not fail."""


def _skipped(reason):
    def decorate(item):
        if isinstance(item, type):
            item.__unittest_skip__ = True
            item.__unittest_skip_why__ = reason
            return item

        def skipper(*args, **kwargs):
            raise SkipTest(reason)
        skipper.__name__ = item.__name__
        skipper.__qualname__ = item.__qualname__
        skipper.__doc__ = item.__doc__
        return skipper
    return decorate


def skip(reason):
    if callable(reason):
        return _skipped("")(reason)
    return _skipped(reason)


def skipIf(condition, reason):
    return _skipped(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else _skipped(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def _regex(pattern):
    if isinstance(pattern, (str, bytes)):
        import re
        return re.compile(pattern)
    return pattern


def _short(value):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if len(text) <= 200 else text[:120] + "[...]" + text[-60:]


class _AssertRaises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg

    def name(self):
        if isinstance(self.expected, tuple):
            return " or ".join(e.__name__ for e in self.expected)
        return self.expected.__name__

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            raise self.case.failureException(self.case._text(self.msg, f"{self.name()} not raised"))
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc.with_traceback(None)
        if self.pattern is not None and not _regex(self.pattern).search(str(exc)):
            pattern = getattr(self.pattern, "pattern", self.pattern)
            raise self.case.failureException(
                self.case._text(self.msg, f"{pattern!r} does not match {str(exc)!r}"))
        return True


class _AssertWarns:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg

    def __enter__(self):
        import warnings
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc, tb):
        self.manager.__exit__(exc_type, exc, tb)
        if exc_type is not None:
            return
        names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        first = None
        for entry in self.warnings:
            if not isinstance(entry.message, self.expected):
                continue
            first = first or entry.message
            if self.pattern is not None and not _regex(self.pattern).search(str(entry.message)):
                continue
            self.warning, self.filename, self.lineno = entry.message, entry.filename, entry.lineno
            return
        if first is not None:
            raise self.case.failureException(self.case._text(self.msg, f"{self.pattern!r} does not match {str(first)!r}"))
        raise self.case.failureException(
            self.case._text(self.msg, " or ".join(n.__name__ for n in names) + " not triggered"))


class _SubTest:
    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        self.old = self.case._subtest
        self.case._subtest = self
        return self

    def __exit__(self, exc_type, exc, tb):
        self.case._subtest = self.old
        if exc_type is None or not issubclass(exc_type, Exception):
            return False
        if issubclass(exc_type, SkipTest):
            return True
        where = ", ".join([repr(self.message)] * (self.message is not None)
                          + [f"{k}={_short(v)}" for k, v in self.params.items()])
        self.case._failures.append((exc, where))
        return True


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._failures = []
        self._subtest = None
        self._equal_by_type = {}

    def setUp(self): pass
    def tearDown(self): pass

    @classmethod
    def setUpClass(cls): pass

    @classmethod
    def tearDownClass(cls): pass

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def __repr__(self):
        return f"<{type(self).__qualname__} testMethod={self._testMethodName}>"

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    # ---- running ----

    def vivarium_run(self):
        """Raises what went wrong first; SkipTest if it was skipped."""
        for owner in (type(self), getattr(self, self._testMethodName)):
            if getattr(owner, "__unittest_skip__", False):
                raise SkipTest(owner.__unittest_skip_why__)
        method = getattr(self, self._testMethodName)
        expecting = getattr(method, "__unittest_expecting_failure__", False) or getattr(
            type(self), "__unittest_expecting_failure__", False)
        problem = None
        try:
            self.setUp()
            try:
                method()
            finally:
                self.tearDown()
        except Exception as e:
            problem = e
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as e:
                problem = problem or e
        where = None
        if self._failures and (problem is None or isinstance(problem, SkipTest)):
            problem, where = self._failures[0]
        if expecting and not isinstance(problem, SkipTest):
            if problem is None:
                raise _Expected("unexpected success")
            return
        if problem is not None:
            problem._subtest_params = where
            raise problem

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, manager):
        result = type(manager).__enter__(manager)
        self.addCleanup(type(manager).__exit__, manager, None, None, None)
        return result

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls.__dict__.get("_class_cleanups") or setattr(cls, "_class_cleanups", [])
        cls._class_cleanups.append((function, args, kwargs))

    def addTypeEqualityFunc(self, kind, function):
        self._equal_by_type[kind] = function

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # ---- assertions ----

    def _text(self, msg, standard):
        return standard if msg is None else f"{standard} : {msg}"

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, good, msg, standard):
        if not good:
            raise self.failureException(self._text(msg, standard()))

    def assertTrue(self, value, msg=None):
        self._check(value, msg, lambda: f"{_short(value)} is not true")

    def assertFalse(self, value, msg=None):
        self._check(not value, msg, lambda: f"{_short(value)} is not false")

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second) and type(first) in self._equal_by_type:
            function = self._equal_by_type[type(first)]
            if isinstance(function, str):
                function = getattr(self, function)
            return function(first, second, msg=msg)
        self._check(first == second, msg, lambda: f"{_short(first)} != {_short(second)}")

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, lambda: f"{_short(first)} == {_short(second)}")

    def _same_items(self, first, second, kind, msg):
        if kind is not None:
            self.assertIsInstance(first, kind, msg)
            self.assertIsInstance(second, kind, msg)
        self._check(first == second, msg, lambda: f"{_short(first)} != {_short(second)}")

    def assertListEqual(self, first, second, msg=None):
        self._same_items(first, second, list, msg)

    def assertTupleEqual(self, first, second, msg=None):
        self._same_items(first, second, tuple, msg)

    def assertDictEqual(self, first, second, msg=None):
        self._same_items(first, second, dict, msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self._same_items(first, second, str, msg)

    def assertSetEqual(self, first, second, msg=None):
        self._check(not first.difference(second) and not second.difference(first), msg,
                    lambda: f"{_short(first)} != {_short(second)}")

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if seq_type is not None:
            self.assertIsInstance(first, seq_type, msg)
            self.assertIsInstance(second, seq_type, msg)
        same = first == second or (len(first) == len(second)
                                   and all(first[k] == second[k] for k in range(len(first))))
        self._check(same, msg, lambda: f"{_short(first)} != {_short(second)}")

    def assertCountEqual(self, first, second, msg=None):
        left = list(second)
        extra = []
        for item in first:
            if item in left:
                left.remove(item)
            else:
                extra.append(item)
        self._check(not left and not extra, msg, lambda: f"counts differ: {_short(extra)} and {_short(left)}")

    def assertIs(self, first, second, msg=None):
        self._check(first is second, msg, lambda: f"{_short(first)} is not {_short(second)}")

    def assertIsNot(self, first, second, msg=None):
        self._check(first is not second, msg, lambda: f"unexpectedly identical: {_short(first)}")

    def assertIsNone(self, value, msg=None):
        self._check(value is None, msg, lambda: f"{_short(value)} is not None")

    def assertIsNotNone(self, value, msg=None):
        self._check(value is not None, msg, lambda: "unexpectedly None")

    def assertIn(self, item, container, msg=None):
        self._check(item in container, msg, lambda: f"{_short(item)} not found in {_short(container)}")

    def assertNotIn(self, item, container, msg=None):
        self._check(item not in container, msg, lambda: f"{_short(item)} unexpectedly found in {_short(container)}")

    def assertIsInstance(self, value, kind, msg=None):
        self._check(isinstance(value, kind), msg, lambda: f"{_short(value)} is not an instance of {kind!r}")

    def assertNotIsInstance(self, value, kind, msg=None):
        self._check(not isinstance(value, kind), msg, lambda: f"{_short(value)} is an instance of {kind!r}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, lambda: f"{_short(a)} not greater than {_short(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, lambda: f"{_short(a)} not greater than or equal to {_short(b)}")

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, lambda: f"{_short(a)} not less than {_short(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, lambda: f"{_short(a)} not less than or equal to {_short(b)}")

    def _close(self, first, second, places, delta):
        if first == second:
            return True
        if places is not None and delta is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta
        return round(difference, 7 if places is None else places) == 0

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._check(self._close(first, second, places, delta), msg, lambda: f"{_short(first)} != {_short(second)}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._check(not self._close(first, second, places, delta), msg, lambda: f"{_short(first)} == {_short(second)}")

    def assertRegex(self, text, pattern, msg=None):
        self._check(_regex(pattern).search(text), msg,
                    lambda: f"Regex didn't match: {getattr(pattern, 'pattern', pattern)!r} not found in {_short(text)}")

    def assertNotRegex(self, text, pattern, msg=None):
        self._check(not _regex(pattern).search(text), msg,
                    lambda: f"Regex matched: {getattr(pattern, 'pattern', pattern)!r} in {_short(text)}")

    def assertRaises(self, expected, *args, **kwargs):
        return self._context(_AssertRaises(self, expected, None, None), args, kwargs)

    def assertRaisesRegex(self, expected, pattern, *args, **kwargs):
        return self._context(_AssertRaises(self, expected, pattern, None), args, kwargs)

    def assertWarns(self, expected, *args, **kwargs):
        return self._context(_AssertWarns(self, expected, None, None), args, kwargs)

    def assertWarnsRegex(self, expected, pattern, *args, **kwargs):
        return self._context(_AssertWarns(self, expected, pattern, None), args, kwargs)

    def _context(self, context, args, kwargs):
        if not args:
            context.msg = kwargs.pop("msg", None)
            return context
        function, *args = args
        with context:
            function(*args, **kwargs)


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def __iter__(self):
        return iter(self._tests)


class TestLoader:
    def getTestCaseNames(self, case):
        return sorted(n for n in dir(case) if n.startswith("test") and callable(getattr(case, n)))

    def loadTestsFromTestCase(self, case):
        return TestSuite([case(name) for name in self.getTestCaseNames(case)])

    def loadTestsFromModule(self, module):
        suite = TestSuite()
        for name in dir(module):
            value = getattr(module, name)
            if isinstance(value, type) and issubclass(value, TestCase) and value is not TestCase:
                suite.addTest(self.loadTestsFromTestCase(value))
        return suite


defaultTestLoader = TestLoader()


def main(*args, **kwargs):
    pass
