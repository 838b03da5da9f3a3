"""Tests with threads."""
import unittest


def requires_working_threading(*, module=False):
    if module:
        raise unittest.SkipTest("needs threads")
    return unittest.skip("needs threads")


def reap_threads(function):
    return function


class _Skips:
    def __init__(self, *args, **kwargs):
        raise unittest.SkipTest("needs threads")


wait_threads_exit = start_threads = catch_threading_exception = _Skips
