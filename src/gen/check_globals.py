#!/usr/bin/env python3
"""Checks that the core has no writable globals: everything mutable must hang off the program (struct vv_vm).

Looks at the object files of a native build (default build/native). Host folders are left out: a port may keep what
belongs to the process. There is no list of exceptions.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# objdump -t: address flags section size name; .data.rel.ro is read-only once the loader has run.
LINE = re.compile(r"^[0-9a-f]+ .{7} (\S+)\t([0-9a-f]+)\s+(?:\.hidden )?(\S+)$")
WRITABLE = re.compile(r"^(\.data(?!\.rel\.ro)|\.bss|\.tbss|\.tdata|\*COM\*)")


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "native")
    objects = sorted(build.glob("CMakeFiles/vv_*.dir/**/*.o"))
    if not objects:
        print(f"no object files under {build}; build it first: ./vivarium test --mode native")
        return 2
    found = 0
    for path in objects:
        table = subprocess.run(["objdump", "-t", str(path)], capture_output=True, text=True, check=True).stdout
        for line in table.splitlines():
            m = LINE.match(line)
            if m and WRITABLE.match(m[1]) and int(m[2], 16) > 0 and m[3] != m[1]:
                found += 1
                print(f"{path.name.removesuffix('.o')}: {m[3]} is writable ({m[1]}, {int(m[2], 16)} bytes)")
    print(f"{len(objects)} object files, {found} writable globals")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
