"""SCOREBOARD.md: written for people and read back by the suite; the lists of what fails in it are the only record."""
import pathlib
import re

FILE = pathlib.Path(__file__).resolve().parent / "SCOREBOARD.md"


def read(book):
    """{module: {id: reason}} of what the file says fails."""
    rows = {}
    if not FILE.exists():
        return rows
    module, failing = None, False
    for line in FILE.read_text().splitlines():
        if m := re.match(r"## (test_\w+)", line):
            module, failing = m[1], False
            rows[module] = {}
        elif line.startswith("### "):
            failing = line == "### Fails"
        elif module and failing and (m := re.match(r"- `(.*?)`: (.*)", line)):
            rows[module][m[1]] = m[2]
    return rows


def _text(why):
    why = " ".join(why.split())
    return (why[:157] + "..." if len(why) > 160 else why).replace("|", "\\|").replace("<", "\\<")


def write(lists, rows, applicable):
    """lists: {title: modules}; rows: {module: {id: reason}}; applicable(module): (ids that count, {id: why it does not})."""
    out = ["# CPython's own tests under Vivarium", "",
           "Written by `python3 tests/cpython/run.py --update`; [README.md](README.md) explains what counts. A case is a",
           "test method or one doctest example (of the library: a docstring's). Those of the library run with the real `unittest`."]
    rows = {m: rows[m] for modules in lists.values() for m in modules if rows.get(m) is not None}
    counted = {m: applicable(m) for m in rows}
    for title, modules in lists.items():
        out += ["", f"**{title}**", "", "| module | applicable | pass | fail | % | not applicable |", "|---|---:|---:|---:|---:|---:|"]
        total = [0, 0, 0]
        for module in modules:
            if module not in rows:
                continue
            good, bad = counted[module]
            n, f = len(good), len(rows[module])
            total = [total[0] + n, total[1] + f, total[2] + len(bad)]
            out.append(f"| [{module}](#{module}) | {n} | {n - f} | {f} | {100 * (n - f) / max(n, 1):.1f} | {len(bad)} |")
        n, f, b = total
        out.append(f"| **all** | {n} | {n - f} | {f} | {100 * (n - f) / max(n, 1):.1f} | {b} |")
    for module, failed in rows.items():
        out += ["", f"## {module}"]
        if failed:
            out += ["", "### Fails", ""]
            out += [f"- `{test}`: {_text(why)}" for test, why in failed.items()]
        if counted[module][1]:
            out += ["", "### Not applicable", ""]
            out += [f"- `{test}`: {_text(why)}" for test, why in counted[module][1].items()]
    FILE.write_text("\n".join(out) + "\n")
