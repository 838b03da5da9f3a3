# reference: 3.3.2.4
class S:
    __slots__ = ("a", "b")
s = S()
s.a = 1
print(s.a)
try:
    s.b
except AttributeError as e:
    print(e)
try:
    s.c = 1
except AttributeError as e:
    print(e)
print(hasattr(s, "__dict__"), S.__slots__)
class T(S): pass
t = T()
t.c = 5
print(t.c, t.__dict__)
