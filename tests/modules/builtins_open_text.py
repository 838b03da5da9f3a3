with open("notes.txt", "w") as f:
    print(f.write("first\nsecond é\n"), f.writable(), f.name, f.mode, f.closed)
    f.writelines(["third\n", "fourth"])
    print("fifth", file=f)
print(f.closed)
with open("notes.txt") as f:
    print(repr(f.readline()), f.read(3), repr(f.read()), repr(f.read()))
with open("notes.txt") as f:
    print(f.readlines())
print([line.rstrip() for line in open("notes.txt")])
with open("notes.txt", "a") as f:
    f.write("appended")
with open("notes.txt") as f:
    print(len(f.read()), f.seek(0), next(f), end="")
with open("notes.txt", "r+") as f:
    f.write("FIRST")
    f.seek(0)
    print(f.read(8))
try:
    f.read()
except ValueError as e:
    print(e)
