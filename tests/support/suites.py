"""The suites besides the modes: checks of the tree, C unit tests, the command line, injected failures, fuzzing, the page."""
import dataclasses
import os
import re
import subprocess
import sys

from . import cli, failalloc
from .programs import ROOT, TESTS, discover
from .runners import environment


@dataclasses.dataclass
class Suite:
    name: str
    what: str
    builds: tuple
    run: object  # a function of (report, args)
    packages: tuple = ()  # of Debian, beyond those of the builds
    only_all: bool = False


def _script(report, name, argv, again, timeout=1800):
    """A script that exits with 0 when all is well and says what is wrong on its output."""
    try:
        done = subprocess.run(argv, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout)
        text = (done.stdout + done.stderr).decode(errors="replace")
        code = done.returncode
    except subprocess.TimeoutExpired:
        text, code = f"no answer in {timeout} seconds", 1
    if code == 0:
        report.ok()
    else:
        report.fail(name, "\n".join(text.splitlines()[-60:]) or f"exit code {code}", again)
    report.step()


def tree(report, args):
    scripts = sorted((ROOT / "src" / "gen").glob("check_*.py"))
    report.begin("tree", len(scripts))
    for script in scripts:
        path = script.relative_to(ROOT).as_posix()
        _script(report, script.stem, [sys.executable, path], f"python3 {path}")


def unit(report, args):
    names = sorted(p.stem for p in (TESTS / "unit").glob("*.c"))
    builds = ["native", "debug", "asan", "small"]
    report.begin("unit", len(names) * len(builds))
    for build in builds:
        for name in names:
            path = f"build/{build}/unit/unit_{name}"
            _script(report, f"{name} ({build})", [str(ROOT / path)], path, 120)


def fuzz(report, args):
    count = 10000 if args.all else 1000
    report.begin("fuzz", 2 * count)
    for what, extra in (("mutated programs", []), ("generated programs", ["--generated"])):
        argv = [sys.executable, str(TESTS / "fuzz" / "mutate.py"), "--count", str(count),
                "--build", str(ROOT / "build" / "asan"), *extra]
        done = subprocess.run(argv, env=environment(), stdin=subprocess.DEVNULL, capture_output=True)
        text = done.stdout.decode(errors="replace")
        survived = re.search(r"^(\d+) survived$", text, re.M)
        report.ok(int(survived[1]) if survived else 0)
        if done.returncode != 0:
            report.fail(what, text[-6000:] + done.stderr.decode(errors="replace")[-3000:],
                        f"python3 tests/fuzz/mutate.py --count {count} --build build/asan {' '.join(extra)}")


def explore(report, args):
    report.begin("explore", 1)
    _script(report, "libFuzzer", [sys.executable, str(TESTS / "fuzz" / "explore.py"), "--runs", "20000"],
            "python3 tests/fuzz/explore.py --runs 20000", 3600)


def web(report, args):
    folder = ROOT / "web"
    if not (folder / "tests").is_dir():
        return
    done = subprocess.run(["npm", "test", "--silent"], cwd=folder, env=environment(), stdin=subprocess.DEVNULL,
                          capture_output=True)
    text = (done.stdout + done.stderr).decode(errors="replace")
    counts = {word: int(n) for word, n in re.findall(r"^(?:#|ℹ) (pass|fail|cancelled) (\d+)", text, re.M)}
    report.ok(counts.get("pass", 0))
    bad = counts.get("fail", 0) + counts.get("cancelled", 0)
    # A browser on a busy machine can miss a moment: its tests get a second chance, which is told.
    failing = sorted(set(re.findall(r"location: '[^']*/(tests/[\w.-]+\.test\.mjs):", text)))
    if bad and failing and all(re.search(r"support/(browser|firefox)\.mjs", (folder / path).read_text()) for path in failing):
        again = subprocess.run(["node", "--test", *failing], cwd=folder, env=environment(), stdin=subprocess.DEVNULL, capture_output=True)
        if again.returncode == 0:
            report.ok(bad)
            names = re.findall(r"^ *not ok \d+ - (.*)$", text, re.M)
            print("web: failed at first and passed when run again: " + "; ".join(names), file=sys.stderr)
            return
    if bad or done.returncode != 0:
        blocks = re.findall(r"^(?: *not ok .*\n(?:.*\n){0,25})", text, re.M) or [text[-4000:]]
        for n in range(max(1, bad)):
            report.fail("web", blocks[n] if n < len(blocks) else "see above", "cd web && npm test")


def lessons(report, args):
    """Every claim of the lessons, also under CPython 3.12."""
    argv = [str(ROOT / "vivarium"), "check", "--oracle", "--quiet", str(ROOT / "lessons")]
    done = subprocess.run(argv, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, capture_output=True)
    text = (done.stdout + done.stderr).decode(errors="replace")
    counts = re.search(r"^(\d+) passed, (\d+) failed$", text, re.M)
    report.ok(int(counts[1]) if counts else 0)
    for block in re.split(r"^(?=\S+:\d+: )", text, flags=re.M)[1:]:
        if not re.match(r"\S+:\d+: warning: ", block):
            report.fail("lessons", block.rstrip(), f"./vivarium check --oracle {block.split(':')[0]}")
    if not counts:
        report.fail("lessons", text[-4000:], "./vivarium check --oracle")


def cpython(report, args):
    script = TESTS / "cpython" / "run.py"
    argv = [sys.executable, str(script), "--check"] + ["--recheck"] * args.all
    done = subprocess.run(argv, env=environment(), stdin=subprocess.DEVNULL, capture_output=True)
    text = (done.stdout + done.stderr).decode(errors="replace")
    passed = re.search(r"^(\d+) pass", text, re.M)
    report.ok(int(passed[1]) if passed else 0)
    bad = re.findall(r"^not ok (.*)\n    (.*)$", text, re.M)
    for what, again in bad:
        report.fail("cpython", what, again)
    if done.returncode != 0 and not bad:
        report.fail("cpython", text[-4000:], "python3 tests/cpython/run.py --check")


def command_line(report, args):
    cli.run(report)


def allocation_failures(report, args):
    failalloc.run(report, discover(args.words), args.all)


SUITES = [
    Suite("tree", "include direction, writable globals, ownership, links in the documents", ("native",), tree),
    Suite("unit", "C unit tests", ("native", "debug", "asan", "small"), unit),
    Suite("cli", "the command line: arguments, exit codes, limits, the prompt", ("native", "wasi"), command_line),
    Suite("cpython", "CPython's own tests: what tests/cpython/SCOREBOARD.md says passes", ("native",), cpython,
          ("libpython3.11-testsuite",)),
    Suite("failalloc", "the n-th allocation fails", ("asan",), allocation_failures),
    Suite("fuzz", "mutated and generated programs under the sanitizers", ("asan",), fuzz),
    Suite("explore", "libFuzzer looks for programs that crash", ("fuzz",), explore, only_all=True),
    Suite("lessons", "what the lessons say, under Vivarium and CPython 3.12 (./vivarium check --oracle)", ("wasi",), lessons),
    Suite("web", "the page: unit tests, and Chromium", ("wasi", "browser"), web),
]
