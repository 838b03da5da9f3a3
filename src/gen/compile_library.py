"""compile_library.py FOLDER - makes the code of the standard library's modules; runs under Vivarium itself.

FOLDER/x.py becomes FOLDER/__pycache__/x.TAG.pyc, which is never compared with its source (flags 1: by hash, unchecked), and each
module that CPython freezes becomes FOLDER/_frozen/NAME, its marshalled code alone. Only modules built into the core are imported
here: the import system's own code is among what is made. FOLDER/index.txt lists the files for hosts that would have to ask.

Most functions of a module are never called by a program that imports it. So a function stands in these files as bytes, which are
read when it is first called or looked at (code/codeobj.h): in place of a marshalled code object the type L, then file name, name and
qualified name as usual, and as a bytes object the function's own marshalled code and its tail.
"""
import _imp
import marshal
import posix
import sys

LIBRARY = sys._stdlib_dir
MAGIC = (3531).to_bytes(2, "little") + b"\r\n"
UNCHECKED_HASH = (1).to_bytes(4, "little")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


index = [f"{sys.implementation.cache_tag}\n"]  # what the library consists of: a path and a size on each further line


def note(path, data):
    index.append(f"{path[len(LIBRARY) + 1:]} {len(data)}\n")


def make_folder(path):
    try:
        posix.mkdir(path)
    except FileExistsError:
        pass


Code = type(make_folder.__code__)
OPTIMIZED, VARARGS, VARKEYWORDS = 0x1, 0x4, 0x8
MARK = b"\xe7stands for L\xe7"  # a list, which no compiler puts among constants, that begins with this
LIST_MARKED = b"[" + (5).to_bytes(4, "little") + b"s" + len(MARK).to_bytes(4, "little") + MARK


def shortened(code):
    """The code, its functions unread, also those of class bodies."""
    consts = [const if not isinstance(const, Code) else unread(const) if const.co_flags & OPTIMIZED else shortened(const)
              for const in code.co_consts]
    return code.replace(co_consts=tuple(consts))


def dumped(code):
    """What marshal makes of it, its functions unread."""
    data = marshal.dumps(shortened(code))
    assert data.count(LIST_MARKED) == data.count(MARK)
    return data.replace(LIST_MARKED, b"L")


def unread(code):
    """A function's place among the constants."""
    parameters = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & VARARGS)
                                  + bool(code.co_flags & VARKEYWORDS)]
    names = b"".join([name.encode() + b"\0" for name in parameters])
    doc = code.co_consts[0].encode() if code.co_consts and isinstance(code.co_consts[0], str) else None
    consts = code.co_consts if doc is None else (None,) + code.co_consts[1:]
    data = dumped(code.replace(co_consts=consts, co_filename="", co_name="", co_qualname=""))
    numbers = [code.co_firstlineno, len(data), len(data) + len(names) if doc is not None else 0]
    tail = names + (doc or b"") + b"".join([number.to_bytes(4, "little") for number in numbers])
    # A mark and bytes that nothing else refers to are written out each time.
    return [b"".join([MARK[:1], MARK[1:]]), code.co_filename, code.co_name, code.co_qualname, data + tail]


def compiled(source, filename):
    return dumped(compile(source, filename, "exec", dont_inherit=True))


def compile_folder(folder, shown):
    """Every module in a folder, whose path in the program is `shown`."""
    cache = f"{folder}/__pycache__"
    names = sorted(posix.listdir(folder))
    if any(name.endswith(".py") for name in names):
        make_folder(cache)
    for name in names:
        path = f"{folder}/{name}"
        if name.endswith(".py"):
            source = read(path)
            code = compiled(source, f"{shown}/{name}")
            header = MAGIC + UNCHECKED_HASH + _imp.source_hash(int.from_bytes(MAGIC, "little"), source)
            write(f"{cache}/{name[:-3]}.{sys.implementation.cache_tag}.pyc", header + code)
            note(f"{shown}/{name}", source)
        elif name not in ("__pycache__", "_frozen", "_data") and posix.stat(path).st_mode & 0o170000 == 0o040000:
            compile_folder(path, f"{shown}/{name}")


def freeze(folder):
    make_folder(f"{folder}/_frozen")
    for name in _imp._frozen_module_names():
        origin = _imp.find_frozen(name)[2]
        source = read(f"{folder}/{origin.replace('.', '/')}.py")
        code = compiled(source, f"<frozen {origin}>")
        write(f"{folder}/_frozen/{name}", code)
        note(f"{LIBRARY}/_frozen/{name}", code)


for name in sorted(posix.listdir(f"{sys.argv[1]}/_data")):
    note(f"{LIBRARY}/_data/{name}", read(f"{sys.argv[1]}/_data/{name}"))
freeze(sys.argv[1])
compile_folder(sys.argv[1], LIBRARY)
write(f"{sys.argv[1]}/index.txt", "".join(index).encode())
