"""importlib.resources and zipimport: data in packages, modules in archives."""
import importlib
import importlib.resources
import os
import sys
import zipfile
import zipimport

os.mkdir("made")
folder = os.path.abspath("made")
sys.dont_write_bytecode = True
sys.path.insert(0, folder)


def write(path, data):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)


def say(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder, "DIR").replace(os.getcwd(), "CWD"))


write("res/__init__.py", b"")
write("res/text.txt", "h\u00e9llo\n".encode())
write("res/data.bin", bytes(range(5)))
write("res/sub/inner.txt", b"inner")
files = importlib.resources.files("res")
print(files.joinpath("text.txt").read_text("utf-8"), (files / "data.bin").read_bytes(), files.joinpath("sub", "inner.txt").read_text())
print(sorted(p.name for p in files.iterdir() if p.name != "__pycache__"), (files / "text.txt").is_file(), (files / "sub").is_dir(), files.name)
with importlib.resources.as_file(files / "text.txt") as path:
    print(path.name, path.exists())
import warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(importlib.resources.read_text("res", "text.txt"), importlib.resources.read_binary("res", "data.bin"), importlib.resources.is_resource("res", "sub"),
          sorted(n for n in importlib.resources.contents("res") if n.endswith("t")))
    say(importlib.resources.read_text, "res", "a/b")
print((files / "nope").is_file())
say(importlib.resources.files, "no_such_package")

archive = os.path.join(folder, "lib.zip")
with zipfile.ZipFile(archive, "w") as z:
    z.writestr("zipped.py", "value = __name__\ndef fail():\n    raise ValueError('from the archive')\n")
    z.writestr("zpack/__init__.py", "")
    z.writestr("zpack/mod.py", "from . import data\n" if 0 else "x = 3\n")
    z.writestr("zpack/data.txt", "archived")
    z.writestr("bad.py", "x = = 1")
sys.path.insert(0, archive)
import zipped
import zpack.mod
print(zipped.value, zipped.__file__.replace(folder, "DIR"), type(zipped.__loader__).__name__, zpack.mod.x)
print(importlib.resources.files("zpack").joinpath("data.txt").read_text())
try:
    zipped.fail()
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
say(importlib.import_module, "bad")
z = zipimport.zipimporter(archive)
print(str(z).replace(folder, "DIR"), z.is_package("zpack"), z.is_package("zipped"), z.get_source("zipped")[:16], z.get_filename("zpack").replace(folder, "DIR"))
print(z.find_spec("nope"), z.find_spec("zipped").name, z.get_data("zpack/data.txt"), z.get_code("zpack.mod" if 0 else "zipped").co_name)
say(z.get_source, "nope")
say(z.get_data, "nope")
say(z.load_module, "nope") if 0 else None
say(zipimport.zipimporter, folder)
say(zipimport.zipimporter, "no_file.zip")
