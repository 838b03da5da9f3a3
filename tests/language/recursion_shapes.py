# reference: 4.3
import sys
sys.setrecursionlimit(120) # with which CPython in WebAssembly gets by
def show(n, f):
    try: r = f(); print(n, 'ok', type(r).__name__)
    except RecursionError as e: print(n, 'RecursionError', e)
    except BaseException as e: print(n, type(e).__name__, str(e)[:80])
def f(): return f()
show('fn', f)
class G:
    def __getattr__(self, n): return getattr(self, n + 'x')
show('getattr', lambda: G().a)
class G2:
    def __getattribute__(self, n): return self.foo
show('getattribute', lambda: G2().a)
class R:
    def __repr__(self): return repr(self)
show('repr', lambda: repr(R()))
class S:
    def __str__(self): return str(self)
show('str', lambda: str(S()))
class E:
    def __eq__(self, o): return self == o
show('eq', lambda: E() == 1)
class L:
    def __lt__(self, o): return self < o
show('lt', lambda: L() < 1)
class P:
    @property
    def x(self): return self.x
show('prop', lambda: P().x)
class C:
    def __call__(self): return self()
show('call', lambda: C()())
class CC:
    def __init__(self): CC()
show('init', CC)
class N:
    def __new__(cls): return N()
show('new', N)
class H:
    def __hash__(self): return hash(self)
show('hash', lambda: hash(H()))
class Le:
    def __len__(self): return len(self)
show('len', lambda: len(Le()))
class B:
    def __bool__(self): return bool(self)
show('bool', lambda: bool(B()))
class A:
    def __add__(self, o): return self + o
show('add', lambda: A() + 1)
class I:
    def __iter__(self): return iter(self)
show('iter', lambda: iter(I()))
class I2:
    def __index__(self): return [0][self]
show('index', lambda: [0][I2()])
class GI:
    def __getitem__(self, i): return self[i]
show('getitem', lambda: GI()[1])
class Co:
    def __contains__(self, i): return i in self
show('contains', lambda: 1 in Co())
class SA:
    def __setattr__(self, n, v): self.q = v
show('setattr', lambda: setattr(SA(), 'a', 1))
class De:
    def __get__(self, o, t): return o.d
class HD: d = De()
show('descr', lambda: HD().d)
def gen(): yield from gen()
show('gen', lambda: next(gen()))
def gg():
    for x in gg(): yield x
show('gen2', lambda: next(gg()))
def gl(): return list(gl())
show('listgl', gl)
async def co(): await co()
def drive():
    c = co()
    c.send(None)
show('coro', drive)
show('lambda', lambda: (lambda f: f(f))(lambda f: f(f)))
def key(x): return sorted([x], key=key)
show('key', lambda: key(1))
def mp(x): return list(map(mp, [x]))
show('map', lambda: mp(1))
def ex():
    try: raise ValueError
    except ValueError: ex()
show('except', ex)
def fin():
    try: fin()
    finally: pass
show('finally', fin)
def wi():
    with CM(): wi()
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): pass
show('with', wi)
def exe(): exec('exe()')
show('exec', exe)
def ev(): return eval('ev()')
show('eval', ev)
def comp(): return [comp() for _ in (1,)]
show('comp', comp)
def st(): return f'{st()}'
show('fstr', st)
class F:
    def __format__(self, s): return format(self, s)
show('format', lambda: format(F()))
def kw(**k): return kw(**k)
show('kw', lambda: kw(a=1))
def star(*a): return star(*a)
show('star', lambda: star(1))
class M(type):
    def __call__(cls): return cls()
class MC(metaclass=M): pass
show('metacall', lambda: MC())
class IC(type):
    def __instancecheck__(c, o): return isinstance(o, c)
class ICC(metaclass=IC): pass
show('isinstance', lambda: isinstance(1, ICC))
class SU:
    def m(self): return super().m() if False else self.m()
show('method', lambda: SU().m())
