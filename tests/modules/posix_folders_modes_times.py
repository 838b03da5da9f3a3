# not-in: wasi: its libc has no chmod
# The current folder, modes and times of files, truncate, pread and pwrite.
import os


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except (OSError, TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e.filename if isinstance(e, OSError) else e)


start = os.getcwd()
os.makedirs("a/b/c")
with open("a/f.txt", "w") as f:
    f.write("0123456789")
opened = open("a/f.txt", "r+")
os.chdir("a")
print(os.getcwd()[len(start):], os.listdir(), open("f.txt").read(), os.path.exists("a"), os.path.exists("b/c"))
os.chdir("b/c")
print(os.getcwdb()[len(start):], os.path.abspath("x")[len(start):], open("../../f.txt").read())
with open("here.txt", "w") as f:
    f.write("in c")
opened.write("XY")
opened.close()
os.rename("here.txt", "../moved.txt")
os.chdir("..")
print(sorted(os.listdir()), open("moved.txt").read(), open("../f.txt").read())
fails(os.chdir, "none")
fails(os.chdir, "moved.txt")
fails(os.chdir, 1.5)
os.chdir("./../../a//b/.")
print(os.getcwd()[len(start):])
os.chdir(os.path.join(start, "a"))
print(os.getcwd()[len(start):], sorted(os.listdir("b")), [(len(root.split("/")), sorted(dirs), sorted(files)) for root, dirs, files in os.walk(".")])
os.chdir(start.encode())

os.chmod("a/f.txt", 0o640)
print(oct(os.stat("a/f.txt").st_mode), os.access("a/f.txt", os.R_OK | os.W_OK))
os.chmod("a/f.txt", 0o600)
print(oct(os.stat("a/f.txt").st_mode))
os.utime("a/f.txt", (1234567890, 1234567890))
s = os.stat("a/f.txt")
print(s.st_atime, s.st_mtime, s.st_mtime_ns, os.path.getmtime("a/f.txt"))
os.utime("a/f.txt", ns=(7_000_000_000, 7_000_000_000))
s = os.stat("a/f.txt")
print(s.st_atime, s.st_mtime)
os.utime("a/f.txt")
print(os.stat("a/f.txt").st_mtime > 1600000000)
fails(os.utime, "a/f.txt", (1, 2), ns=(3, 4))
fails(os.utime, "a/f.txt", (1,))
fails(os.utime, "a/f.txt", 5)
fails(os.utime, "none", (1, 2))
fails(os.chmod, "none", 0o600)
fails(os.chmod, "a/f.txt", "x")

os.truncate("a/f.txt", 4)
print(open("a/f.txt").read(), os.path.getsize("a/f.txt"))
os.truncate("a/f.txt", 6)
print(open("a/f.txt", "rb").read())
fd = os.open("a/f.txt", os.O_RDWR)
print(os.pwrite(fd, b"pq", 1), os.pread(fd, 3, 0), os.pread(fd, 100, 4), os.lseek(fd, 0, 1), os.read(fd, 2), os.pread(fd, 1, 50))
fails(os.pread, fd, -1, 0)
fails(os.pwrite, fd, "text", 0)
os.close(fd)
os.remove("a/f.txt")
os.remove("a/b/moved.txt")
os.removedirs("a/b/c")
print(os.listdir(), len(os.times()), os.times()._fields if hasattr(os.times(), "_fields") else "", os.getppid() >= 0)
