# reference: 3.2.11, 3.2.11.1, vars()
# An instance's dictionary comes first for plain names, after data descriptors; __dict__ and __class__ can be set.
class C:
    x = "class"
    prop = property(lambda s: "property")
    def __init__(self): self.x = "instance"
c = C()
print(c.x, C.x, c.__dict__, vars(c) is c.__dict__, c.__class__)
del c.x
print(c.x)
try:
    del c.x
except AttributeError as e:
    print(e)
c.__dict__["prop"] = "hidden"
c.__dict__["y"] = 1
print(c.prop, c.y, sorted(c.__dict__))
d = {"z": 2}
c.__dict__ = d
print(c.z, hasattr(c, "y"), c.__dict__ is d)
c.w = 3
print(d)
class D(dict): pass
c.__dict__ = D(q=1)
print(c.q, type(c.__dict__).__name__)
c.__dict__[5] = "odd key"
print(c.__dict__)
for act in (lambda: setattr(c, "__dict__", 5), lambda: setattr(c, "__dict__", None), lambda: c.nothing, lambda: setattr(c, "prop", 1), lambda: delattr(c, "prop"), lambda: vars(5), lambda: vars(object()), lambda: vars(1, 2), lambda: setattr(5, "a", 1), lambda: setattr(object(), "a", 1), lambda: object().__dict__, lambda: setattr(c, 5, 1), lambda: getattr(c, 5), lambda: setattr(c, "__class__", 5), lambda: delattr(c, "__class__"), lambda: setattr(object(), "__class__", C), lambda: setattr([], "x", 1), lambda: delattr([], "append"), lambda: setattr([], "append", 1), lambda: [].nothing, lambda: (lambda: 0).nothing, lambda: (5).real.nothing):
    try:
        print(act())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
del c.__dict__
print(c.__dict__)
c.new = 1
print(c.__dict__, c.__weakref__, c.__module__, c.__doc__)
class E(C):
    __slots__ = ()
e = E()
print(e.__dict__, isinstance(e, C))
e.__class__ = C
print(type(e).__name__)
class L(list): pass
l = L()
l.a = 1
print(l.__dict__, l)
try:
    l.__class__ = C
except TypeError as e:
    print(e)
