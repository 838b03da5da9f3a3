# Errors of enum, dataclasses, typing, contextlib, traceback, warnings, code and functools at run time.
import contextlib, enum, dataclasses, typing, inspect, traceback, warnings, code, io, sys, functools, abc, copy, types, reprlib, operator, collections
import builtins
import re


def print(*values, sep=" ", end="\n"):
    builtins.print(re.sub(r" at 0x[0-9a-f]+", "", sep.join(map(str, values))), end=end)


def e(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as x: print(type(x).__name__, x)
class Perm(enum.Flag):
    R = 4; W = 2; X = 1; RW = R | W
print(Perm.R | Perm.X, repr(Perm(7)), Perm(0), ~Perm.R, Perm.RW in Perm(7), list(Perm.RW), Perm.R ^ Perm.RW, len(Perm.RW), bool(Perm(0)), Perm["RW"], Perm.__members__)
e(Perm, 8); e(Perm, "x"); e(lambda: Perm.R | 1); e(lambda: Perm["Q"]); e(setattr, Perm, "R", 1); e(delattr, Perm, "R"); e(lambda: Perm.R < Perm.W)
class IF(enum.IntFlag, boundary=enum.KEEP): A = 1; B = 2
print(IF(9), IF.A | 8, repr(IF.A | IF.B), IF.A + 1, ~IF.A, f"{IF.A:>3}|{IF.B}")
class Col(enum.Enum):
    RED = 1; GREEN = enum.auto(); ALIAS = 1
    @property
    def nice(self): return self.name.title()
    @classmethod
    def _missing_(cls, v): return cls.RED if v == "r" else None
print(Col.GREEN, repr(Col.ALIAS), Col("r"), Col.RED.nice, list(Col), Col.__doc__, Col.RED.__class__, "RED" in Col.__members__); e(Col, 9); e(lambda: 1 in Col); e(lambda: 7 in Col); e(lambda: Col.RED.RED); e(type, "X", (Col,), {}); e(lambda: Col.RED.foo); e(lambda: Col.foo)
class S(enum.StrEnum): A = enum.auto(); B = "bee"
print(S.A, repr(S.B), S.A == "a", f"{S.B:>5}", S.A + "x"); e(lambda: enum.StrEnum("Q", {"a": 1})); e(lambda: enum.unique(Col)); e(lambda: enum.verify(enum.CONTINUOUS)(enum.IntEnum("Z", {"a": 1, "b": 4}))); e(enum.Enum, "F", "a b c"); print(list(enum.Enum("F", "a b c")))
try:
    class D(enum.Enum): A = 1; A = 2
except TypeError as x: print(x)
try:
    class D2(enum.Enum):
        _order_ = "b a"; a = 1; b = 2
except TypeError as x: print(x)
try:
    @dataclasses.dataclass
    class X: a: int = 1; b: str
except TypeError as x: print(x)
try:
    @dataclasses.dataclass
    class X: a: list = []
except ValueError as x: print(x)
for kw in ({"order": True, "eq": False}, {"frozen": True, "bogus": 1}, {"slots": True, "weakref_slot": True}, {"weakref_slot": True}):
    try: print(dataclasses.dataclass(**kw)(type("T", (), {"__annotations__": {"x": int}})))
    except Exception as x: print(type(x).__name__, x)
@dataclasses.dataclass(order=True, frozen=True, kw_only=False)
class Pt:
    x: int; y: int = 0; z: list = dataclasses.field(default_factory=list, compare=False, repr=False); _: dataclasses.KW_ONLY = None; w: int = 5
p = Pt(1); print(p, p < Pt(2), dataclasses.asdict(p), dataclasses.astuple(p), dataclasses.replace(p, y=9), hash(p) == hash(Pt(1)), Pt.__match_args__, inspect.signature(Pt), Pt.__doc__)
e(setattr, p, "x", 1); e(delattr, p, "x"); e(Pt); e(Pt, 1, 2, 3, 4); e(Pt, q=1); e(lambda: p < 3); e(dataclasses.fields, 3); e(dataclasses.asdict, Pt); e(dataclasses.replace, p, q=1); e(dataclasses.field, default=1, default_factory=list); print(dataclasses.fields(Pt)[1]); e(dataclasses.make_dataclass, "M", ["a", ("b", int), ("c", int, 3)]); e(dataclasses.make_dataclass, "M", ["1a"]); e(dataclasses.make_dataclass, "M", ["class"]); e(dataclasses.make_dataclass("M", ["a"]), 1)
T = typing.TypeVar("T"); e(lambda: typing.List[int](1)); e(lambda: typing.Union[()]); e(lambda: typing.Optional[1, 2]); e(lambda: typing.Dict[int]); e(lambda: list[int][str]); e(lambda: isinstance(1, typing.List[int])); e(lambda: isinstance([], list[int])); e(lambda: typing.Any()); e(typing.TypeVar, "T", int); e(lambda: typing.Generic[int]); e(typing.NewType("U", int), "x"); e(typing.cast, int, "x"); e(lambda: typing.Literal[1, "a", None]); e(lambda: typing.Callable[int, str]); e(lambda: typing.ClassVar[int, str]); e(lambda: typing.get_type_hints(lambda x: 1)); e(typing.NamedTuple, "N", [("a", 1)]); e(lambda: typing.Protocol()); e(lambda: typing.Annotated[int]); e(typing.assert_never, 3); e(lambda: typing.TypedDict("TD", {"a": int})(a=1, b=2)); print(typing.Union[int, str, int], typing.Optional[int], int | None, typing.get_args(typing.Dict[str, int]), typing.get_origin(list[int]), typing.Callable[[int], str], typing.Tuple[int, ...], typing.reveal_type)
@typing.runtime_checkable
class Pr(typing.Protocol):
    x: int
    def f(self) -> int: ...
e(Pr); e(isinstance, 3, Pr); e(issubclass, int, Pr); class_ = type("Q", (), {"x": 1, "f": len}); print(isinstance(class_(), Pr))
class NT(typing.NamedTuple): a: int; b: str = "x"
print(NT(1), NT._field_defaults, NT(1)._replace(a=3), NT.__annotations__); e(NT); e(NT(1)._replace, q=1); e(collections.namedtuple, "A", "a a"); e(collections.namedtuple, "A", "_a"); e(collections.namedtuple, "A", "def x"); e(collections.namedtuple, "A", "a b", defaults=(1, 2, 3)); print(collections.namedtuple("A", "def x x", rename=True)._fields); e(collections.namedtuple("A", "a b")._make, [1]); e(collections.namedtuple("A", "a b"), 1)
@contextlib.contextmanager
def cm(v):
    print("in", v)
    try: yield v
    except ValueError as x: print("got", x)
    finally: print("out", v)
with cm(1) as v, cm(2): raise ValueError("x")
@cm(5)
def deco(): return "deco"
print(deco()); 
@contextlib.contextmanager
def noyield():
    if 0: yield
@contextlib.contextmanager
def two(): yield 1; yield 2
@contextlib.contextmanager
def nostop():
    try: yield
    except ValueError: yield
for c in (noyield, two):
    try:
        with c(): pass
    except RuntimeError as x: print(x)
try:
    with nostop(): raise ValueError
except RuntimeError as x: print(repr(x))
with contextlib.ExitStack() as st: st.callback(print, "cb", end="!\n"); st.enter_context(cm(3)); st.push(lambda *a: print(a[0]) or True); 1/0
e(contextlib.ExitStack().enter_context, 3)
with contextlib.suppress(KeyError, IndexError): [][1]
with contextlib.closing(io.StringIO()) as f: pass
print(f.closed, contextlib.nullcontext(3).__enter__()); 
with contextlib.chdir("/"): pass
try:
    with 3: pass
except TypeError as x: print(x)
def outer():
    def inner(): raise ValueError("deep") from KeyError("k")
    try: inner()
    except ValueError as x: raise RuntimeError("wrap")
try: outer()
except RuntimeError as x:
    x.add_note("a note"); te = traceback.TracebackException.from_exception(x, capture_locals=True); print("".join(te.format())); print(traceback.format_exception_only(x), traceback.extract_tb(x.__traceback__)[0].name, traceback.format_tb(x.__traceback__, limit=1), traceback.format_exception(x, chain=False)[-1]); print(traceback.format_list([("f", 1, "g", "code")]), [f.name for f in traceback.walk_tb(x.__traceback__)] if 0 else "")
def rec(n): return rec(n - 1) if n else 1 / 0
try: rec(10)
except ZeroDivisionError: print(traceback.format_exc())
e(lambda: traceback.print_exception(3)); print(traceback.format_exc())
try: compile("x = (1,\ny = 2", "file.py", "exec")
except SyntaxError as x: print("".join(traceback.format_exception(x)))
try: raise ExceptionGroup("many", [ValueError(1), ExceptionGroup("in", [KeyError("z")])])
except ExceptionGroup as g: print("".join(traceback.format_exception(g)))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("one", DeprecationWarning, stacklevel=1); warnings.warn(UserWarning("two")); print([str(m.message) for m in w], w[0])
with warnings.catch_warnings():
    warnings.filterwarnings("error", message="bo.*", category=RuntimeWarning); e(warnings.warn, "boo", RuntimeWarning); e(warnings.filterwarnings, "bogus"); e(warnings.simplefilter, "error", 3); e(warnings.warn, "x", int); e(warnings.warn, "x", stacklevel="a"); print(warnings.formatwarning("m", UserWarning, "f.py", 3, "code"))
out = io.StringIO()
lines = iter(["x = 1", "x + 1", "for i in range(2):", "    print(i)", "", "1/0", "def f(:", "raise SystemExit(3)"])
def rd(prompt=""):
    sys.stdout.write(prompt)
    try: return next(lines)
    except StopIteration: raise EOFError
errors, sys.stderr = sys.stderr, sys.stdout
try: code.interact("banner", rd, {"__name__": "c"}, "bye")
except SystemExit as x: print("SE", x.code)

sys.stderr = errors
print(functools.reduce(operator.add, [1, 2], 3)); e(functools.reduce, operator.add, []); 
@functools.singledispatch
def sd(x): return "obj"
@sd.register
def _(x: int | str): return "int/str"
print(sd(1), sd("a"), sd(1.5), sd.registry.keys()); e(sd); e(sd.register, 3); 
try:
    @sd.register
    def _(x): pass
except TypeError as x: print(str(x)[:39])
class Sh(abc.ABC):
    @abc.abstractmethod
    def area(self): ...
    @property
    @abc.abstractmethod
    def name(self): ...
e(Sh); e(type("Sq", (Sh,), {"area": 1})); print(Sh.__abstractmethods__ == {"area", "name"}); e(functools.total_ordering, type("T", (), {})); e(lambda: functools.cached_property(len).__get__(3, int)); 
class CP:
    __slots__ = ()
    @functools.cached_property
    def v(self): return 1
e(lambda: CP().v); e(copy.copy, sys.modules["sys"]) if 0 else None; e(copy.deepcopy, (i for i in [])); e(copy.replace if hasattr(copy, "replace") else len, 3); e(operator.itemgetter(1), [0]); e(operator.attrgetter("a.b"), 3); e(operator.methodcaller, 3); e(types.SimpleNamespace, 3); e(reprlib.repr, list(range(100))); e(reprlib.repr, {"k" * 50: [[[[[[[1]]]]]]]})
