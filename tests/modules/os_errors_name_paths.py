# An OSError names the path as text, whatever object stood for it, and both of an operation on two files.
import os
import pathlib
import shutil
import tempfile

os.chdir(tempfile.mkdtemp())


class Place:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


open("file", "w").close()
for make in pathlib.Path, Place, os.fsencode, lambda path: Place(os.fsencode(path)):
    for function in os.stat, os.lstat, os.listdir, os.scandir, os.mkdir, os.rmdir, os.remove, os.chdir, os.utime, os.rename, os.replace, open:
        path = make("nope/x")
        try:
            function(path, make("nope/y")) if function in (os.rename, os.replace) else function(path)
        except OSError as e:
            print(function.__name__, type(e).__name__, str(e).partition("] ")[2], repr(e.filename), repr(e.filename2))
for function, args in ((os.open, (pathlib.Path("nope"), 0)), (os.truncate, (pathlib.Path("nope"), 0)), (os.rename, (pathlib.Path("file"), "d/e")),
                       (os.rename, ("nope", b"x"))):
    try:
        function(*args)
    except OSError as e:
        print(function.__name__, str(e).partition("] ")[2], len(e.args), e.args[3:])
for call in (lambda: shutil.move(pathlib.Path("no"), pathlib.Path("q")), lambda: pathlib.Path("no").rename("q"),
             lambda: pathlib.Path("no").unlink(), lambda: pathlib.Path("no").stat(), lambda: pathlib.Path("no/a").touch()):
    try:
        call()
    except OSError as e:
        print(type(e).__name__, str(e).partition("] ")[2])
