# reference: id(), object()
# Plain objects: unequal, hashable, no attributes, no ordering, no arguments.
a, b = object(), object()
print(a == b, a == a, a != b, hash(a) == hash(a), id(a) == id(a), id(a) != id(b), type(a).__name__, a in [a], {a: 1}[a], bool(a), object.__bases__, object.__mro__, object.__doc__ is not None, len({a, b, a}))
for f in (lambda: setattr(a, "x", 1), lambda: a.x, lambda: a.__dict__, lambda: a < b, lambda: a(), lambda: object(1), lambda: object(x=1), lambda: object.__new__(), lambda: object.__new__(1), lambda: object.__new__(object, 1), lambda: a.__init__(1), lambda: a.__init__(), lambda: len(a), lambda: a + a, lambda: iter(a), lambda: object.__class__, lambda: id(), lambda: id(obj=1), lambda: id(1, 2), lambda: a.__format__("x"), lambda: a.__format__(""  ) == str(a), lambda: a.__sizeof__() > 0, lambda: a.__str__() == a.__repr__(), lambda: a.__eq__(b), lambda: a.__ne__(b), lambda: a.__lt__(b), lambda: a.__hash__() == hash(a), lambda: a.__subclasshook__(int), lambda: object.__subclasshook__(), lambda: a.__init_subclass__(), lambda: a.__getstate__(), lambda: a.__dir__() != [], lambda: a.__class__.__name__, lambda: delattr(a, "__class__")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
