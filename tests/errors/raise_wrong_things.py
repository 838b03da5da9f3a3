class NotAnException: pass
class Odd(Exception):
    def __new__(cls): return 5
for thing in (5, "text", NotAnException, None, Odd, int):
    try:
        raise thing
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    raise KeyError from IndexError
except KeyError as e:
    print(repr(e.__cause__))
raise NotAnException()
