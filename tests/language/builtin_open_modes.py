# reference: open(), 3.2.12
# Modes and their errors, files as context managers and iterators, closed files.
name = "open_modes.tmp"
with open(name, "w") as f:
    print(f.write("one\ntwo\nthree"), f.writable(), f.readable(), f.name, f.mode, f.closed)
print(f.closed)
with open(name) as f: print(f.read(2), f.readline(), f.readlines(), f.read(), f.readline() == "")
with open(name) as f: print([line for line in f], next(f, "end"))
with open(name, "a") as f: f.write("!")
with open(name, "r+") as f: print(f.read()[-6:]); f.seek(0); f.write("ONE")
with open(name, "rb") as f: print(f.read(), f.seek(-1, 2), f.read(1), f.tell())
for args in (("no/such/file",), (name, "x"), (name, "rw"), (name, "q"), (name, ""), (name, "rbt"), (name, "rb", 0, "utf-8"), (name, "rb", -1, None, "strict"), (name, "U"), (5.5,), (None,), (name, 5), (name, "r", -1, None, None, "x"), (name, "rb", -1, None, None, "\n"), (name, "w+", -1, 5)):
    try:
        with open(*args) as f: print("opened")
    except Exception as e: print(args[1:], type(e).__name__, "" if isinstance(e, OSError) else e)
f = open(name); f.close(); f.close()
for act in (f.read, f.readline, lambda: f.write("x"), lambda: next(f), lambda: f.__enter__(), f.tell, lambda: f.seek(0), lambda: iter(f), f.flush):
    try: print(act())
    except ValueError as e: print(e)
with open(name) as f:
    try: f.write("x")
    except OSError as e: print(type(e).__name__)
with open(name, "w") as f:
    for bad in (5, b"x", None):
        try: f.write(bad)
        except TypeError as e: print(e)
    try: f.read()
    except OSError as e: print(type(e).__name__, e)
    f.writelines(["a\n", "b\n"])
    print("via print", file=f, end="|")
print(repr(open(name).read()) if 0 else [l for l in open(name, newline="")] if 0 else "")
with open(name) as f: print(repr(f.read()))
