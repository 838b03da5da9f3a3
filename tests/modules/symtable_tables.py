"""symtable: tables, symbols and how each block reaches a name."""
import symtable

SOURCE = '''
import os, sys as system
x = 1
def f(a, b=x, *c, d: int, **e):
    global g
    h = a
    def inner():
        nonlocal h
        h = __class__ = os
        return [i for i in b if i in g]
    return inner, (j for j in c), lambda k: k + d
class C[T](object):
    attribute: T = 1
    __private = 2
    def method(self):
        return self.__private, __class__, T
    def other[U](self, u: U): ...
type A[V] = dict[V, x]
[y for y in range(3)]
'''


def show(table, indent=""):
    print(indent + f"{table.get_type()} {table.get_name()} {table.get_lineno()} nested={table.is_nested()} optimized={table.is_optimized()} children={table.has_children()}")
    if isinstance(table, symtable.Function):
        print(indent, table.get_parameters(), sorted(table.get_locals()), sorted(table.get_globals()), sorted(table.get_frees()), sorted(table.get_nonlocals()))
    if isinstance(table, symtable.Class):
        print(indent, sorted(table.get_methods()))
    for name in sorted(table.get_identifiers()):
        s = table.lookup(name)
        answers = [q for q in ("referenced", "parameter", "global", "nonlocal", "declared_global", "local", "annotated", "free", "imported", "assigned", "namespace")
                   if getattr(s, "is_" + q)()]
        print(indent, name, *answers)
    for child in table.get_children():
        show(child, indent + "    ")


show(symtable.symtable(SOURCE, "file", "exec"))
show(symtable.symtable("a + (lambda: b)()", "file", "eval"))
show(symtable.symtable("a = 1; b", "file", "single"))
show(symtable.symtable("from __future__ import annotations\nx: y = 1\ndef f(z: w): pass", "file", "exec"))
for arguments in (("a", "b", "c"), (1, "b", "exec"), ("a", 3, "exec"), ("a +", "b", "exec"), ("a", "b", 3), ("def f(a, a): pass", "b", "exec"),
                  ("nonlocal x", b"bytes", "exec"), ("a\0b", "b", "exec")):
    try:
        symtable.symtable(*arguments)
    except Exception as e:
        print(type(e).__name__, e)
