"""Importing in tests: a module that is missing is a failure of the test, so nothing is skipped here."""
import sys


def import_module(name, deprecated=False, *, required_on=()):
    __import__(name)
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    names = (name, *fresh, *blocked)
    saved = {n: m for n, m in sys.modules.items() if any(n == k or n.startswith(k + ".") for k in names)}
    for n in saved:
        del sys.modules[n]
    for n in blocked:
        sys.modules[n] = None
    try:
        for n in fresh:
            __import__(n)
        __import__(name)
        return sys.modules[name]
    except ImportError:
        return None
    finally:
        for n in list(sys.modules):
            if any(n == k or n.startswith(k + ".") for k in names):
                del sys.modules[n]
        sys.modules.update(saved)


class CleanImport:
    def __init__(self, *names):
        self.names = names

    def __enter__(self):
        self.saved = dict(sys.modules)
        for name in self.names:
            sys.modules.pop(name, None)
        return self

    def __exit__(self, *details):
        sys.modules.update(self.saved)
