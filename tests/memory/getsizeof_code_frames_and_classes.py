# oracle: 64-bit
# Functions, generators, frames, code, classes, instances and exceptions.
import abc, collections, dataclasses, enum, sys, types, typing
g = sys.getsizeof
def nothing(): pass
def simple(a, b=1, *c, d=2, **e): return a
def outer(x, y):
    def inner(z): return x + y + z
    return inner
def gen(a, b):
    c = 1
    yield a, b, c
    while True:
        try: yield [a, *range(b)]
        finally: c += 1
def empty(): yield
async def coro(a): pass
async def agen(): yield
class Plain:
    def show(self): return f"{self!r:>10}"
print("functions", *[g(f) for f in (nothing, simple, outer, outer(1, 2), gen, coro, agen, lambda: 0, Plain.show, Plain().show)])
print("code", *[g(f.__code__) for f in (nothing, simple, outer, outer(1, 2), gen, empty, coro, agen, lambda: 0, Plain.show)])
for source in ("1", "a = 1", "a.b.c(d, e=1)[2]", "for i in range(10): print(i)", "import os; os.x", "def f(a, b): return a < b", "class A(B):\n x = 1\n def f(self): super().g()", "with a as b, c: pass",
               "try: a()\nexcept E as e: b()\nfinally: c()", "[x for x in y if z]", "{k: v for k, v in y}", "f'{a}{b!r:>9}'", "lambda *a, **k: (yield)", "match a:\n case {'x': [1, *r]}: b\n case P(x=1) | [_]: c",
               "a, *b = c; a += 1; del b", "global x; x = 1", "assert a, b", "x: int = 1", "a if b else c and d or e", "not a is b in c", "while 1:\n if a: break\n else: continue"):
    c = compile(source, "f", "exec")
    print(g(c), *[g(k) for k in c.co_consts if isinstance(k, types.CodeType)], end=" | ")
print()
it = gen(1, 2)
print("generators", g(it), next(it) and g(it), g(empty()), g(agen()), g((x for x in ())), g((x + y for x in () for y in x)), end=" ")
w = coro(1)
print(g(w), g(w.__await__()))
w.close()
a = agen()
print(g(a.asend(None)), g(a.athrow(ValueError)), g(a.aclose()), g(a.__anext__()))
def frame():
    x = y = 1
    return sys._getframe()
def deeper(a, b, c):
    return [a, (b, [c, sys._getframe()])][1][1][1]
print("frames", g(frame()), g(deeper(1, 2, 3)), g(empty().gi_frame), g(it.gi_frame))
code = simple.__code__
print("code parts", g(code.co_code), g(code.co_linetable), g(code.co_exceptiontable), g(code.co_consts), g(code.co_varnames), g(gen.__code__.co_exceptiontable))
try: 1 / 0
except ZeroDivisionError as e: tb = e.__traceback__
print("traceback", g(tb), g(outer(1, 2).__closure__[0]), g(outer(1, 2).__closure__))

class Slots: __slots__ = ("a", "b")
class SlotsAndDict: __slots__ = ("a", "__dict__")
class SlotsAndWeak: __slots__ = ("a", "__weakref__")
class Both: __slots__ = ("__dict__", "__weakref__")
class Empty: __slots__ = ()
class Derived(Slots): pass
class More(Plain): __slots__ = ("x", "y")
class Many(Slots): __slots__ = ("c",)
class Meta(type): pass
class WithMeta(metaclass=Meta): pass
class L(list): pass
class LS(list): __slots__ = ()
class T(tuple): pass
class TS(tuple): __slots__ = ()
class I(int): pass
class IS(int): __slots__ = ()
class F(float): pass
class S(str): pass
class B(bytes): pass
class BA(bytearray): pass
class D(dict): pass
class DS(dict): __slots__ = ("q",)
class St(set): pass
class Fr(frozenset): pass
class E(Exception): pass
class ES(Exception): __slots__ = ("q",)
class Dq(collections.deque): pass
class Dd(collections.defaultdict): pass
class Gen(typing.Generic[typing.TypeVar("X")]): pass
class Proto(typing.Protocol): pass
class Abc(abc.ABC): pass
class Color(enum.Enum): RED = 1
class Flags(enum.IntFlag): A = 1; B = 2
@dataclasses.dataclass
class Data: x: int = 0
@dataclasses.dataclass(slots=True, frozen=True)
class Frozen: x: int = 0
NT = collections.namedtuple("NT", "x y")
class Prop(property): pass
class Func:
    def __call__(self): pass
    def __del__(self): pass
    x = property(lambda s: 1)
classes = [Plain, Slots, SlotsAndDict, SlotsAndWeak, Both, Empty, Derived, More, Many, WithMeta, L, LS, T, TS, I, IS, F, S, B, BA, D, DS, St, Fr, E, ES, Dq, Data, Func]
for k in classes:
    print(k.__name__, g(k), g(k()))
print(g(Meta), g(Gen), g(Proto), g(Abc), g(Color), g(Color.RED), g(Flags.A), g(Flags.A | Flags.B), g(Frozen), g(Frozen()), g(NT), g(NT(1, 2)), g(Prop()), g(Dd(int)))
print(*[g(k) for k in (int, str, type, object, Exception, list, types.FunctionType, types.GeneratorType)])
class P2:
    def __init__(self, n):
        for i in range(n): setattr(self, f"b{i}", i)
print("attributes", *[(g(P2(n)), g(P2(n).__dict__)) for n in (0, 1, 3, 5, 6, 30, 31, 40)])
print("class with shared keys", g(P2), g(Plain))
d = SlotsAndDict(); d.z = 1
print(g(d), g(d.__dict__))
print("exceptions", *[g(x) for x in (Exception(), Exception(1, 2), BaseException(), ValueError("x"), KeyError(1), OSError(1, "a"), StopIteration(1), SystemExit(1), ImportError(), ModuleNotFoundError(), NameError("a"), AttributeError("a"), SyntaxError("a"), UnicodeDecodeError("a", b"b", 0, 1, "c"), UnicodeEncodeError("a", "b", 0, 1, "c"), UnicodeTranslateError("a", 0, 1, "c"), BaseExceptionGroup("a", [KeyboardInterrupt()]), MemoryError(), RecursionError(), Warning(), KeyboardInterrupt(), IndexError(), StopAsyncIteration(), BlockingIOError(1, "a", 2), FileNotFoundError(2, "x"))])
type A[X] = list[X]
def generic[Y, *Z, **W](y: Y) -> Y: pass
print("typing", g(A), g(generic.__type_params__[0]), g(generic.__type_params__[1]), g(generic.__type_params__[2]), g(generic), g(A[int]), g(typing.TypeVar("Q")), g(typing.ParamSpec("R")), g(typing.Optional[int]), g(typing.ParamSpec("R").args), g(typing.NewType("N", int)))
class Big: __slots__ = tuple(f"s{i}" for i in range(30))
print(g(Big), g(Big()), g(type("X", (), {f"m{i}": 1 for i in range(100)})), g(type("Y", (Plain,), {})), g(Plain.__dict__), g(Plain.__mro__), g(Plain.__bases__))
class Sizes:
    def __sizeof__(self): return 100
class SizesOfList(list):
    def __sizeof__(self): return 7
class Wrong:
    def __sizeof__(self): return -1
class Wrong2:
    def __sizeof__(self): return "x"
print(g(Sizes()), g(SizesOfList()), g(Wrong2(), None), object.__sizeof__(Sizes()), list.__sizeof__(SizesOfList([1])))
for bad in (Wrong(),):
    try: g(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
