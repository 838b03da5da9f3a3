# What gc.set_debug makes the collector write to sys.stderr: each flag, automatic collections, and writers written in Python.
# not-in: gc-stress: automatic collections are counted
import gc
import io
import re
import sys


class C:
    pass


class Risen:
    def __del__(self):
        risen.append(self)


class Loud:
    """A stream that is Python itself, makes garbage while it writes, and collects."""
    def __init__(self):
        self.text = []

    def write(self, text):
        loop = []
        loop.append(loop)
        gc.collect()
        self.text.append(text)


risen = []
gc.collect()
gc.disable()


def make():
    c = C()
    c.me = c
    l = []
    l.append(l)
    d = {}
    d["d"] = d
    t = ([],)
    t[0].append(t)
    r = Risen()
    r.me = r


def told(act):
    kept, sys.stderr = sys.stderr, io.StringIO()
    try:
        answer = act()
        text = sys.stderr.getvalue()
    finally:
        sys.stderr = kept
    text = re.sub(r"0x[0-9a-f]+", "ADDRESS", text)
    text = re.sub(r"\d+\.\d{4}s", "TIME", text)
    text = re.sub(r"(objects in each generation:) (\d+ \d+) \d+", r"\1 \2 MANY", text)
    return answer, re.sub(r"(permanent generation:) \d+", r"\1 SOME", text)


for name in ("STATS", "COLLECTABLE", "UNCOLLECTABLE", "SAVEALL", "LEAK"):
    make()
    gc.set_debug(getattr(gc, f"DEBUG_{name}"))
    found, text = told(gc.collect)
    gc.set_debug(0)
    print(name, found, sorted(type(o).__name__ for o in gc.garbage), len(risen))
    print(text, end="")
    gc.garbage.clear()
    for r in risen:
        del r.me
    risen.clear()
    del r
    gc.collect()

gc.set_debug(gc.DEBUG_STATS)
for generation in range(3):
    print(*told(lambda: gc.collect(generation)))
gc.enable()
_, text = told(lambda: [[] for _ in range(1500)] and None)
gc.disable()
print(sorted(set(re.findall("collecting generation .", text))), text.count("gc: done, 0 unreachable, 0 uncollectable, TIME elapsed\n"))

gc.set_debug(gc.DEBUG_COLLECTABLE)
make()
kept, sys.stderr = sys.stderr, Loud()
found = gc.collect()
loud, sys.stderr = sys.stderr, kept
gc.set_debug(0)
print(found, len(risen), re.sub(r"0x[0-9a-f]+", "ADDRESS", "".join(loud.text)), end="")

gc.collect()
calls = []
gc.callbacks.append(lambda phase, info: calls.append((phase, info["generation"], info["collected"])))
gc.set_debug(gc.DEBUG_STATS)
_, text = told(lambda: gc.collect(1))
gc.set_debug(0)
print(calls, text.count("\n"))
gc.callbacks.clear()
