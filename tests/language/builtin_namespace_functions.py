# reference: 4.2.2
# dir, vars, locals, globals, eval, exec, compile, getattr and relatives.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
dir(3, 4)

vars(3)

vars(3, 4)

class A:
    x = 1
    def __init__(self): self.y = 2

sorted(k for k in dir(A()) if k[0] != '_'), vars(A()), vars(A)['x']

class D:
    def __dir__(self): return ['b', 'a', 3]

dir(D())

class D:
    def __dir__(self): return ('b', 'a')

dir(D())

class D:
    def __dir__(self): return 3

dir(D())

class D:
    def __dir__(self): return [1, 'x', 'b']

dir(D())

class D: __dir__ = None

dir(D())

class S: __slots__ = ('p', 'q')

[k for k in dir(S()) if k[0] != '_']

vars(S())

class V:
    __dict__ = {'lie': 1}

vars(V()), [k for k in dir(V()) if k[0] != '_']

class V:
    @property
    def __dict__(self): raise ValueError('vd')

vars(V())

dir(V())

def f(a, b=2):
    c = 3
    d = [locals() for _ in range(1)]
    return sorted(locals()), dir(), sorted(d[0])

f(1)

class L:
    x = 1
    print(sorted(k for k in locals() if k[0] != '_'), dir()[-1], vars() is locals())

eval('1+')

eval(3)

eval('x', {'x': 5}), eval('x', {}, {'x': 6}), eval('x + y', {'x': 1, 'y': 1}, {'y': 10}), eval(' 1 '), eval(b'2+2'), eval(bytearray(b'3'))

eval('x', 3)

eval('x', {}, 3)

eval('x', None, {'x': 9})

eval('nope', {})

eval('1', {'__builtins__': {}})

eval('len', {'__builtins__': {}})

eval('len', {'__builtins__': {'len': 'mine'}})

eval('a\0b')

eval('')

eval('x = 1')

eval('x', globals={'x': 1})

g = {}; exec('a = 1\nb = a + 1', g); g['b'], '__builtins__' in g

l = {}; exec('a = 1', {}, l); l

exec('a = 1', {}, 3)

exec('a = 1', 3)

exec(3)

exec('def f(: pass')

exec('x = y', {'y': 1})

class M:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print('get', k); return self.d[k]
    def __setitem__(self, k, v): print('set', k); self.d[k] = v
    def __delitem__(self, k): print('del', k); del self.d[k]

exec('a = 1\nb = a\ndel a\nlen', {}, M())

eval('zz', {'zz': 4}, M())

eval('[q for q in (1, 2)]', {}, M())

exec('print(q)', {}, M())

class Gd(dict):
    def __missing__(self, k): return ('missing', k)

eval('foo', {}, Gd())

eval('foo', Gd())

exec('', {}, closure=())

def outer():
    v = 1
    def inner(): return v
    return inner

exec(outer().__code__, {})

exec(outer().__code__, {}, closure=outer().__closure__)

exec(outer().__code__, {}, closure=(1,))

exec(outer().__code__, {}, closure=())

exec('1', {}, closure=outer().__closure__)

eval(outer().__code__)

eval((lambda: 5).__code__), eval(compile('1+1', 'f', 'eval')), exec(compile('z9 = 1', 'f', 'exec'))

eval(compile('q = 1', 'f', 'exec'))

compile('1', 'f', 'nope')

compile('1', 3, 'exec')

compile('1', 'f')

compile(3, 'f', 'exec')

compile('1', 'f', 'eval', 0, False, 0).co_filename, compile('a', b'g', 'eval').co_filename

compile('x = 1\n', 'f', 'single').co_names

compile('1\n2', 'f', 'single')

compile('await x', 'f', 'eval')

compile('a: int', 'f', 'exec', 0x1000000).co_names

globals() is globals(), '__name__' in globals()

globals(1)

locals(1)

getattr(3, 'x', *[])

delattr(3, 'real')

setattr(3, 'x')

hasattr(3)

__import__('nope_module')

__import__(3)

__import__('sys').__name__, __import__('sys', level=0).__name__

__import__('sys', level=-1)

__import__('')
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
