# reference: 3.3.2.1
# classmethod and staticmethod objects themselves.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
classmethod()

classmethod(1,2)

classmethod(f=1)

c = classmethod(3)

c

c.__func__, c.__wrapped__

c.__get__(1)

c.__get__(1)()

c.__get__(None, int)

c.__get__(None)

c.__get__(None, None)

s = staticmethod(3)

s

s()

s.__get__(1)

s.__get__(None)

s.__get__(None, None)

staticmethod(len)([1])

def fn(a, b=1) -> int: "fdoc"; return (a, b)

fn.attr = 5

s = staticmethod(fn)

s(1)

s.__name__, s.__qualname__, s.__module__, s.__doc__, s.__wrapped__ is fn, s.__annotations__, s.__dict__

c = classmethod(fn)

c.__name__, c.__qualname__, c.__module__, c.__doc__, c.__wrapped__ is fn, c.__annotations__, sorted(c.__dict__)

c.__get__(3)

c.__get__(3)()

c()

c.attr

c.foo = 1

c.foo

c.__func__ = 3

class Z:
    @classmethod
    def m(cls): return cls
    @staticmethod
    def t(*a): return a
    @classmethod
    @property
    def cp(cls): return ('cp', cls)
    cl = classmethod(lambda cls: cls)
    cb = classmethod(len)
    cc = classmethod(classmethod(lambda *a: a))
    cs = classmethod(staticmethod(lambda *a: a))
    sc = staticmethod(classmethod(lambda *a: a))
    ci = classmethod(int)

Z.m(), Z().m(), Z.t(1), Z().t(1), Z.cp, Z().cp

Z.m

Z.cb

Z.cb()

Z.cc()

Z.ci

Z.ci()

Z.m.__self__

class SM(staticmethod): pass

SM(fn).__dict__

class CM(classmethod): 
    def __init__(self, f, extra): super().__init__(f); self.extra = extra

CM(fn, 3).extra

CM(fn)

classmethod.__new__(classmethod)

classmethod.__new__(classmethod).__get__(1)

staticmethod.__new__(staticmethod).__get__(1)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
