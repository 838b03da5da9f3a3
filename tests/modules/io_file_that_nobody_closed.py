# What was written to a file is stored when the file object dies, closed or not.
open("a.txt", "w").write("one\n")
print(repr(open("a.txt").read()))
f = open("b.bin", "wb")
f.write(b"\x00\x01")
del f
print(open("b.bin", "rb").read())

def append(text):
    g = open("a.txt", "a")
    g.write(text)
append("two\n")
print(open("a.txt").readlines())
print(hasattr(open("a.txt"), "__del__"))
last = open("d.txt", "w")
last.write("at the end")
