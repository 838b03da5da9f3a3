#!/usr/bin/env python3
"""Takes the C library zlib out of Debian's package binutils-source.

Usage: unpack_zlib.py FOLDER

Writes zlib's C files into FOLDER unless they are there; exits with 1 if the package is not installed. Builds may call it at the same
time: the folder appears whole. (The archive lists some files a second time, as links to themselves.)
"""
import os
import pathlib
import shutil
import sys
import tarfile
import tempfile


def main():
    folder = pathlib.Path(sys.argv[1])
    if folder.exists():
        return 0
    archives = sorted(pathlib.Path("/usr/src/binutils").glob("binutils-*.tar.xz"))
    if not archives:
        return 1
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = pathlib.Path(tempfile.mkdtemp(dir=folder.parent))
    with tarfile.open(archives[-1], "r|xz") as archive:
        for member in archive:
            path = pathlib.PurePosixPath(member.name)
            if len(path.parts) == 3 and path.parts[1] == "zlib" and path.suffix in (".c", ".h") and member.isreg():
                (made / path.name).write_bytes(archive.extractfile(member).read())
    made.chmod(0o755)
    try:
        os.rename(made, folder)
    except OSError:  # another build was faster
        shutil.rmtree(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
