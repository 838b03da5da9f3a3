# Arrays are mutable sequences; None is nothing to fill one from.
from array import array
from collections.abc import MutableSequence, Sequence

print(issubclass(array, MutableSequence), isinstance(array('b'), Sequence))
try:
    array('i', None)
except TypeError as error:
    print(error)
print(array('i', iter([1, 2])), array('u'))
