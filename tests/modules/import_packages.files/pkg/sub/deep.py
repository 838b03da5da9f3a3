from . import VALUE
from .. import leaf, star
from ..leaf import value as v
found = VALUE, leaf.__name__, star, v
try:
    from ...other import x
except ImportError as e:
    print(type(e).__name__, e)
