"""enum: members, aliases, functional classes, flags and their boundaries, hooks, errors."""
import enum
import pickle
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def double(self):
        return self.value * 2


print(Color.RED, repr(Color.RED), Color.CRIMSON is Color.RED, list(Color), len(Color), Color("b"), Color["GREEN"], Color.RED.shout())
print(Color.default(), Color.BLUE.double, Color.__members__, "RED" in Color.__members__, Color.RED in Color, 1 in Color, 99 in Color)
print(Color, repr(Color), type(Color), hash(Color.RED) == hash("RED"), Color.RED == 1, Color.RED != Color.GREEN, isinstance(Color.RED, Color))
print([c.name for c in reversed(Color)], {Color.RED: 1}[Color.RED], f"{Color.RED}", f"{Color.RED!r:>20}", dir(Color)[:3], pickle.loads(pickle.dumps(Color.RED)) is Color.RED)


class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (0.6, 3.3)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        self = bytes.__new__(cls, [value])
        self._value_, self.label = value, label
        return self

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Planet.EARTH.mass, Planet((0.6, 3.3)), Coord.PY.name, Coord.PY.label, Coord(0).value)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Word(StrEnum):
    HELLO = auto()
    BYE = "bye!"


print(Level.LOW < Level.HIGH, Level.LOW + 1, repr(Level.HIGH), f"{Level.HIGH}", sorted([Level.HIGH, Level.LOW]), Level.LOW == 1, str(Level.LOW))
print(Word.HELLO, repr(Word.BYE), Word.BYE.upper(), Word("hello"), f"{Word.BYE:>6}", isinstance(Word.BYE, str))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.X, repr(Perm.RW), Perm.RW & Perm.W, ~Perm.R, Perm(0), bool(Perm(0)), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, Perm.R ^ Perm.RW,
      Perm(7), list(Perm), Perm.RW.name, (Perm.R | Perm.X).name, Perm["RW"])


class Bits(IntFlag, boundary=enum.KEEP):
    A = 1
    B = 2


print(Bits(9), repr(Bits.A | 8), Bits.A | Bits.B, Bits.A + 1, ~Bits.A, Bits(3) == 3, -1 & Bits.A)


class Strict(Flag, boundary=enum.STRICT):
    A = 1


class Conform(Flag, boundary=enum.CONFORM):
    A = 1


print(Conform(5))
Animal = Enum("Animal", "ANT BEE CAT", start=5)
print(list(Animal), Animal.ANT.value, Enum("Q", {"a": 1, "b": 2}).b, Enum("Z", [("x", 1)], module=__name__, qualname="Outer.Z").x, IntEnum("I", "P Q")(2))


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return (name.lower(), count)

    ONE = auto()
    TWO = auto()


class Missing(Enum):
    A = 1
    _ignore_ = ["tmp"]
    tmp = 3

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "a" else None


print(list(Auto), Missing("a"), Missing.__members__)


class Mix(Enum):
    A = 1
    nested = enum.nonmember(5)
    m = enum.member(7)

    class Inner(Enum):
        X = 1


print(list(Mix), Mix.nested)


def say(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def make(body):
    return lambda: exec(body, {"Enum": Enum, "auto": auto, "unique": unique, "Color": Color, "enum": enum, "Flag": Flag, "verify": enum.verify})


for f in (lambda: Color(5), lambda: Color["NOPE"], lambda: Color.NOPE, lambda: setattr(Color, "RED", 2), lambda: delattr(Color, "RED"), lambda: Strict(4),
          lambda: Perm.R | 1, lambda: Color.RED < Color.GREEN, lambda: Missing("b"), lambda: Color.RED.GREEN, lambda: Planet(3), lambda: Word(5),
          make("class A(Enum):\n x = 1\n x = 2"), make("class A(Color): y = 1"), make("@unique\nclass A(Enum):\n x = 1\n y = 1"),
          make("class A(Enum):\n mro = 1"), make("class A(Enum):\n x: int\n _y_ = 1"), make("@verify(enum.CONTINUOUS)\nclass A(Enum):\n x = 1\n y = 4"),
          make("class A(Flag):\n x = 'a'"), make("@verify(enum.NAMED_FLAGS)\nclass A(Flag):\n x = 1\n y = 6"), make("class A(Enum):\n __slots__ = 1\n a = 1\nA.a.z = 3")):
    say(f)


class Cached(Enum):
    A = 1

    @enum.property
    def kind(self):
        return "kind of " + self.name


print(Cached.A.kind, enum.show_flag_values(6), enum.bin(-5), enum.global_enum_repr(Color.RED), Perm._flag_mask_, Perm.__len__(Perm.RW))
