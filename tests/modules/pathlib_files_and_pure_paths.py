# Module pathlib: pure paths, and paths of files that are there.
import os
import pathlib
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, OSError) else e.filename)


for cls in PurePosixPath, PureWindowsPath:
    for text in "a/b/c.tar.gz", "/usr/lib", "c:/x/y", "..", "", "a//b/./c/", "//server/share/x", ".hidden", "x.":
        p = cls(text)
        print(repr(p), str(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffix, p.suffixes, p.stem, p.is_absolute(), p.as_posix(), list(p.parents)[:2])
p = PurePosixPath("/a/b/c.py")
print(p / "x" / "../y", "pre" / PurePosixPath("x"), p.with_name("d"), p.with_suffix(".txt"), p.with_stem("e"), p.relative_to("/a"), p.joinpath("x", "/y"),
      p.match("*.py"), p.match("b/*.py"), p.is_relative_to("/a/b"), p.relative_to("/a/x", walk_up=True), p < PurePosixPath("/b"), hash(p) == hash(PurePosixPath("/a/b/c.py")))
for f, *args in ((p.relative_to, "/x"), (p.with_name, ""), (p.with_name, "a/b"), (p.with_suffix, "txt"), (PurePath, 5), (PurePosixPath().with_name, "x"), (p.joinpath, 5)):
    fails(f, *args)
root = Path("tree")
(root / "sub" / "deep").mkdir(parents=True)
(root / "a.txt").write_text("héllo\nline", encoding="utf-8")
(root / "sub" / "b.py").write_bytes(b"x = 1\r\n")
(root / "sub" / "deep" / "c.py").touch()
print((root / "a.txt").read_text("utf-8"), (root / "sub/b.py").read_bytes(), (root / "sub/b.py").read_text(), root.exists(), root.is_dir(), (root / "a.txt").is_file(), (root / "no").exists())
print(sorted(map(str, root.iterdir())), sorted(map(str, root.rglob("*.py"))), sorted(map(str, root.glob("*/*"))), sorted(p.name for p in root.glob("**")))
print([(str(d), sorted(ds), sorted(fs)) for d, ds, fs in sorted(root.walk())], (root / "a.txt").stat().st_size)
with (root / "a.txt").open("a", encoding="utf-8") as f:
    f.write("!")
print((root / "a.txt").rename(root / "z.txt"), (root / "z.txt").read_text("utf-8")[-1], (root / "sub/b.py").replace(root / "b2.py"))
fails((root / "none").read_text)
fails((root / "sub").mkdir)
print((root / "sub").mkdir(exist_ok=True))
fails((root / "sub").rmdir)
fails((root / "none").unlink)
print((root / "none").unlink(missing_ok=True), Path.cwd() == Path(os.getcwd()), Path("x").absolute() == Path.cwd() / "x", (root / ".." / "tree").resolve() == root.resolve())
print(Path("a/b").samefile if False else "", os.fspath(Path("a/b")), Path(b"x".decode()), Path(), repr(Path("a", "b", Path("c"))), pathlib.Path is Path)
