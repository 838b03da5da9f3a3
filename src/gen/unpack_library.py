#!/usr/bin/env python3
"""unpack_library.py ZIP FOLDER TABLES OWN - puts the pure-Python standard library into FOLDER, replacing what was there.

ZIP is python_stdlib.zip of npm's pyodide package (CPython 3.12's sources, PSF licence). What belongs to pyodide itself stays out.
The core's tables, TABLES/*.data (datafile.py), go to FOLDER/_data. The modules in OWN join it: OWN/*.py stand for modules that CPython
has in C and that only say no here, OWN/absent.txt names modules that cannot be (NAME: why). compile_library.py makes the code next.
"""
import pathlib
import shutil
import sys
import zipfile

NOT_OURS = ("_pyodide/", "pyodide/", "site-packages/", "_sysconfigdata__emscripten", "webbrowser.py", "pyodide_js")


def main():
    source, folder, tables, own = sys.argv[1], *map(pathlib.Path, sys.argv[2:5])
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(source) as archive:
        for name in archive.namelist():
            if name.endswith(".py") and not name.startswith(NOT_OURS):
                archive.extract(name, folder)
    for path in own.glob("*.py"):
        shutil.copyfile(path, folder / path.name)
    for line in (own / "absent.txt").read_text().splitlines():
        name, _, why = line.partition(": ")
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / f"{name}.py").write_text(f'raise ImportError("there is no module {name} in Vivarium: {why}", name="{name}")\n')
    (folder / "_data").mkdir()
    for path in tables.glob("*.data"):
        shutil.copyfile(path, folder / "_data" / path.stem)


if __name__ == "__main__":
    main()
