# Buffers over raw files written in Python: what they call, with what, and what they make of the answers.
import io


class Raw(io.RawIOBase):
    def __init__(self, data=b"", step=None, log=None):
        self.data = bytearray(data)
        self.at = 0
        self.step = step
        self.log = log if log is not None else []

    def readable(self):
        self.log.append("readable")
        return True

    def writable(self):
        self.log.append("writable")
        return True

    def seekable(self):
        self.log.append("seekable")
        return True

    def readinto(self, b):
        n = min(len(b), len(self.data) - self.at, self.step or 10**9)
        self.log.append(("readinto", len(b), n))
        b[:n] = self.data[self.at:self.at + n]
        self.at += n
        return n

    def write(self, b):
        n = min(len(b), self.step or 10**9)
        self.log.append(("write", bytes(b[:n])))
        self.data[self.at:self.at + n] = b[:n]
        self.at += n
        return n

    def seek(self, offset, whence=0):
        self.log.append(("seek", offset, whence))
        self.at = offset + (self.at if whence == 1 else len(self.data) if whence == 2 else 0)
        return self.at

    def tell(self):
        self.log.append("tell")
        return self.at

    def truncate(self, size=None):
        self.log.append(("truncate", size))
        if size is None:
            size = self.at
        del self.data[size:]
        return size


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, BlockingIOError) else e.strerror, getattr(e, "characters_written", "") if not isinstance(e, BlockingIOError) else e.characters_written)


def seen(raw):
    got = list(raw.log)
    raw.log.clear()
    return got


raw = Raw(b"0123456789abcdef\nsecond line\nlast", 7)
r = io.BufferedReader(raw, 8)
print(seen(raw))
print(r.read(3), seen(raw), r.peek(), r.read1(), r.read1(2), seen(raw))
print(r.read(9), seen(raw))
print(r.readline(), seen(raw), r.tell(), seen(raw))
buffer = bytearray(6)
print(r.readinto(buffer), buffer, r.readinto1(buffer), buffer, seen(raw))
print(r.seek(2), seen(raw), r.read(2), r.seek(-1, 1), r.read(2), r.seek(-4, 2), r.read(), seen(raw))
print(r.read(), r.read(5), r.readline(), r.read1(), seen(raw))
r.seek(0)
print(list(r), seen(raw)[-3:])
r.seek(0)
print(r.readline(4), r.readline(0), r.readlines(20))
fails(r.read, -2)
fails(r.read, "x")
fails(r.seek, 0, 3)
fails(r.seek, 1.5)
fails(r.write, b"x")
fails(r.truncate)
print(repr(r), r.raw is raw, r.seekable(), r.readable(), r.writable())
print(r.detach() is raw, seen(raw))
fails(r.read)
fails(r.flush)
fails(repr, r)

raw = Raw(step=3)
w = io.BufferedWriter(raw, 8)
print(seen(raw), w.write(b"abc"), w.write(bytearray(b"def")), seen(raw), w.write(b"ghijk"), seen(raw))
print(w.write(memoryview(b"0123456789" * 2)), seen(raw), w.tell(), seen(raw))
print(w.flush(), seen(raw), w.seek(2), w.write(b"XX"), seen(raw), w.seek(0, 2), seen(raw), raw.data)
print(w.truncate(6), seen(raw), w.truncate(), raw.data)
fails(w.read)
fails(w.write, "text")
fails(w.write, 5)
w.write(b"end")
print(w.close(), seen(raw), raw.data, w.closed, w.close())
fails(w.write, b"x")
fails(w.flush)
fails(w.seek, 0)

raw = Raw(b"abcdefghijklmnopqrstuvwxyz", None)
x = io.BufferedRandom(raw, 8)
print(seen(raw), x.read(3), x.write(b"DEF"), x.read(2), seen(raw), x.tell())
x.flush()
print(raw.data, x.seek(20), x.write(b"UVW"), x.seek(0), x.read(), seen(raw)[-4:])
x.seek(1)
print(x.peek(1), x.write(b"bc"), x.peek(1)[:2], x.readline(), raw.data)


class Blocking(Raw):
    room = 5

    def write(self, b):
        n = min(self.room, len(b))
        if n == 0:
            return None
        self.room -= n
        return super().write(b[:n])


raw = Blocking()
w = io.BufferedWriter(raw, 4)
print(w.write(b"abc"), w.write(b"de"), seen(raw))
fails(w.write, b"0123456789")
raw.room = 100
print(w.flush(), raw.data)


class Silent(Raw):
    def readinto(self, b):
        return None


r = io.BufferedReader(Silent(b"x"))
print(r.read(), r.read(3), r.read1(), r.peek(), r.readinto(bytearray(2)))


class Wrong(Raw):
    answer = 100

    def readinto(self, b):
        return self.answer

    def write(self, b):
        return self.answer

    def tell(self):
        return -5


for answer in 5, -1, "text", None:
    raw = Wrong()
    raw.answer = answer
    if answer != 5:
        fails(io.BufferedReader(raw).read, 3)
    raw = Wrong()
    raw.answer = answer
    w = io.BufferedWriter(raw, 4)
    w.write(b"ab")
    fails(w.flush)
    raw.answer = 4
    fails(w.flush)


class Broken(Raw):
    def readinto(self, b):
        raise OSError("no luck")

    def write(self, b):
        raise ZeroDivisionError("no luck either")

    def close(self):
        super().close()
        raise KeyError("close")


fails(io.BufferedReader(Broken()).read, 1)
w = io.BufferedWriter(Broken())
w.write(b"x")
try:
    w.close()
except KeyError as e:
    print(repr(e), repr(e.__context__))


class Deaf(Raw):
    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False


for cls in io.BufferedReader, io.BufferedWriter, io.BufferedRandom:
    fails(cls, Deaf())
    fails(cls, Raw(), 0)
    fails(cls, Raw(), -1)
fails(io.BufferedRWPair, Deaf(), Raw())
pair = io.BufferedRWPair(Raw(b"read me"), Raw(), 4)
print(pair.read(4), pair.peek(2), pair.read1(1), pair.write(b"written"), pair.flush(), pair.readable(), pair.writable(), pair.closed)
print(pair.readinto(buffer), buffer, pair.close(), pair.closed)


class MyReader(io.BufferedReader):
    def readline(self, *args):
        return b"[" + super().readline(*args) + b"]" if self.peek() else b""


r = MyReader(Raw(b"a\nb\n"))
print(list(r), repr(r).replace("__main__.", ""))
try:
    r.__reduce__()
except TypeError as e:
    print(e)


class Plain(io.RawIOBase):
    pieces = [b"one\n", b"two", b"\nthree"]

    def readable(self):
        return True

    def read(self, n=-1):
        return self.pieces.pop(0) if self.pieces else b""


print(Plain().readall(), io.BufferedReader(Raw(b"x" * 20, 3), 4).readlines())


class Late(Raw):
    closings = 0

    def close(self):
        if not self.closed:
            print("closed", bytes(self.data))
        super().close()


w = io.BufferedWriter(Late())
w.write(b"written by the finalizer")
del w
