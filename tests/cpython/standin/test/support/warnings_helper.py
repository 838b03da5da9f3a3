"""Checks of warnings, over the real module warnings."""
import sys
import warnings


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    from test.support import check_syntax_error
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SyntaxWarning)
        compile(statement, "<testcase>", "exec")
    testcase.assertEqual(len(caught), 1)
    warning = caught[0]
    testcase.assertTrue(issubclass(warning.category, SyntaxWarning))
    if errtext:
        testcase.assertRegex(str(warning.message), errtext)
    testcase.assertEqual(warning.filename, "<testcase>")
    testcase.assertIsNotNone(warning.lineno)
    if lineno is not None:
        testcase.assertEqual(warning.lineno, lineno)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("error", SyntaxWarning)
        check_syntax_error(testcase, statement, errtext, lineno=lineno, offset=offset)
    testcase.assertEqual(caught, [])


class _Recorder:
    def __init__(self, caught):
        self._caught, self._from = caught, 0

    def __getattr__(self, name):
        if len(self._caught) > self._from:
            return getattr(self._caught[-1], name)
        if name in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(name)

    @property
    def warnings(self):
        return self._caught[self._from:]

    def reset(self):
        self._from = len(self._caught)


class check_warnings:
    """As a context: every filter (text, category) must match a warning, every warning a filter, unless quiet."""

    def __init__(self, *filters, quiet=None):
        self.quiet = not filters if quiet is None else quiet
        self.filters = filters or (("", Warning),)

    def __enter__(self):
        registry = sys._getframe(1).f_globals.get("__warningregistry__")
        if registry:
            registry.clear()
        self.manager = warnings.catch_warnings(record=True)
        self.caught = self.manager.__enter__()
        warnings.simplefilter("always")
        self.recorder = _Recorder(self.caught)
        return self.recorder

    def __exit__(self, exc_type, exc, tb):
        import re
        self.manager.__exit__(exc_type, exc, tb)
        if exc_type is not None:
            return
        left = [w.message for w in self.caught]
        missing = []
        for text, category in self.filters:
            seen = False
            for warning in left[:]:
                if re.match(text, str(warning), re.I) and issubclass(warning.__class__, category):
                    seen = True
                    left.remove(warning)
            if not seen and not self.quiet:
                missing.append((text, category.__name__))
        if left:
            raise AssertionError(f"unhandled warning {left[0]}")
        if missing:
            raise AssertionError("filter (%r, %s) did not catch any warning" % missing[0])


class check_no_warnings:
    def __init__(self, testcase, message="", category=Warning, force_gc=False):
        self.testcase, self.message, self.category, self.gc = testcase, message, category, force_gc

    def __enter__(self):
        self.manager = warnings.catch_warnings(record=True)
        self.caught = self.manager.__enter__()
        warnings.filterwarnings("always", message=self.message, category=self.category)

    def __exit__(self, exc_type, exc, tb):
        if self.gc:
            import gc
            gc.collect()
        self.manager.__exit__(exc_type, exc, tb)
        if exc_type is None:
            self.testcase.assertEqual(self.caught, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase, category=ResourceWarning, force_gc=True)


def ignore_warnings(*, category):
    def decorate(test):
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **kwargs)
        wrapper.__name__ = test.__name__
        return wrapper
    return decorate


class save_restore_warnings_filters:
    def __enter__(self):
        self.old = warnings.filters[:]

    def __exit__(self, *details):
        warnings.filters[:] = self.old
