def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
# OSError
for a in ((), (2,), (902, 'No'), (902, 'No', 'file'), (902, 'No', 'f', 0), (902, 'No', 'f', 0, 'f2'), (902, 'No', 'f', None, 'f2'), (1,2,3,4,5,6), ('x', 'y'), (9013, 'd', b'f'), (9017, 'e', 5), (9999, 'z'), (None, None), (902, 'No', None), (902, 'No', None, None, 'g'), (9011, 'x', 'y')):
    def f():
        e = OSError(*a)
        return type(e).__name__, str(e), repr(e), e.args, e.errno, e.strerror, e.filename, e.filename2, getattr(e, 'characters_written', 'none')
    show(f)
class MyOS(OSError): pass
print(type(MyOS(902, 'x')), MyOS(2,'x').errno)
class MyOS2(OSError):
    def __init__(self, *a, **k): self.k = k
show(lambda: (MyOS2(902, 'x', k=1).errno, MyOS2(902, 'x').args, str(MyOS2(2,'x'))))
class MyOS3(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
show(lambda: (MyOS3(902, 'x').errno, MyOS3(902, 'x').args, str(MyOS3(2,'x'))))
class MyOS4(OSError):
    def __new__(cls, *a): return super().__new__(cls, 5, 'z')
    def __init__(self, *a): pass
show(lambda: (MyOS4(902, 'x').errno, MyOS4(902, 'x').args, str(MyOS4(2,'x'))))
class MyFNF(FileNotFoundError): pass
show(lambda: (type(MyFNF(9013, 'x')), MyFNF(13,'x').errno))
print(type(FileNotFoundError(9013, 'x')), EnvironmentError is OSError, IOError is OSError)
e = BlockingIOError(11, 'x', 5); print(e.characters_written, e.filename); e.characters_written = 7; print(e.characters_written); del e.characters_written
show(lambda: e.characters_written); show(lambda: setattr(e, 'characters_written', 'x'))
def d(): del e.characters_written
show(d)
e = OSError(902, 'a', 'b'); e.errno = 5; e.strerror = 'q'; e.filename = 'w'; print(e, e.args); e.filename2 = 'v'; print(e); del e.filename; print(e)
print(OSError(902, 'a', 'b').__reduce__(), OSError(902, 'a', 'b', 0, 'c').__reduce__(), OSError(902,'a').__reduce__())
