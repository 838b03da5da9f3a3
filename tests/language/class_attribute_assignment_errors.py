# reference: 3.2.10.1
# What may be assigned to and deleted from a class's special attributes.
class A:
    "doc"
    x: int = 1
class B(A): pass
class S: __slots__ = ("s",)
TABLE = """
A.__name__ = "A2"; print(A.__name__, A)
A.__name__ = 5
A.__name__ = "a\\0b"
A.__name__ = "\\ud800"
del A.__name__
A.__qualname__ = "Q.A"; print(A.__qualname__, A)
A.__qualname__ = 5
del A.__qualname__
A.__module__ = "mod"; print(A.__module__, A)
A.__module__ = 5; print(A.__module__, A)
del A.__module__
A.__doc__ = "new"; print(A.__doc__)
A.__doc__ = 5; print(A.__doc__)
del A.__doc__
A.__dict__ = {}
del A.__dict__
A.__dict__["y"] = 1
A.__mro__ = ()
A.__base__ = object
A.__bases__ = ()
A.__bases__ = (A,)
A.__bases__ = (B,)
A.__bases__ = object
A.__bases__ = (int,)
A.__bases__ = (S,)
A.__bases__ = (5,)
B.__bases__ = (A, A)
B.__bases__ = (object,)
del B.__bases__
A.__annotations__ = 5; print(A.__annotations__)
del A.__annotations__
del A.__annotations__; print(A.__annotations__)
A.__annotations__; del A.__annotations__; print(A.__annotations__)
A.__abstractmethods__
A.__abstractmethods__ = {"m"}; A()
A.__abstractmethods__ = {"m", "b", "a"}; A()
A.__abstractmethods__ = ["z"]; A()
A.__abstractmethods__ = []; print(type(A()).__name__)
A.__abstractmethods__ = 5
del A.__abstractmethods__
del A.__abstractmethods__
A.__type_params__ = (1, 2); print(A.__type_params__)
del A.__type_params__; print(A.__type_params__)
A.__flags__ = 0
A.__class__ = A
A.__class__ = type; print(A.__class__)
A().__class__ = S
A().__class__ = int
A().__class__ = 5
a = A(); a.__class__ = B; print(type(a) is B)
del A().__class__
S().__class__ = A
(5).__class__ = A
int.x = 1
int.__name__ = "x"
int.__doc__ = "x"
del int.__add__
int.__class__ = A
object.x = 1
type.x = 1
A.__text_signature__
A.__subclasses__(1)
A.mro(1)
A.__dict__["__dict__"].__get__(5)
A.__dict__["__weakref__"].__get__(A())
A.__weakrefoffset__ = 1
S.s = 5; S().s = 1
del A.nothing
A.nothing
A().nothing
A().nothing = 1
del A().nothing
S().nothing
S().nothing = 1
del S().nothing
object().nothing = 1
del object().nothing
A.x.y.z
(lambda: 0).nothing
(lambda: 0).__name__ = 5
(lambda: 0).__code__ = 5
(lambda: 0).__defaults__ = 5
(lambda: 0).__kwdefaults__ = 5
(lambda: 0).__dict__ = 5
(lambda: 0).__annotations__ = 5
(lambda: 0).__globals__ = {}
(lambda: 0).__closure__ = ()
len.__name__ = "x"
len.x = 1
A.mro.__self__.x1 = 5; print(A.x1)
"""
for line in TABLE.strip().splitlines():
    try: exec(line)
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
