# reference: 3.2.1, 3.2.2, 3.2.3
# The three single objects: their types make no new ones, they take no attributes, two are true.
for value in None, NotImplemented, ...:
    kind = type(value)
    print(value, repr(value), kind.__name__, kind() is value, bool(value) if value is not NotImplemented else "", hash(value) == hash(kind()))
    for act in (lambda: kind(1), lambda: kind(a=1), lambda: setattr(value, "x", 1), lambda: value.x, lambda: value(), lambda: value[0], lambda: value + 1, lambda: len(value), lambda: iter(value),
                lambda: value < value, lambda: value == value, lambda: value != value, lambda: type("Sub", (kind,), {}), lambda: value.__class__ is kind, lambda: value.__reduce__(),
                lambda: -value, lambda: int(value), lambda: value.__doc__ is None, lambda: kind.__new__(kind) is value, lambda: kind.__new__(int), lambda: dir(value) == dir(kind)):
        try:
            print("   ", act())
        except TypeError as e:
            print("   ", "TypeError", e)
        except AttributeError as e:
            print("   ", "AttributeError", e)
for src in "None = 1", "x.None = 1", "def None(): pass", "... = 1", "Ellipsis = 1", "NotImplemented = 1", "None += 1", "del None", "for None in []: pass", "class C(None=1): pass", "f(None=1)", "lambda None: 1", "import None", "None: int", "None: int = 1", "(None := 1)", "with a as None: pass", "[None, x] = 1, 2", "...: int = 1":
    try:
        exec(src, {})
        print(src, "fine")
    except SyntaxError as e:
        print(src, "|", e.msg)
