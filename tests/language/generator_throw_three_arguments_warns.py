# reference: 6.2.9.1
# The old form throw(type, value, traceback) still works and warns.
def g():
    while True:
        try: yield "ready"
        except ValueError as e: print(repr(e), e.__traceback__ is not None)
it = g()
next(it)
print(it.throw(ValueError, "text"))
print(it.throw(ValueError, ("a", "b")))
print(it.throw(ValueError, ValueError("instance")))
print(it.throw(ValueError, None, None))
try:
    it.throw(ValueError("v"), "x")
except TypeError as e:
    print(e)
try:
    g().throw(ValueError, "x", 5)
except TypeError as e:
    print(e)
