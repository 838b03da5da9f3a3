# reference: 3.3.3.6
# The __class__ cell behind super().
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class E:
    def f(self):
        __class__ = 3
        return super()

E().f()

class E:
    def f(self):
        nonlocal __class__
        __class__ = 3
        return super()

E().f()

class E:
    def f(self):
        nonlocal __class__
        del __class__
        return super()

E().f()

class E:
    x = super()

class E:
    try: __class__
    except NameError as e: print(e)

class E:
    def f(self): return super().__init__
    y = f(3)

class E:
    def f(*args): return super().__repr__

E().f()

E.f()

class E:
    def f(self, *a, **k): 
        x = lambda: self
        return super().__hash__() == hash(self)

E().f()

super.__init__(super(B,b))

x = super.__new__(super)

x

x.foo

x.__self__, x.__thisclass__, x.__self_class__

x.__init__(B, b)

x
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
