#!/usr/bin/env python3
"""unpack_library.py ZIP FOLDER TABLES - puts the pure-Python standard library into FOLDER, replacing what was there.

ZIP is python_stdlib.zip of npm's pyodide package (CPython 3.12's sources, PSF licence). What belongs to pyodide itself stays out.
The core's tables, TABLES/*.data (datafile.py), go to FOLDER/_data. compile_library.py makes the code of the modules next.
"""
import pathlib
import shutil
import sys
import zipfile

NOT_OURS = ("_pyodide/", "pyodide/", "site-packages/", "_sysconfigdata__emscripten", "webbrowser.py", "pyodide_js")


def main():
    source, folder, tables = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(source) as archive:
        for name in archive.namelist():
            if name.endswith(".py") and not name.startswith(NOT_OURS):
                archive.extract(name, folder)
    (folder / "_data").mkdir()
    for path in tables.glob("*.data"):
        shutil.copyfile(path, folder / "_data" / path.stem)


if __name__ == "__main__":
    main()
