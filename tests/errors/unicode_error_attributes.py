def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
# Unicode errors
for c, a in ((UnicodeEncodeError, ('ascii', 'ab\xe9cd', 2, 3, 'bad')), (UnicodeEncodeError, ('ascii', 'ab\u1234cd', 2, 3, 'bad')), (UnicodeEncodeError, ('ascii', 'ab\U00012345cd', 2, 3, 'bad')), (UnicodeEncodeError, ('ascii', 'abcd', 1, 3, 'bad')), (UnicodeEncodeError, ('ascii', 'abcd', 1, 300, 'bad')), (UnicodeEncodeError, ('ascii', 'abcd', -5, 1, 'bad')), (UnicodeEncodeError, ('ascii', '', 0, 1, 'bad')), (UnicodeDecodeError, ('utf-8', b'ab\xff', 2, 3, 'bad')), (UnicodeDecodeError, ('utf-8', b'ab\xff', 1, 3, 'bad')), (UnicodeDecodeError, ('utf-8', bytearray(b'ab\xff'), 1, 2, 'bad')), (UnicodeDecodeError, ('utf-8', 'x', 1, 2, 'bad')), (UnicodeTranslateError, ('ab\xe9', 2, 3, 'bad')), (UnicodeTranslateError, ('ab\xe9', 1, 3, 'bad')), (UnicodeTranslateError, ('a', 'b', 3, 'bad')), (UnicodeEncodeError, (1, 'a', 1, 2, 'x')), (UnicodeEncodeError, ('a', b'a', 1, 2, 'x')), (UnicodeEncodeError, ('a', 'a', 1, 2, 3)), (UnicodeEncodeError, ('a', 'a', 1, 2)), (UnicodeDecodeError, ('a', b'', 0, 0, 'r')),):
    def f():
        e = c(*a)
        return str(e), repr(e), e.args, e.start, e.end, e.reason, e.object, getattr(e, 'encoding', None)
    show(f)
e = UnicodeEncodeError('a', 'bcd', 0, 1, 'r')
e.start = 2; e.end = 3; e.object = 'xyz\xff'; e.reason = 'why'; e.encoding = 'enc'; print(e)
def d2(): e.object = 5; return str(e)
e.object='xyz'
def d3(): e.start = 'x'
show(d3)
def d4(): del e.start
show(d4)
def d5(): del e.reason; return str(e)
show(d5)
class U(UnicodeEncodeError):
    def __init__(self): pass
show(lambda: str(U())); show(lambda: U().start); show(lambda: U().object)
show(lambda: str(UnicodeDecodeError.__new__(UnicodeDecodeError)))
