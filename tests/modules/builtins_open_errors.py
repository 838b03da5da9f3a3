for args in (("missing.txt",), ("x", "q"), ("x", "rw"), ("x", "rbt"), ("x", "b"), ("missing dir/x", "w"), ("x", "rb", -1, "utf-8"), (1.5,), ("a\0b",)):
    try:
        open(*args)
    except OSError as e:
        print(type(e).__name__, e.strerror, e.filename)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
with open("once.txt", "x") as f:
    f.write("1")
try:
    open("once.txt", "x")
except FileExistsError as e:
    print(type(e).__name__, e.strerror, e.filename)
f = open("once.txt")
for use in (lambda: f.write("x"), lambda: f.read("x"), lambda: f.seek(-1), lambda: f.seek(1, 1)):
    try:
        use()
    except Exception as e:
        print(type(e).__name__, e)
f.close()
f.close()
with open("bad.txt", "wb") as g:
    g.write(b"ok \xff end")
try:
    open("bad.txt", encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
print(ascii(open("bad.txt", encoding="utf-8", errors="replace").read()), ascii(open("bad.txt", encoding="latin-1").read()))
