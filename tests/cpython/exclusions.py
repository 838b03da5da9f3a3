"""Tests that CPython 3.12 passes and that say nothing about Vivarium, one by one and with the reason.

"Class.*" stands for every method of a class. What merely is not done yet does not belong here.
"""
EXCLUDED = {
    "test_builtin": {},
}
