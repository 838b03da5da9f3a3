"""Tests that start another interpreter: neither a browser nor the oracle has processes."""
import unittest


def assert_python_ok(*args, **env):
    raise unittest.SkipTest("needs a subprocess")


assert_python_failure = run_python_until_end = spawn_python = kill_python = make_script = assert_python_ok


def interpreter_requires_environment():
    return False
