# posix.open and what works with its descriptors.
import posix as os


def fails(f, *args):
    try:
        print("no error:", f(*args))
    except (OSError, TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, (e.strerror, e.filename) if isinstance(e, OSError) else e)


fd = os.open("d.txt", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
print(os.write(fd, b"hello world"), os.lseek(fd, 0, 1), open("d.txt").read())
print(os.lseek(fd, 6, 0), os.read(fd, 3), os.read(fd, 100), os.read(fd, 1), os.lseek(fd, -5, 2))
print(os.write(fd, bytearray(b"W")), os.lseek(fd, 0, 0), os.read(fd, 20))
other = os.dup(fd)
print(other != fd, os.lseek(other, 2, 0), os.read(fd, 2), os.read(other, 2))
os.close(fd)
print(os.read(other, 2), os.fstat(other).st_size, os.stat(other).st_size)
os.ftruncate(other, 4)
print(os.fstat(other).st_size, os.lseek(other, 8, 0), os.write(other, memoryview(b"end")), os.fsync(other))
os.close(other)
print(open("d.txt", "rb").read(), os.stat("d.txt").st_size)

log = os.open("d.txt", os.O_WRONLY | os.O_APPEND)
print(os.lseek(log, 0, 0), os.write(log, b"+"), os.lseek(log, 0, 1))
fails(os.read, log, 1)
reader = os.open("d.txt", os.O_RDONLY)
fails(os.write, reader, b"x")
os.write(log, b"seen")
print(os.lseek(reader, -5, 2), os.read(reader, 10))
os.dup2(reader, log)
fails(os.write, log, b"x")
os.rename("d.txt", "e.txt")
print("e.txt" in os.listdir())
os.unlink("e.txt")
print(os.lseek(reader, 0, 0), os.read(reader, 4), "e.txt" in os.listdir())
os.closerange(min(reader, log), max(reader, log) + 1)
fails(os.read, reader, 1)

fails(os.open, "none", os.O_RDONLY)
fails(os.open, "none/none", os.O_RDWR | os.O_CREAT)
os.close(os.open("f", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
fails(os.open, "f", os.O_CREAT | os.O_EXCL | os.O_WRONLY)
fails(os.open, "f", os.O_RDONLY | os.O_DIRECTORY)
fails(os.open, b"f\0", 0)
fails(os.open, 1.5, 0)
fails(os.open, "f", "r")
for f in os.close, os.fstat, os.dup, os.fsync:
    fails(f, 99)
fails(os.close, -1)
fails(os.close, "f")
fails(os.close, 1 << 40)
fails(os.lseek, 99, 0, 0)
fd = os.open("f", os.O_RDWR)
fails(os.lseek, fd, -1, 0)
fails(os.lseek, fd, 0, 9)
fails(os.ftruncate, fd, -1)
fails(os.read, fd, -1)
fails(os.write, fd, "text")
os.close(fd)
print(os.isatty(fd))


class Number:
    def __index__(self):
        return os.open("f", os.O_RDONLY)


print(os.read(Number(), 5))
print(os.putenv("NAME", "value"), os.unsetenv("NAME"))
fails(os.putenv, "A=B", "c")
