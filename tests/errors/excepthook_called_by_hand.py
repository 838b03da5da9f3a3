import sys
def inner(): raise ValueError('x')
def outer(): inner()
try: outer()
except ValueError as e:
    err = e
class Out:
    def write(self, s): print(s, end='')
    def flush(self): pass
old, sys.stderr = sys.stderr, Out()
tb = err.__traceback__
for given in (tb, tb.tb_next, tb.tb_next.tb_next, None):
    sys.excepthook(ValueError, err, given)
    print(err.__traceback__ is tb)
try: sys.excepthook(ValueError, 5, None)
except TypeError as e: print(e)
try: sys.excepthook(1, 2)
except TypeError as e: print(e)
sys.tracebacklimit = 1
sys.excepthook(ValueError, err, tb)
sys.tracebacklimit = 0
sys.excepthook(ValueError, err, tb)
sys.tracebacklimit = -5
sys.excepthook(ValueError, err, tb)
del sys.tracebacklimit
a = ValueError('a'); a.__cause__ = KeyError('cause'); a.__cause__.__context__ = TypeError('ctx')
sys.excepthook(ValueError, a, None)
b = ValueError('b'); b.__context__ = b
sys.excepthook(ValueError, b, None)
c = ValueError('multi\nline'); c.add_note('note\nof two'); c.__notes__.append(5)
sys.excepthook(ValueError, c, None)
d = ValueError('x'); d.__notes__ = 'not a list'
sys.excepthook(ValueError, d, None)
class BadStr(Exception):
    def __str__(self): raise KeyError
sys.excepthook(BadStr, BadStr(), None)
class BadNote(Exception):
    @property
    def __notes__(self): raise KeyError('n')
sys.excepthook(BadNote, BadNote('bn'), None)
BadNote.__module__ = 'some.module'; BadNote.__qualname__ = 'Q.N'
sys.excepthook(BadNote, ValueError, None) if 0 else None
class Mod(Exception): pass
Mod.__module__ = 'some.module'; Mod.__qualname__ = 'Q.N'
sys.excepthook(Mod, Mod('m'), None)
sys.excepthook(KeyError, KeyError(), None)
sys.excepthook(SystemExit, SystemExit(3), None)
g = ExceptionGroup('g', [ValueError(i) for i in range(18)])
sys.excepthook(type(g), g, None)
deep = ValueError('deep')
for i in range(12): deep = ExceptionGroup('level %d' % i, [deep])
sys.excepthook(type(deep), deep, None)
h = ExceptionGroup('h', [ValueError(1), ExceptionGroup('i', [KeyError(2)])]); h.__cause__ = ExceptionGroup('c', [OSError('z')]); h.add_note('hn'); h.exceptions[0].add_note('vn')
sys.excepthook(type(h), h, None)
for args in (('msg', ('f.py', 1, 3, 'abc def\n', 1, 6)), ('msg', ('f.py', 2, 0, 'abc\n')), ('msg', ('f.py', 2, None, 'abc\n')), ('msg', ('f.py', None, 1, 'abc\n')), ('msg', (None, 1, 1, 'abc')), ('msg', ('f.py', 1, 1, None)), ('msg', ('f.py', 1, 5, '    indented x\n', 1, 13)), ('msg', ('f.py', 1, 3, 'abc def\n', 2, 6)), ('msg', ('f.py', 1, 3, 'abc def\n', 1, 0)), ('msg', ('f.py', 1, 3, 'ab日本 def\n', 1, 5)), ('msg', ('f.py', 1, 100, 'abc\n')), ('msg',), ()):
    e = SyntaxError(*args); sys.excepthook(SyntaxError, e, None)
sys.stderr = old
