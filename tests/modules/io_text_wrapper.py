# TextIOWrapper over buffers: decoding in pieces, newlines, positions, writing through.
import codecs
import io


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


class Slow(io.BytesIO):
    """Gives few bytes at a time."""
    step = 1

    def read1(self, n=-1):
        return self.read(min(self.step, n if n >= 0 else self.step))


text = "naïve\r\nεὐρώ\n漢字\rend 🎈"
for encoding in "utf-8", "utf-16", "utf-16-le", "utf-32", "gb18030", "utf-8-sig", "utf-7", "cp1253":
    try:
        data = text.encode(encoding, "replace")
    except LookupError:
        data = b""
    if encoding == "gb18030":
        continue
    for step in 1, 3:
        for newline in None, "", "\n", "\r", "\r\n":
            raw = Slow(data)
            raw.step = step
            f = io.TextIOWrapper(raw, encoding, newline=newline)
            lines = f.readlines()
            raw.seek(0)
            again = io.TextIOWrapper(raw, encoding, newline=newline)
            parts = []
            while part := again.read(3):
                parts.append(part)
            print(encoding, step, repr(newline), lines if step == 1 and encoding == "utf-8" else len(lines), "".join(parts) == "".join(lines),
                  f.newlines, again.newlines)

print("positions")
for encoding in "utf-8", "utf-16", "ascii":
    data = "first\nsecönd\n\nfourth line\r\nlast".encode(encoding, "replace")
    f = io.TextIOWrapper(io.BytesIO(data), encoding)
    cookies = []
    for n in 0, 3, 1, 5, 7, 2:
        f.read(n)
        cookies.append(f.tell())
    print(encoding, cookies)
    for cookie in cookies:
        f.seek(cookie)
        print(repr(f.read(4)), end=" ")
    f.seek(0)
    f.readline()
    print(f.tell(), f.seek(0, 2), repr(f.read()), f.seek(f.tell(), 0), f.tell())
    f.seek(0)
    next(f)
    fails(f.tell)
    list(f)
    print(f.tell())
    fails(f.seek, 1, 1)
    fails(f.seek, 1, 2)
    fails(f.seek, -1)
    fails(f.seek, 0, 5)
    fails(f.seek, "x")
f = io.TextIOWrapper(Slow("aé漢🎈z".encode()), "utf-8")
spots = []
while f.read(1):
    spots.append(f.tell())
print(spots)
f = io.TextIOWrapper(Slow(b"a\r\nb\rc\r\n"), "utf-8")
spots = []
while c := f.read(1):
    spots.append((c, f.tell()))
print(spots, f.newlines)

print("errors")
bad = b"ok \xff\xfe \xc3"
for errors in "replace", "ignore", "backslashreplace", "surrogateescape":
    print(ascii(io.TextIOWrapper(Slow(bad), "utf-8", errors).read()), ascii(io.TextIOWrapper(io.BytesIO(bad), "ascii", errors).read(5)))
fails(io.TextIOWrapper(io.BytesIO(bad), "utf-8").read)
fails(io.TextIOWrapper(io.BytesIO(b"abc\xc3"), "utf-8").readline)
codecs.register_error("stars", lambda e: ("*" * (e.end - e.start), e.end))
print(io.TextIOWrapper(Slow(bad), "utf-8", "stars").read())
f = io.TextIOWrapper(io.BytesIO(), "ascii", "stars", write_through=True)
f.write("zwölf")
print(f.buffer.getvalue())
fails(io.TextIOWrapper(io.BytesIO(), "ascii").write, "é")
fails(io.TextIOWrapper, io.BytesIO(), "no-such-codec")
fails(io.TextIOWrapper, io.BytesIO(), "rot13")
fails(io.TextIOWrapper, io.BytesIO(), 5)
fails(io.TextIOWrapper, io.BytesIO(), errors=5)
fails(io.TextIOWrapper, io.BytesIO(), newline="x")
fails(io.TextIOWrapper, io.BytesIO(), newline=b"x")
fails(io.TextIOWrapper, "text")

print("writing")
for newline in None, "", "\n", "\r", "\r\n":
    b = io.BytesIO()
    f = io.TextIOWrapper(b, "utf-8", newline=newline)
    print(f.write("a\nb\r\nc\r"), b.getvalue(), f.tell(), b.getvalue(), f.line_buffering, f.write_through, f.newlines)


class Loud(io.BytesIO):
    def write(self, b):
        print("  write", bytes(b[:20]), len(b))
        return super().write(b)

    def flush(self):
        print("  flush")


f = io.TextIOWrapper(Loud(), "utf-8", line_buffering=True)
f.write("no end")
f.write(" of line\nnext")
f.reconfigure(line_buffering=False, write_through=True)
f.write("at once\n")
f.reconfigure(encoding="utf-16-le", newline="\r\n", write_through=False)
f.write("é\n")
print(f.encoding, f.errors, f.tell())
f.write("x" * 9000)
f.write("y")
f.flush()
b = io.BytesIO()
f = io.TextIOWrapper(b, "utf-16")
f.write("ab")
f.write("c")
f.flush()
print(b.getvalue(), f.seek(0, 2), f.write("d"), f.flush(), b.getvalue(), f.seek(0), f.read())
b = io.BytesIO(b"old text")
f = io.TextIOWrapper(b, "utf-8-sig")
f.seek(0, 2)
f.write("!")
f.flush()
print(b.getvalue())
f = io.TextIOWrapper(io.BytesIO(b"some text to change"), "ascii")
print(f.read(4), f.write("!"), f.tell(), f.seek(0), f.read(), f.truncate(3), f.buffer.getvalue())
f.seek(0)
f.read(1)
fails(f.reconfigure, encoding="utf-8")
fails(f.reconfigure, newline="x")
fails(f.write, b"bytes")
fails(f.read, "x")
f._CHUNK_SIZE = 5
print(f._CHUNK_SIZE)
try:
    f._CHUNK_SIZE = 0
except ValueError as e:
    print(e)
buffer = f.detach()
for name in "read", "fileno", "close", "tell":
    fails(getattr(f, name))
fails(repr, f)
fails(getattr, f, "closed")
print(buffer.closed)

print("what it is")
f = io.TextIOWrapper(io.BytesIO(b"x"))
print(f.encoding, f.errors, f.seekable(), f.readable(), f.writable(), f.isatty(), f.closed, repr(f))
f.mode = "given"
print(repr(f), f.close(), f.closed, f.close())
for name in "read", "readline", "flush", "tell", "__next__":
    fails(getattr(f, name))
fails(f.write, "x")
fails(f.fileno)


class Half(io.RawIOBase):
    def readable(self):
        return True

    def read(self, n=-1):
        return 5


fails(io.TextIOWrapper(Half()).read, 1)
fails(io.TextIOWrapper(Half()).tell)
fails(io.TextIOWrapper(Half()).write, "x")


class Mine(io.TextIOWrapper):
    def readline(self, *args):
        line = super().readline(*args)
        return line and "> " + line


print(list(Mine(io.BytesIO(b"a\nb\n"))), Mine(io.BytesIO(b"a\nb\n")).readlines())
f = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"line one\nline two\n")), "ascii")
print(f.readline(4), f.readline(100), f.readline(-1), repr(f.readline()))

d = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), True)
print([d.decode(p) for p in (b"a\r", b"\nb\r", b"c\xc3")], d.getstate(), d.newlines)
state = d.getstate()
print(ascii(d.decode(b"\xa9\n", True)), d.setstate(state), ascii(d.decode(b"\xbc")), d.reset(), d.getstate(), d.newlines)
d = io.IncrementalNewlineDecoder(None, False)
print([d.decode(p) for p in ("a\r", "\nb\r", "c")], d.getstate(), d.newlines)
