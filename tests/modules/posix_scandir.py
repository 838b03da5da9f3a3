# posix.scandir and posix.DirEntry.
import posix as os

os.mkdir("a")
os.mkdir("a/b")


def make(path, text):
    with open(path, "w") as f:
        f.write(text)


make("a/file.txt", "text")
make("a/b/deep", "")
with os.scandir("a") as it:
    for e in sorted(it, key=lambda e: e.name):
        print(e, e.name, e.path, e.is_dir(), e.is_file(follow_symlinks=False), e.is_symlink(), os.fspath(e), e.is_junction())
print(list(it), next(it, "end"), iter(it) is it)
for folder in ".", "a/", b"a", None:
    entries = sorted((e for e in os.scandir(folder)), key=lambda e: e.name)
    print([e.path for e in entries if e.name in ("a", "b", b"b", "file.txt")])
gone = [e for e in os.scandir("a") if e.name == "file.txt"][0]
print(gone.stat().st_size, gone.stat() is gone.stat(), gone.inode() == os.stat("a/file.txt").st_ino)
other = [e for e in os.scandir("a") if e.name == "b"][0]
os.remove("a/b/deep")
os.rmdir("a/b")
try:
    print(other.stat())
except FileNotFoundError as e:
    print(e.strerror, e.filename)
for wrong in "none", "a/file.txt", 1.5:
    try:
        print(os.scandir(wrong), os.listdir(wrong))
    except (OSError, TypeError) as e:
        print(type(e).__name__, e.strerror if isinstance(e, OSError) else e)
try:
    os.DirEntry()
except TypeError as e:
    print(e)
print(os.DirEntry, os.DirEntry[str])
