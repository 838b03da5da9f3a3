# reference: 8.4.1
class A(Exception): pass
class B(A): pass
for exc in (A, B, KeyError, IndexError):
    try:
        raise exc("x")
    except B:
        print("B")
    except A:
        print("A")
    except (KeyError, ValueError) as e:
        print("tuple", repr(e))
    except LookupError:
        print("lookup")
try:
    try:
        raise ValueError
    except "notaclass":
        pass
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
