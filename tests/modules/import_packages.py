# Packages: attributes of the modules, submodules, relative imports at several levels, names that __init__ offers.
import sys
import pkg
print(pkg.__name__, pkg.__package__, pkg.__file__, pkg.__path__)
print(pkg.__spec__.name, pkg.__spec__.parent, pkg.__spec__.submodule_search_locations)
print(hasattr(pkg, "sub"), hasattr(pkg, "leaf"))
import pkg.sub.deep
print(pkg.sub.deep.__name__, pkg.sub.deep.__package__)
print(pkg.sub.deep.found)
import pkg.sub.deep as d
print(d is pkg.sub.deep, d is sys.modules["pkg.sub.deep"])
from pkg import leaf
print(leaf.value, pkg.leaf is leaf)
from pkg.sub import deep, VALUE
print(deep is d, VALUE)
from pkg import *
print(sorted(n for n in dir() if not n.startswith("_")))
from .pkg import leaf
