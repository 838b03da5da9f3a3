#!/usr/bin/env python3
"""Type-checks the core with -DVV_CHECK_OWNERSHIP: a borrowed reference used as an owned one does not compile.

With that switch vv_ref points to const (base/forward.h), so giving one to something that takes ownership loses `const`,
which is an error here. Nothing is generated or linked.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = ["base", "object", "types", "code", "compiler", "vm", "kernel", "modules", "observe", "api", "debug"]
FLAGS = ["-std=gnu17", "-fsyntax-only", "-D_GNU_SOURCE", "-DVV_CHECK_OWNERSHIP", "-DVV_DEBUG=1", "-Wall", "-Wextra",
         "-Werror=discarded-qualifiers", "-Werror=incompatible-pointer-types", "-Werror=unused-result",
         "-Wno-unused-function", "-O0"]


def main():
    generated = ROOT / "build" / "native" / "generated"
    files = [p for folder in FOLDERS for p in sorted((ROOT / "src" / folder).glob("*.c"))]
    wanted = sys.argv[1:]
    if wanted:
        files = [p for p in files if any(word in p.as_posix() for word in wanted)]

    def check(path):
        done = subprocess.run(["gcc", *FLAGS, f"-I{ROOT / 'src'}", f"-I{generated}", str(path)], capture_output=True,
                              text=True, cwd=ROOT)
        return path, done.returncode, done.stderr

    bad = 0
    shown = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for n, (path, code, text) in enumerate(pool.map(check, files), 1):
            if code != 0:
                bad += 1
                errors = [line for line in text.splitlines() if "error:" in line]
                print("\n".join(errors[:8]).replace(str(ROOT) + "/", ""))
            if time.monotonic() - shown > 2:
                shown = time.monotonic()
                print(f"{n}/{len(files)} files", file=sys.stderr)
    print(f"{len(files)} files, {bad} with ownership errors")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
