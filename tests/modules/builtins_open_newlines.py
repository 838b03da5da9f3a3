with open("n.txt", "wb") as f:
    f.write(b"a\r\nb\rc\nd\r")
for newline in (None, "", "\n", "\r", "\r\n", "x", 5):
    try:
        print(repr(newline), open("n.txt", newline=newline).readlines(), repr(open("n.txt", newline=newline).read()), repr(open("n.txt", newline=newline).read(3)))
        with open("w.txt", "w", newline=newline) as f:
            print(f.write("x\ny\r\nz"))
        print(open("w.txt", "rb").read())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for args in (("x", ""), ("x", "+"), ("x", "t"), ("x", "bt+"), ("x\0", "b"), ("x\0", "q"), ("x", "rbb"), ("x", "wa"), ("nodir/x", "w"), ("nodir/x", "a"), ("nodir/x", "x")):
    try:
        open(*args)
    except OSError as e:
        print(args, type(e).__name__, e.strerror, e.filename)
    except ValueError as e:
        print(args, e)
made = open("made.txt", "w")
print(repr(open("made.txt").read()))
made.close()
