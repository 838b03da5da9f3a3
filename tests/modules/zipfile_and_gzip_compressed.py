# gzip files and compressed members of zip files, over zlib.
import gzip
import io
import zipfile

data = b"".join(b"line %d\n" % n for n in range(500))
packed = gzip.compress(data, mtime=0)
print(packed[:10], gzip.decompress(packed) == data)

with gzip.open("notes.txt.gz", "wt", encoding="utf-8") as file:
    for n in range(3):
        print("note", n, file=file)
with gzip.open("notes.txt.gz", "rt", encoding="utf-8") as file:
    print(file.read().splitlines())
with gzip.open("notes.txt.gz") as file:
    print(file.readline(), file.tell(), file.seek(2), file.read(3))

store = io.BytesIO()
with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a.txt", data)
    archive.writestr("folder/b.txt", b"short", zipfile.ZIP_STORED)
with zipfile.ZipFile(store) as archive:
    for info in archive.infolist():
        print(info.filename, info.compress_type, info.compress_size < info.file_size, archive.read(info) in (data, b"short"))
    print(archive.testzip())
    with archive.open("a.txt") as member:
        print(member.readline(), member.read(10))

for broken in (packed[:-4], b"no gzip", packed[:8] + b"\0" * 20):
    try:
        gzip.decompress(broken)
    except Exception as error:
        print(type(error).__name__, error)
