# reference: 3.3.3.4
# The body runs in what __prepare__ returned; the __class__ cell is checked.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class LD(dict):
    def __setitem__(self, k, v): print('set', k, v if not callable(v) else '-'); super().__setitem__(k, v)
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
    def __delitem__(self, k): print('del', k); super().__delitem__(k)

class PM(type):
    @classmethod
    def __prepare__(*a, **k): return LD()

class F(metaclass=PM):
    x = 1
    y = x
    del x
    def f(self): pass
    print(len)
    z: int = 3

type(F.__dict__)

F.y

class PM(type):
    def __new__(m, n, b, ns): return type.__new__(m, n, b, dict(ns.d))
    @classmethod
    def __prepare__(*a, **k):
        class Ns:
            def __init__(self): self.d = {}
            def __getitem__(self, k): return self.d[k]
            def __setitem__(self, k, v): self.d[k] = v
        return Ns()

class F(metaclass=PM):
    x = 1
    y = x

F.y, F.x

class PM(type):
    def __new__(m, n, b, ns): return type.__new__(m, n, b, {k: v for k, v in ns.items() if k != '__classcell__'})

class F(metaclass=PM):
    def f(self): return super()

class F(metaclass=PM):
    def f(self): return 1

class PM(type):
    def __new__(m, n, b, ns):
        ns['__classcell__'] = 3
        return type.__new__(m, n, b, ns)

class F(metaclass=PM): pass

class PM(type):
    def __new__(m, n, b, ns):
        type.__new__(m, n, b, dict(ns))
        return type.__new__(m, 'X2', b, {})

class F(metaclass=PM):
    def f(self): return __class__

class PM(type):
    def __new__(m, n, b, ns): return 5

class F(metaclass=PM):
    def f(self): return __class__

F
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
