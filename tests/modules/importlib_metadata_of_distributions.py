"""importlib.metadata: what a distribution on sys.path says of itself."""
import importlib.metadata
import os
import sys

os.makedirs("made/thing-1.2.dist-info")
sys.path.insert(0, "made")
try:
    importlib.metadata.version("no-such-distribution")
except importlib.metadata.PackageNotFoundError as error:
    print(error)


def write(path, data):
    with open("made/" + path, "wb") as f:
        f.write(data)


write("thing-1.2.dist-info/METADATA", b"Metadata-Version: 2.1\nName: thing\nVersion: 1.2\nRequires-Dist: other>=3; extra == 'x'\nSummary: sums\n")
write("thing-1.2.dist-info/entry_points.txt", b"[console_scripts]\nrun = res:main\n")
importlib.invalidate_caches()
print(importlib.metadata.version("thing"), importlib.metadata.metadata("thing")["Summary"], importlib.metadata.requires("thing"))
print(importlib.metadata.entry_points(name="run"))
