# open() and FileIO: layers, modes, descriptors, openers, errors.
import io
import os
import warnings


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except (OSError, TypeError, ValueError, OverflowError, LookupError) as e:
        print(type(e).__name__, e.filename if isinstance(e, OSError) and e.errno else e)


for mode in "w", "wb", "r", "rb", "r+", "r+b", "a", "ab", "a+", "a+b", "w+", "w+b", "rt", "wt", "rb+":
    with open("f.txt", mode) as f:
        raw = f if isinstance(f, io.FileIO) else f.buffer.raw if hasattr(f, "buffer") else f.raw
        print(mode, type(f).__name__, f.mode, raw.mode, f.readable(), f.writable(), f.seekable(), f.name, raw.closefd, f.closed)
        if f.writable():
            f.write("text\n" if "b" not in mode else b"bytes\n")
for mode in "rb", "wb", "r+b", "ab":
    with open("f.txt", mode, buffering=0) as f:
        print(mode, repr(f).replace("\\", "/"), f.tell())
with open("x.txt", "x") as f:
    print(f, f.buffer, f.buffer.raw)
fails(open, "x.txt", "x")
fails(open, "none.txt")
fails(open, "none/none.txt", "w")
fails(open, ".", "r")
fails(open, ".", "w")
for mode in "", "b", "q", "rw", "rr", "r++", "U", "+", "br+a", "tb", "\u1234":
    fails(open, "f.txt", mode)
    fails(io.FileIO, "f.txt", mode)
fails(open, "f.txt", "rb", encoding="utf-8")
fails(open, "f.txt", "rb", errors="strict")
fails(open, "f.txt", "rb", newline="")
fails(open, "f.txt", "r", 0)
fails(open, "f.txt", "r", -5)
fails(open, "f.txt", "r", "x")
fails(open, "f.txt", newline="\n\r")
fails(open, "f.txt", encoding="nonsense")
fails(open, "f.txt", encoding=b"utf-8")
fails(open, "f.txt", 5)
fails(open, "f\0.txt")
fails(open, 1.5)
fails(open, None)
fails(open, [])
fails(open, -1)
fails(open, 99)
fails(open, 1 << 70)
fails(open, "f.txt", closefd=False)
fails(io.FileIO, "f.txt", "r", False)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    open("f.txt", "rb", 1).close()
    print([str(w.message) for w in caught])

with open("f.txt", "w") as f:
    f.write("0123456789")
fd = os.open("f.txt", os.O_RDWR)
with open(fd, "r+b", closefd=False) as f:
    print(f.read(3), f.fileno() == fd, f.name == fd, f.raw.closefd)
print(os.lseek(fd, 0, os.SEEK_CUR))
with open(fd, "r+", closefd=True) as f:
    f.seek(0)
    print(f.read(2), f.tell(), f.name == fd)
fails(os.fstat, fd)


def opener(path, flags):
    print("opener", path, flags == os.O_RDONLY | os.O_CLOEXEC)
    return os.open("f.txt", flags)


with open("whatever", opener=opener) as f:
    print(f.read(), f.name)
fails(open, "f.txt", opener=lambda path, flags: "x")
fails(open, "f.txt", opener=lambda path, flags: -3)
fails(open, "f.txt", opener=lambda path, flags: 1 / 0 if False else 99)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(open(Path("f.txt")).read(), open(b"f.txt", "rb").read(), open(Path(b"f.txt")).name)
fails(open, Path(5))

f = io.FileIO("f.txt", "r+")
print(f.read(2), f.readall(), f.read(), f.seek(2), f.write(b"XY"), f.tell(), f.seek(-1, 2), f.read(5), f.truncate(4), f.seek(0), f.read())
buffer = bytearray(3)
print(f.seek(1), f.readinto(buffer), buffer, f.readinto(memoryview(buffer)[:1]), buffer, f.readline(), f.seek(0), f.readlines())
fails(f.seek, -1)
fails(f.seek, 0, 9)
fails(f.read, "x")
fails(f.write, "x")
fails(f.readinto, b"const")
print(repr(f), f.isatty(), f.seekable(), f.readable(), f.writable(), f.mode)
fails(f.__reduce__)
f.close()
print(repr(f), f.closed)
for name in "read", "fileno", "tell", "readable", "isatty", "readall":
    fails(getattr(f, name))
fails(io.FileIO("f.txt").write, b"x")
fails(io.FileIO("f.txt", "w").read)
with io.FileIO("f.txt", "w") as f:
    f.seek(3)
    f.write(b"gap")
print(io.FileIO("f.txt").readall())


class Shouting(io.FileIO):
    def write(self, b):
        return super().write(bytes(b).upper())


with io.TextIOWrapper(io.BufferedWriter(Shouting("f.txt", "w"))) as f:
    f.write("quiet words")
print(open("f.txt").read())
a, b = open("f.txt"), open("f.txt", "a")
b.write(", and more")
b.flush()
print(a.read(), os.stat("f.txt").st_size)
print(io.open is open, io.open_code(os.path.abspath("f.txt")).read(), io.text_encoding(None), io.text_encoding("x"), io.DEFAULT_BUFFER_SIZE)
with open("big.bin", "wb") as f:
    for k in range(100):
        f.write(bytes([k]) * 1000)
    print(f.tell(), os.stat("big.bin").st_size <= 100000)
with open("big.bin", "rb") as f:
    print(sum(f.read()), f.seek(5500), f.read(2), f.seek(-2500, 2), f.read1(3), f.tell())
os.remove("big.bin")
