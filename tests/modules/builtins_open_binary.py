with open("data.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.tell(), f.seek(2), f.write(b"XY"))
with open("data.bin", "rb") as f:
    print(f.read(4), f.tell(), f.seek(-3, 2), f.read(), f.read(), f.seek(0), f.readline())
    b = bytearray(3)
    f.seek(1)
    print(f.readinto(b), b)
with open("data.bin", "ab") as f:
    f.write(b"\r\nend")
print(open("data.bin", "rb").read())
with open("lines.txt", "wb") as f:
    f.write(b"a\r\nb\rc\n")
print(open("lines.txt").readlines(), open("lines.txt", newline="").readlines(), open("lines.txt", newline="\n").readlines())
