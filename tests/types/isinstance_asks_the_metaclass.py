"""isinstance and issubclass ask a metaclass's hook if it has one, also one that comes or goes later."""
import enum


class Plain(type):
    pass


class Base(metaclass=Plain):
    pass


class Derived(Base):
    pass


class Pretends:
    @property
    def __class__(self):
        return Derived


class Colour(enum.Flag):
    RED = 1
    BLUE = 2


def answers():
    print([isinstance(o, Base) for o in (Base(), Derived(), Pretends(), 1, Base)], [isinstance(o, (int, Derived)) for o in (True, Base(), Derived())])
    print([issubclass(c, Base) for c in (Base, Derived, int)], issubclass(Derived, (int, Base)))


answers()
print(isinstance(Colour.RED, Colour), isinstance(1, Colour), issubclass(Colour, enum.Enum), isinstance(Colour, enum.EnumType))
Plain.__instancecheck__ = lambda cls, o: ("asked", cls.__name__)[0] and o == 1
Plain.__subclasscheck__ = lambda cls, c: c is int
answers()
del Plain.__instancecheck__
answers()
del Plain.__subclasscheck__
answers()
for wrong in (1, (int, 2)):
    try:
        print(isinstance("a", wrong))
    except TypeError as e:
        print(e)
try:
    issubclass(1, Base)
except TypeError as e:
    print(e)
