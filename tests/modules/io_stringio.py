# io.StringIO: positions, line ends, writing behind the end, closing, subclasses, iteration.
import io
s = io.StringIO()
print(s.write("hello\nwörld\n"), s.tell(), s.getvalue())
s.seek(0)
print(repr(s.read(3)), repr(s.readline()), repr(s.readline(2)), repr(s.read()), repr(s.read()))
s.seek(15); s.write("x"); print(repr(s.getvalue()))
print(s.truncate(4), repr(s.getvalue()), s.tell(), s.seek(0, 2), s.seek(0))
for nl in (None, "", "\n", "\r", "\r\n"):
    f = io.StringIO("a\nb\r\nc\rd", newline=nl)
    print(repr(nl), repr(f.getvalue()), list(f))
for bad in (lambda: io.StringIO(3), lambda: io.StringIO("", 3), lambda: io.StringIO("", "x"), lambda: s.write(b"x"), lambda: s.seek(-1),
            lambda: s.seek(1, 1), lambda: s.seek(0, 5), lambda: s.truncate(-1), lambda: s.read("x"), lambda: s.seek("a")):
    try:
        print(bad())
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
print(s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed, s.line_buffering, s.newlines, s.encoding)
with io.StringIO("x\ny\n") as f:
    print(f.readlines(), f.readline() == "")
    f.writelines(["1", "2"])
    print(f.getvalue())
print(f.closed)
for method in ("read", "getvalue", "tell", "readable", "__enter__", "__iter__", "flush"):
    try:
        getattr(f, method)()
    except ValueError as e:
        print(method, e)
class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())
u = Upper("start")
u.note = 3
print("more", "words", file=u)
print(u.getvalue(), u.note, isinstance(u, io.TextIOBase), isinstance(u, io.IOBase), isinstance(u, io.RawIOBase))
print([c.__name__ for c in io.StringIO.__mro__])
