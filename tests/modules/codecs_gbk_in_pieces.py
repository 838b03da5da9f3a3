# Encodings of several bytes in pieces: incremental codecs, stream readers and writers, files.
import codecs
import io

decoder = codecs.getincrementaldecoder("gbk")()
print([decoder.decode(bytes([byte])) for byte in "中文a".encode("gbk")], decoder.getstate())
print(decoder.decode(b"\xd6"), decoder.getstate())
try:
    decoder.decode(b"", True)
except UnicodeDecodeError as error:
    print(error)
decoder.reset()
print(decoder.getstate())

encoder = codecs.getincrementalencoder("gb18030")()
print(encoder.encode("中€"), encoder.getstate())

store = io.BytesIO()
writer = codecs.getwriter("gbk")(store)
writer.write("中文\n")
writer.writelines(["一", "二"])
print(store.getvalue())
reader = codecs.getreader("gbk")(io.BytesIO("中文\n行二\n三\n".encode("gbk")))
print(repr(reader.readline()), reader.read(1), reader.readlines())

with open("notes.txt", "w", encoding="gbk") as file:
    print("你好", file=file)
    print("世界", file=file)
with open("notes.txt", "rb") as file:
    print(file.read())
with open("notes.txt", encoding="gb18030") as file:
    print(file.read().split())
try:
    open("notes.txt", encoding="utf-8").read()
except UnicodeDecodeError as error:
    print(error)
print(codecs.lookup("gb2312").name, codecs.lookup("936").name, codecs.lookup("GB18030-2000").name)
codecs.register_error("wrong", lambda error: 5)
for action in (lambda: "€".encode("gb2312", "wrong"), lambda: b"\xff\xff".decode("gb2312", "wrong"), lambda: "a".encode("klingon")):
    try:
        action()
    except (TypeError, LookupError) as error:
        print(error)
