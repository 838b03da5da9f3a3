"""objgraph counts what the collector tracks, by type, and what has grown since last time."""
import gc
import io

import objgraph


class Person:
    pass


class Boy:
    pass


class Girl:
    pass


first, second = Person(), Person()
print(objgraph.count("Person"), objgraph.count("__main__.Person"), objgraph.count("Nobody"))
del first
print(objgraph.count("Person"), objgraph.by_type("Person") == [second])

gc.collect()  # what the imports have left behind
a, b = Boy(), Girl()
a.friend, b.friend = b, a
del a, b
print(objgraph.count("Boy"), objgraph.count("Girl"))
print(gc.collect(), objgraph.count("Boy"), objgraph.count("Girl"))

peaks = {}
objgraph.growth(peak_stats=peaks)
kept = [Boy() for i in range(1000)]
print([row for row in objgraph.growth(limit=0, peak_stats=peaks) if row[0] == "Boy"])
del kept[10:]
kept += [Boy() for i in range(20)]
print([row for row in objgraph.growth(limit=0, peak_stats=peaks) if row[0] == "Boy"])
out = io.StringIO()
kept += [Boy() for i in range(2000)]
objgraph.show_growth(limit=1, peak_stats=peaks, file=out)
print(out.getvalue())

print(objgraph.typestats([1, 2.5, "x", 3], filter=lambda o: o != 2.5))
print(objgraph.most_common_types(limit=1, objects=[1, 2, "x"], shortnames=False))
objgraph.show_most_common_types(objects=kept[:7] + [[], [], second])
print(objgraph.at(id(second)) is second, objgraph.at(1), objgraph.at_addrs({id(second)}) == [second])
