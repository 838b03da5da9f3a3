# Instances of generic classes and protocols through every protocol of pickle; __flags__ of typing.Generic.
import copy
import pickle
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    value: T


class Named(Protocol[T]):
    name: T


class Person(Named[str]):
    pass


box, person = Box[int](), Person()
box.value, person.name = 5, "ann"
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    b, p = (pickle.loads(pickle.dumps(o, protocol)) for o in (box, person))
    print(protocol, type(b).__name__, b.value, b.__orig_class__, type(p).__name__, p.name, b.__dict__)
print(copy.copy(box).value, copy.deepcopy(person).name, Generic.__flags__ >> 9 & 1, int.__flags__ >> 9 & 1)
