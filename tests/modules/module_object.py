import sys
M = type(sys)
m = M("made", "the doc")
print(m, m.__name__, m.__doc__, sorted(vars(m)))
m.x = 1
print(m.x, m.__dict__["x"])
try:
    m.y
except AttributeError as e:
    print(e)
def dynamic(name):
    if name.startswith("__"): raise AttributeError(name)
    return "dynamic " + name
m.__getattr__ = dynamic
print(m.y)
del m.x
print(m.x, M.__name__)
m.__name__ = "renamed"
print(m)
for f in (lambda: M(), lambda: M(5), lambda: setattr(m, "__dict__", {})):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
