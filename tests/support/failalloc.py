"""The allocation failure sweep: a program runs again and again, and each time a later allocation fails once.

Every run must end as python ends when memory is short: normally (somebody handled it), or with a MemoryError. It must
not crash, miscount a reference or leak. Plain `./vivarium test` spreads a bounded number of failures over each
program's allocations; --all tries every single one.
"""
import concurrent.futures
import os
import subprocess

from .programs import ROOT
from .runners import environment

SHORT = 3_000  # programs of at most so many instructions take part
RUNS = 40  # failures tried for each program
PROGRAMS = 60  # at most so many programs, spread over the folders
FULL_LIMIT = 20_000  # with --all: the last allocation that is tried


def _sweep(program, first, last, step):
    argv = [str(ROOT / "build" / "asan" / "vivarium_fuzz"), "failalloc", str(first), str(last), str(step),
            str(program.path)]
    done = subprocess.run(argv, capture_output=True, stdin=subprocess.DEVNULL, env=environment(), timeout=3600)
    return done.returncode, done.stdout.decode(errors="replace").splitlines(), done.stderr.decode(errors="replace")


def _normal(program):
    """(exit code, last line of stderr) of a run in which no allocation fails."""
    _, lines, _ = _sweep(program, 10**15, 10**15, 1)
    parts = lines[0].split(" ", 7) if lines else []
    return (int(parts[2]), parts[7] if len(parts) > 7 else "") if len(parts) >= 7 else (0, "")


def _judge(line, normal):
    """What is wrong with one line of vivarium_fuzz's report, or None."""
    parts = line.split(" ", 7)
    if len(parts) == 2 and parts[1] == "none":
        return None  # the interpreter itself could not start, and said so
    if len(parts) < 7:
        return "it crashed"
    name, status, code, _, _, _, defects = parts[:7]
    last = parts[7] if len(parts) > 7 else ""
    if int(defects) > 0:
        return f"{defects} defects: {last}"
    # A program that ends with an error of its own may report it with fewer words: parts of a report do without memory.
    if status == "raised" and "MemoryError" not in last and int(code) != normal[0]:
        return f"it ended with {last!r} instead of MemoryError"
    return None


def run(report, programs, everything):
    binary = ROOT / "build" / "asan" / "vivarium_fuzz"
    short = [p for p in programs if 0 < p.instructions <= SHORT] or programs
    if not everything:
        stride = max(1, len(short) // PROGRAMS)
        short = short[::stride][:PROGRAMS]
    report.begin("failalloc", len(short))

    def one(program):
        again = f"build/asan/vivarium_fuzz failalloc N N 1 {program.path.relative_to(ROOT)}"
        if everything:
            steps = (1, FULL_LIMIT, 1)
        else:
            steps = (1 + len(program.key) % 7, RUNS * 7, 7)
        code, lines, err = _sweep(program, *steps)
        bad = []
        normal = _normal(program)
        for line in lines:
            why = _judge(line, normal)
            if why:
                bad.append(f"allocation {line.split(' ')[0]}: {why}")
        if code != 0 and not bad:
            bad.append(f"exit code {code} after {lines[-1] if lines else 'nothing'}")
        report.ok(len(lines) - min(len(bad), len(lines)))
        if bad:
            report.fail(program.key, "\n".join(bad[:10] + [err[-3000:]]), again)
        report.step()

    if not binary.exists():
        report.fail("vivarium_fuzz", f"{binary.relative_to(ROOT)} is not built", "./vivarium test")
        return
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        list(pool.map(one, short))
