# io.BytesIO: positions, views of the buffer, closing, subclasses.
import io
b = io.BytesIO(b"one\ntwo\nthree")
print(b.read(2), b.readline(), b.readline(1), b.tell(), b.read1(3), b.readlines(), b.read())
b.seek(0); print(list(b))
b.seek(20); print(b.write(b"!"), b.getvalue())
print(b.seek(-1, 2), b.read(), b.seek(-100, 1), b.truncate(3), b.getvalue())
view = b.getbuffer()
view[0] = 65
print(b.getvalue())
for change in (lambda: b.write(b"xxxx"), lambda: b.truncate(0), lambda: b.close()):
    try:
        change()
    except BufferError as e:
        print("BufferError", e)
view.release()
b.seek(0)
target = bytearray(2)
print(b.readinto(target), target)
for bad in (lambda: io.BytesIO("x"), lambda: b.write("x"), lambda: b.seek(-1), lambda: b.seek(0, 9), lambda: b.truncate(-1), lambda: b.read("x"),
            lambda: b.fileno()):
    try:
        print(bad())
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
with b:
    pass
try:
    b.read()
except ValueError as e:
    print(e)
class Raw(io.RawIOBase):
    def __init__(self, data):
        self.data = data
    def readable(self):
        return True
    def readinto(self, buffer):
        n = min(len(buffer), 3, len(self.data))
        buffer[:n], self.data = self.data[:n], self.data[n:]
        return n
r = Raw(b"ab\ncdef\ng")
print(r.readline(), r.read(2), r.readall(), r.closed, r.writable())
r.close()
print(r.closed)
for attempt in (lambda f: f.seek(0), lambda f: f.truncate(), lambda f: f.fileno(), lambda f: f.tell()):
    try:
        attempt(Raw(b""))
    except io.UnsupportedOperation as e:
        print(type(e).__name__, e)
d = io.IncrementalNewlineDecoder(None, True)
print([d.decode(x) for x in ("a\r", "\nb\r", "c\n")], repr(d.decode("\r", final=True)), d.newlines)
