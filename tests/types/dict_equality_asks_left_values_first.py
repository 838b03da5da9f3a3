"""Which operand == is asked of: the items of the left container, in dicts, lists, sets and their kin."""
class E:
    def __init__(s,n): s.n=n
    def __eq__(s,o): print("eq", s.n, o.n); return True
    def __hash__(s): return 5
class D(dict): pass
{1: E(1)} == {1: E(2)}
D({1: E(1)}) == {1: E(2)}
{1: E(1)} == D({1: E(2)})
{1: E(1)} != D({1: E(2)})
print("keys")
{E(1): 0} == {E(2): 0}
print("sets")
{E(1)} == {E(2)}
{E(1)} <= {E(2)}
from collections import OrderedDict, defaultdict, UserDict, ChainMap
OrderedDict({1:E(1)}) == OrderedDict({1:E(2)})
{1:E(1)} == OrderedDict({1:E(2)})
OrderedDict({1:E(1)}) == {1:E(2)}
E(1) in [E(2)]
[E(1)].index(E(2))
[E(1)].count(E(2))
[E(1)].remove(E(2))
E(1) in (E(2),)
(E(1),).index(E(2))
E(1) in {3: E(2)}.values()
(3, E(1)) in {3: E(2)}.items()
{3: E(2)}.items() == {3: E(4)}.items()
from collections import deque, Counter
E(1) in deque([E(2)]); deque([E(2)]).count(E(1)); deque([E(2)]).index(E(1)); deque([E(2)]).remove(E(1))
E(1) in iter([E(2)])
range(3).count(E(1)) if 0 else None
import operator
operator.countOf([E(2)], E(1)); operator.indexOf([E(2)], E(1)); operator.contains([E(2)], E(1))
{E(1): 0}.get(E(2)); {E(1): 0}.items() & [(E(2), 0)]; {E(1)} & {E(2)}; {E(1)} - {E(2)}; {E(1)} | {E(2)}; {E(1)} ^ {E(2)}; {E(1)}.isdisjoint({E(2)})
import types
types.SimpleNamespace(a=E(1)) == types.SimpleNamespace(a=E(2))
slice(E(1), 0, 0) == slice(E(2), 0, 0)
