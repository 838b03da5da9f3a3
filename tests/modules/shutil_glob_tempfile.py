# Modules os, shutil, glob, fnmatch, tempfile, filecmp, fileinput and linecache over files that are there.
import filecmp
import fileinput
import fnmatch
import glob
import linecache
import os
import shutil
import tempfile


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, OSError) else e.filename)


os.makedirs("src/sub/deep")
for name, text in ("src/a.txt", "alpha\nbeta\n"), ("src/b.py", "print('b')\n"), ("src/sub/c.txt", "gamma\n"), ("src/sub/deep/.hidden", ""):
    with open(name, "w") as f:
        f.write(text)
print(shutil.copy("src/a.txt", "src/copy.txt"), open("src/copy.txt").read(), shutil.copy("src/b.py", "src/sub"), shutil.copyfile("src/a.txt", "d.txt"))
print(shutil.copytree("src", "dst", ignore=shutil.ignore_patterns("*.py")), sorted(os.listdir("dst")), sorted(os.listdir("dst/sub")))
print(shutil.move("dst/sub", "moved"), os.path.exists("dst/sub"), sorted(os.listdir("moved")), shutil.rmtree("moved"), os.path.exists("moved"))
fails(shutil.copytree, "src", "dst")
fails(shutil.copyfile, "src/a.txt", "src/a.txt")
fails(shutil.rmtree, "none")
fails(shutil.copy, "none", "x")
print(sorted(glob.glob("src/*")), sorted(glob.glob("src/**/*.txt", recursive=True)), sorted(glob.glob("*.txt", root_dir="src")), glob.glob("src/[ab].*")[0] in ("src/a.txt", "src/b.py"), glob.escape("a[1]*"))
print(fnmatch.filter(["a.py", "b.txt", "C.PY"], "*.py"), fnmatch.fnmatch("x.txt", "?.t[xy]t"), fnmatch.fnmatchcase("A", "a"), fnmatch.translate("a*[!b]?"))
print(sorted((root, sorted(dirs), sorted(files)) for root, dirs, files in os.walk("src")), [root for root, dirs, files in os.walk("src", topdown=False)][-1])
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "x")
    with open(path, "w") as f:
        f.write("temporary")
    print(os.path.isdir(folder), open(path).read())
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=True) as f:
    print(f.write("named"), f.flush(), os.path.exists(f.name), f.name.endswith(".txt"), f.seek(0), f.read())
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    print(f.write(b"bytes"), f.seek(1), f.read())
with tempfile.SpooledTemporaryFile(max_size=10) as f:
    print(f.write(b"small"), f._rolled, f.write(b"larger than that"), f._rolled, f.seek(0), f.read())
fd, name = tempfile.mkstemp(dir=".")
print(os.write(fd, b"x"), os.close(fd), os.path.getsize(name), os.remove(name))
print(filecmp.cmp("src/a.txt", "d.txt"), filecmp.cmp("src/a.txt", "src/b.py", shallow=False), filecmp.dircmp("src", "dst").left_only)
with fileinput.input(["src/a.txt", "src/sub/c.txt"]) as lines:
    for line in lines:
        print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), line.rstrip())
with fileinput.input("d.txt", inplace=True, backup=".bak") as lines:
    for line in lines:
        print(line.upper(), end="")
print(open("d.txt").read(), open("d.txt.bak").read())
print(linecache.getline("src/a.txt", 2), repr(linecache.getline("src/a.txt", 9)), linecache.getlines("none"))
print(os.path.relpath("src/sub", "dst"), os.path.commonpath(["/a/b", "/a/c"]), os.path.splitext("a/b.tar.gz"), os.path.normpath("a//b/../c/."), os.path.getsize("src/a.txt"),
      os.path.samefile("src", "./src"), os.path.isabs("/x"), os.path.expandvars("$NONE/x"), os.path.join("a", "/b", "c"), os.path.split("/a/b/"))
with os.scandir("src") as entries:
    print(sorted((e.name, e.is_dir(), e.is_file(), e.stat().st_size if e.is_file() else 0) for e in entries))
print(shutil.which("no such program"), shutil.get_terminal_size((80, 24)).columns > 0, os.path.basename(shutil.make_archive("arch", "zip", "src")) if False else "")
shutil.rmtree("src")
print(os.path.exists("src"))
