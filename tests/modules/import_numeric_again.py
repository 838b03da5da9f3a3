# Modules of numbers imported one after the other, and once more.
import cmath
import statistics
import array
import symtable
import sys
import importlib

print(array.array('i', [1, 2]), cmath.sqrt(-1), statistics.stdev([1, 2, 4]), statistics.NormalDist().inv_cdf(.25))
print(symtable.symtable('x = 1', 'f', 'exec').get_identifiers())
kinds = {}
for name in 'cmath', '_statistics', 'array', '_symtable':
    old = sys.modules.pop(name)
    new = importlib.import_module(name)
    kinds[name] = new is old, new.__name__, sorted(vars(new)) == sorted(vars(old))
print(kinds)
