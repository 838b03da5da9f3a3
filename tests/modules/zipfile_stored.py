# Module zipfile over stored members: writing, reading, testing, appending, errors.
import io
import os
import zipfile


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as z:
    z.writestr("a.txt", "text of a\n" * 3)
    z.writestr(zipfile.ZipInfo("dir/b.bin", (2020, 1, 2, 3, 4, 6)), bytes(range(20)))
    with z.open("c.txt", "w") as f:
        f.write(b"first ")
        f.write(b"second")
    z.mkdir("empty")
    z.comment = b"a comment"
    print(z.namelist())
with zipfile.ZipFile(buffer) as z:
    for info in z.infolist():
        print(info.filename, info.file_size, info.compress_size, info.CRC, info.is_dir(), info.compress_type)
    print(z.comment, z.read("a.txt"), z.testzip(), z.getinfo("dir/b.bin").date_time)
    with z.open("a.txt") as f:
        print(f.readline(), f.read(4), f.tell(), f.seek(2), f.read1(3), f.readable(), f.seekable(), f.peek(5))
    with io.TextIOWrapper(z.open("a.txt"), "utf-8") as f:
        print(list(f))
    fails(z.read, "none")
    fails(z.writestr, "x", "y")
    z.extractall("out")
print(sorted(os.listdir("out")), open("out/dir/b.bin", "rb").read())
with zipfile.ZipFile(buffer, "a") as z:
    z.write("out/a.txt", "copied.txt")
print(zipfile.ZipFile(buffer).namelist(), zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"no zip")))
fails(zipfile.ZipFile, io.BytesIO(b"no zip at all"))
fails(zipfile.ZipFile, buffer, "q")
data = bytearray(buffer.getvalue())
data[data.index(b"text of a")] ^= 1
fails(zipfile.ZipFile(io.BytesIO(data)).read, "a.txt")
print(zipfile.ZipFile(io.BytesIO(data)).testzip())
root = zipfile.Path(zipfile.ZipFile(buffer))
print(sorted(p.name for p in root.iterdir()), (root / "dir" / "b.bin").exists(), (root / "a.txt").read_text()[:6], (root / "dir").is_dir())
