# reference: 8.10, 8.10.1, 8.10.2
# Type parameters of functions, classes and methods: what they are, where they are visible, defaults outside.
def first[T](l: list[T]) -> T: return l[0]
class Box[T]:
    def __init__(self, v: T): self.v = v
    def map[U](self, f) -> "Box[U]": return Box(f(self.v))
    @classmethod
    def of[V](cls, v: V): return cls(v)
    params = T
def bounded[T: int, S: (str, bytes), *Ts, **P](x=5): return T, S, Ts, P, x
async def co[T](x: T): return T
def gen[T](): yield T
print(first([7]), first.__type_params__, first.__annotations__, Box(1).map(str).v, Box.of("x").v, Box.__type_params__, Box.params is Box.__type_params__[0], Box.map.__type_params__)
T, S, Ts, P, x = bounded()
print(T, S, Ts, P, x, T.__bound__, S.__constraints__, T.__name__, type(T).__name__, type(Ts).__name__, type(P).__name__, next(gen()), gen.__type_params__)
print(Box[int], Box[int](3).v, Box[int].__origin__ is Box, Box[int].__args__, Box.__parameters__, Box.__mro__[1].__name__, Box[str]("s").map(len).v)
class Sub[T](Box[T]): pass
class Plain(Box[int]): pass
print(Sub.__orig_bases__, Plain.__orig_bases__, Sub(2).v, Plain(3).map(lambda v: v + 1).v, Plain.__type_params__ if "__type_params__" in vars(Plain) else "inherits none")
@lambda f: f
def decorated[T](): return T.__name__
print(decorated(), decorated.__qualname__)
def shadow[int](x: int = 1): return int
print(shadow(), shadow.__annotations__)
c = co(1)
try: c.send(None)
except StopIteration as e: print(e.value)
try: T
except NameError as e: print(e)
for f in (lambda: Box[int, str], lambda: Sub[int].v, lambda: isinstance(Box(1), Box[int]), lambda: isinstance(Box(1), Box), lambda: first[int], lambda: Plain[int]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
