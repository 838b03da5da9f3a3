#!/usr/bin/env python3
"""The table of tests/README.md: which programs are about which section of the Language Reference, or which built-in
function. A program says it in a comment near its top: `# reference: 6.10.1, 3.3.1, len()`.

    python3 src/gen/check_reference.py            complains about unknown and empty rows
    python3 src/gen/check_reference.py --write    writes the table anew

A section that only collects others (6.2, 8) is covered by theirs.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TESTS = ROOT / "tests"
README = TESTS / "README.md"
LINE = re.compile(r"^# reference: *(.+)$", re.M)
NEAR_TOP = 6  # lines
FUNCTIONS = """abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex
delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int
isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr
reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__""".split()
# What a row would say that no program can show.
NO_PROGRAM = {
    "5.9": "a list of documents",
    "breakpoint()": "starts a debugger of the library",
    "help()": "belongs to the library's site and pydoc",
}
HEAD = """# What the programs cover

Made by `src/gen/check_reference.py --write`; a row without a program fails the `tree` suite. A program names its rows
in a comment near its top: `# reference: 6.10.1, len()`. How to write a program: [README](../README.md#writing-a-test).
Expectations are recorded from Pyodide's CPython 3.12, which has 32 bits; a program with `# oracle: 64-bit` near its top
(about `sys.getsizeof`) from a CPython 3.12 for 64 bits, named when recording: `VIVARIUM_PYTHON64=PROGRAM node tests/record.mjs WORD`.
"""


def sections():
    """Number -> title, in the reference's order."""
    lines = (TESTS / "support" / "reference.txt").read_text().splitlines()
    return dict(line.split(" ", 1) for line in lines if line and not line.startswith("#"))


def named():
    """(program, row) for every row that a program names."""
    for path in sorted(TESTS.glob("*/*.py")):
        if path.parent.name not in ("support", "fuzz", "perf", "unit", "cpython"):
            m = LINE.search("\n".join(path.read_text(encoding="utf-8", errors="replace").split("\n", NEAR_TOP)[:NEAR_TOP]))
            for row in m[1].split(",") if m else ():
                yield path.relative_to(TESTS).as_posix(), row.strip()


def main():
    titles = sections()
    rows = {row: [] for row in list(titles) + [f + "()" for f in FUNCTIONS]}
    complaints = []
    for program, row in named():
        if row in rows:
            rows[row].append(program)
        else:
            complaints.append(f"{program}: there is no section or built-in function {row}")
    for row, programs in rows.items():
        parts = any(other.startswith(row + ".") for other in rows)
        if not programs and not parts and row not in NO_PROGRAM:
            complaints.append(f"no program is about {row} {titles.get(row, '')}")

    def link(program):
        return f"[{program.split('/')[-1][:-3]}]({program})"

    out = [HEAD, "## The Language Reference\n", "| section | about | programs |", "|---|---|---|"]
    for row, programs in rows.items():
        if row == "abs()":
            out += ["", "## Built-in functions\n", "| function | programs |", "|---|---|"]
        parts = any(other.startswith(row + ".") for other in rows)
        text = ", ".join(map(link, programs)) or ("*its parts*" if parts else f"none: {NO_PROGRAM.get(row, '')}")
        title = f"{titles[row]} | ".replace("*", r"\*").replace("_", r"\_") if row in titles else ""
        out.append(f"| {row} | {title}{text} |".replace("__import__()", r"\_\_import\_\_()"))
    text = "\n".join(out) + "\n"
    if "--write" in sys.argv:
        README.write_text(text)
    for line in complaints[:80]:
        print(line)
    print(f"{len(rows)} rows, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
