"""objgraph shows who refers to whom as a tree, or writes Graphviz's text."""
import io
import sys

import objgraph


class Person:
    pass


class Girl:
    pass


cat = Person()
deep = {"inner": [cat], 7: ()}
holder = Girl()
holder.thing = deep
objgraph.show_refs([deep])
objgraph.show_refs(holder, max_depth=2)
many = [[i] for i in range(5)]
objgraph.show_refs([many], too_many=3)
loop = []
loop.append(loop)
objgraph.show_backrefs([loop], max_depth=2, filter=lambda o: isinstance(o, list))
objgraph.show_backrefs([deep["inner"]], max_depth=1, highlight=lambda o: isinstance(o, dict), filter=lambda o: isinstance(o, dict) and len(o) == 2)
chain = objgraph.find_ref_chain(deep, lambda o: isinstance(o, Person))
print([type(o).__name__ for o in chain])
objgraph.show_chain(chain)
print([type(o).__name__ for o in objgraph.find_backref_chain(deep["inner"], lambda o: isinstance(o, Girl))][::3])
print(objgraph.find_ref_chain(holder, lambda o: False) == [holder])
out = io.StringIO()
objgraph.show_refs([deep], output=out, extra_info=lambda o: "!")
print(out.getvalue())
objgraph.show_refs([many], filename="many.dot")
print(len(open("many.dot").read().splitlines()))
print(objgraph.is_proper_module(sys), objgraph.is_proper_module(1))
try:
    objgraph.show_refs(many, filename="a.png")
except ValueError as error:
    print(error)
