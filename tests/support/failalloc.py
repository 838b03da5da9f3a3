"""The allocation failure sweep: a program runs again and again, and each time a later allocation fails once.

Every run must end as python ends when memory is short: normally (somebody handled it), or with a MemoryError. It must
not crash, miscount a reference or leak. Plain `./vivarium test` spreads a bounded number of failures over each
program's allocations; --all tries every single one of 60 programs and a hundred of each other one.
"""
import concurrent.futures
import os
import subprocess

from .programs import ROOT
from .runners import environment

SHORT = 3_000  # programs of at most so many instructions take part
RUNS = 40  # failures tried for each program
PROGRAMS = 60  # at most so many programs, spread over the folders; with --all each of their allocations fails once
RUNS_ALL = 100  # with --all: failures tried for each of the other programs


def _sweep(program, runs):
    """The lines of a run as it is and of the `runs` (0: one for each allocation) that fail."""
    argv = [str(ROOT / "build" / "asan" / "vivarium_fuzz"), "failalloc", str(runs), str(program.path)]
    done = subprocess.run(argv, capture_output=True, stdin=subprocess.DEVNULL, env=environment(), timeout=3600)
    return done.returncode, done.stdout.decode(errors="replace").splitlines(), done.stderr.decode(errors="replace")


def _judge(line, normal):
    """What is wrong with one line of vivarium_fuzz's report, or None; `normal` is the exit code without a failure."""
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
    if status == "raised" and "MemoryError" not in last and code != normal:
        return f"it ended with {last!r} instead of MemoryError"
    return None


def run(report, programs, everything):
    binary = ROOT / "build" / "asan" / "vivarium_fuzz"
    short = [p for p in programs if 0 < p.instructions <= SHORT] or programs
    stride = max(1, len(short) // PROGRAMS)
    thorough = short[::stride][:PROGRAMS]
    plan = [(p, 0 if everything else RUNS) for p in thorough]
    if everything:
        plan += [(p, RUNS_ALL) for p in short if p not in thorough]
    report.begin("failalloc", len(plan))

    def one(planned):
        program, runs = planned
        again = f"build/asan/vivarium_fuzz failone N {program.path.relative_to(ROOT)}"
        code, lines, err = _sweep(program, runs)
        parts = lines[0].split(" ", 3) if lines else []
        normal = parts[2] if len(parts) > 2 else "0"
        bad = []
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
        list(pool.map(one, plan))
