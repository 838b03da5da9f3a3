"""Attributes of instances stand in values that share their class's keys; a dict is made only when it is asked for."""
import gc
import sys

gc.collect()
gc.disable()


class Node:
    pass


def ring(n):
    first = node = Node()
    for i in range(n - 1):
        node.next = Node()
        node = node.next
    node.next = first


ring(5)
print("ring", gc.collect())

node = Node()
node.me = node
node.__dict__
del node
print("with its dict", gc.collect())

a = Node()
a.next = [1]
a.other = {2}
print([type(o).__name__ for o in gc.get_referents(a)])
print([o is a for o in gc.get_referrers(a.next)])
print(sys.getrefcount(a.next))
d = a.__dict__
print([type(o).__name__ for o in gc.get_referents(a)], [type(o).__name__ for o in gc.get_referrers(a.next)])
print(d, sys.getrefcount(a.next))
a.later = 3
d["direct"] = 4
print(a.direct, d, vars(a) is d, a.__dict__ is d)

# the order of setting, not that of the shared keys
b = Node()
b.other, b.new, b.next = 1, 2, 3
print(b.__dict__, list(vars(b)))
c = Node()
c.x, c.other, c.y, c.next = 1, 2, 3, 4
del c.other
c.z = 5
c.other = 6
del c.x
try:
    del c.x
except AttributeError as error:
    print(error)
try:
    c.x
except AttributeError as error:
    print(error)
print(c.__dict__)
c.x = 7
print(c.x, c.__dict__)


# a class attribute or method that an instance hides, before and after the caches know it
class Hidden:
    level = 0

    def name(self):
        return "class"

    def read(self):
        return self.level, self.name()


plain, hiding = Hidden(), Hidden()
for i in range(4):
    print(plain.read(), hiding.read())
    if i == 1:
        hiding.level = 9
        hiding.name = lambda: "instance"
del hiding.level, hiding.name
print(plain.read(), hiding.read())

# more names than the keys have room for
class Wide:
    pass


wide = Wide()
for i in range(40):
    setattr(wide, f"a{i}", i)
print(sum(getattr(wide, f"a{i}") for i in range(40)), list(vars(wide))[27:32])
twin = Wide()
twin.a39, twin.a0 = "x", "y"
print(vars(twin), gc.is_tracked(twin.__dict__))


# __dict__ assigned and deleted; another class
class Other:
    z = "of the class"


a = Node()
a.next = 1
a.__dict__ = {"p": 1}
print(a.p, hasattr(a, "next"))
del a.__dict__
print(hasattr(a, "p"), a.__dict__)
a.next = 2
a.__class__ = Other
a.z = 3
print(a.__dict__, a.next, type(a).__name__)


class Number(int):
    pass


class Text(str):
    pass


class Pair(tuple):
    __slots__ = ()


class Fields:
    __slots__ = ("p", "__dict__")


for o in Number(7), Text("t"), Fields():
    o.p, o.q, o.r = 1, [2], 3
    del o.r
    print(o.p, o.q, o.__dict__)
gc.enable()
