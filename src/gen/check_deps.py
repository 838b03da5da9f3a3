#!/usr/bin/env python3
"""Checks the direction of includes: the .may_include of a folder lists all that its C files may include.

A line is a folder (`base/`), one header (`api/vivarium.h`), or a system header in angle brackets beyond those that only
declare (below). `#` starts a comment. Every folder may include itself and generated headers (`generated/NAME.h` are
found by their bare name). Names are relative to src/.
"""
import pathlib
import re
import sys

SRC = pathlib.Path(__file__).resolve().parent.parent
# Headers of C that bring no state and no system with them.
PLAIN = {"assert.h", "float.h", "inttypes.h", "limits.h", "math.h", "stdarg.h", "stdbool.h", "stddef.h", "stdint.h",
         "string.h"}
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)


def allowed_by(folder):
    """The entries of the nearest .may_include at or above `folder`."""
    while not (folder / ".may_include").exists():
        if folder == SRC:
            return None
        folder = folder.parent
    lines = (folder / ".may_include").read_text().splitlines()
    return {line.split("#")[0].strip() for line in lines} - {""}


def main():
    complaints = []
    files = sorted(p for p in SRC.rglob("*") if p.suffix in {".c", ".h", ".inc", ".def"})
    for path in files:
        name = path.relative_to(SRC).as_posix()
        allowed = allowed_by(path.parent)
        if allowed is None:
            complaints.append(f"{name}: its folder has no .may_include")
            continue
        for kind, target in INCLUDE.findall(path.read_text()):
            if kind == "<":
                if target not in PLAIN and f"<{target}>" not in allowed:
                    complaints.append(f"{name}: <{target}> is not in .may_include")
                continue
            home = target.rsplit("/", 1)[0] + "/" if "/" in target else None
            own = path.parent.relative_to(SRC).as_posix() + "/"
            if home is None and not (SRC / target).exists():
                if (path.parent / target).exists():
                    complaints.append(f'{name}: write "{own}{target}", relative to src/')
                continue  # generated
            if not (SRC / target).exists():
                complaints.append(f"{name}: {target} does not exist")
            elif home != own and home not in allowed and target not in allowed:
                complaints.append(f"{name}: {target} is not in .may_include of its folder")
    for line in complaints:
        print(line)
    print(f"{len(files)} files, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
