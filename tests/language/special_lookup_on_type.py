# reference: 3.3.12
# Implicit special methods skip the instance, its dictionary and __getattribute__.
class Meta(type):
    def __getattribute__(*args): print("metaclass getattribute", args[1]); return type.__getattribute__(*args)
class C(metaclass=Meta):
    def __len__(self): return 10
    def __getattribute__(*args): print("class getattribute", args[1]); return object.__getattribute__(*args)
c = C()
print(c.__len__())
print(type(c).__len__(c))
print(len(c))
class D: pass
d = D()
d.__len__ = lambda: 5
d.__add__ = lambda o: "added"
d.__call__ = lambda: "called"
d.__iter__ = lambda: iter([1])
d.__bool__ = lambda: False
d.__eq__ = lambda o: True
d.__str__ = lambda: "str"
d.__getitem__ = lambda k: k
d.__contains__ = lambda k: True
d.__enter__ = d.__exit__ = lambda *a: None
d.__hash__ = None
d.__index__ = lambda: 1
d.__format__ = lambda s: "f"
d.__reversed__ = lambda: 1
d.__round__ = lambda: 1
d.__dir__ = lambda: ["d"]
d.__class_getitem__ = 1
def fails(f):
    try:
        print("works", f())
    except TypeError as e:
        print(e)
fails(lambda: len(d)); fails(lambda: d + 1); fails(lambda: d()); fails(lambda: iter(d)); fails(lambda: bool(d)); fails(lambda: d == 1); fails(lambda: str(d) == "str"); fails(lambda: d[1]); fails(lambda: 1 in d); fails(lambda: isinstance(hash(d), int)); fails(lambda: [1, 2][d]); fails(lambda: format(d) == "f"); fails(lambda: reversed(d)); fails(lambda: round(d)); fails(lambda: dir(d) == ["d"]); fails(lambda: -d); fails(lambda: next(d)); fails(lambda: d < 1)
try:
    with d: pass
except TypeError as e:
    print(e)
class Late: pass
l = Late()
Late.__len__ = lambda s: 7
print(len(l))
del Late.__len__
fails(lambda: len(l))
class Slot:
    __slots__ = ("__len__",)
s = Slot()
s.__len__ = lambda: 8
fails(lambda: len(s))
class Prop:
    @property
    def __len__(self): print("property read"); return lambda: 6
print(len(Prop()))
class Static:
    __len__ = staticmethod(lambda: 3)
    __add__ = classmethod(lambda cls, o: (cls.__name__, o))
print(len(Static()), Static() + 1)
