"""super().__call__ and other methods in a metaclass: what type does, for classes with and without __init__, and what looks the same but is not."""
import abc


class Meta(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.tag = cls.__name__
        return made

    def mro(cls):
        return super().mro()

    def __repr__(cls):
        return "<" + super().__repr__()[1:-1].split(".")[-1]

    @classmethod
    def of(mcls, name):
        return super().__new__(mcls, name, (), {})


class Empty(metaclass=Meta):
    pass


class Filled(metaclass=Meta):
    def __init__(self, x):
        self.x = x


class Chosen(metaclass=Meta):
    def __new__(cls, *args):
        return object.__new__(Empty)


print(Empty().tag, Filled(3).x, Chosen().tag, type(Chosen()), Meta.of("Late")().tag)
for call in (lambda: Empty(1), lambda: Filled(), lambda: Meta(), lambda: type.__call__(Empty, 2), lambda: type.__call__(), lambda: type.__call__(3)):
    try:
        print(call())
    except TypeError as e:
        print(e)


class AbstractMeta(abc.ABCMeta):
    def __call__(cls):
        return super().__call__()


class Shape(metaclass=AbstractMeta):
    @abc.abstractmethod
    def area(self): ...


class Square(Shape):
    def area(self):
        return 4


print(Square().area())
try:
    Shape()
except TypeError as e:
    print(e)
print(type.__call__(object).__class__, type.__call__(type, 3), type.__call__(int, "12"), type.__call__(Meta, "New", (), {}))
print(super(Meta, Empty).__call__.__name__, super(Meta, Empty).__call__().__class__, type(super(Meta, Empty).__call__))
f = len
for _ in range(300):
    f = f.__call__
print(f("abc"), int.__call__("7"), Empty in (int, str), Empty in (int, Empty), int in [Empty, 1, int], object() in (object(), int))
