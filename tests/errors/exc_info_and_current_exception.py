import sys
print(sys.exc_info(), sys.exception())
try:
    raise KeyError("outer")
except KeyError as e:
    print(sys.exc_info()[1] is e, sys.exception() is e, sys.exc_info()[0])
    try:
        raise ValueError("inner")
    except ValueError:
        print(repr(sys.exception()), repr(sys.exception().__context__))
    print(repr(sys.exception()))
print(sys.exception())
def gen():
    try:
        raise OSError("in generator")
    except OSError:
        yield repr(sys.exception())
    yield repr(sys.exception())
try:
    raise IndexError("caller")
except IndexError:
    print(list(gen()), repr(sys.exception()))
