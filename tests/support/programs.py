"""The test programs: where they are, what they must print, and in which modes each of them runs.

A program is tests/FOLDER/NAME.py. Beside it lie NAME.out, NAME.err and NAME.code (missing means empty, empty and 0) as
CPython 3.12 gave them to record.mjs, NAME.in, its standard input, and NAME.files/, what stands in its folder. Nobody edits them: recorded.json holds their
digests.
"""
import base64
import dataclasses
import hashlib
import itertools
import json
import pathlib

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
NOT_PROGRAMS = {"cpython", "support", "fuzz", "perf", "unit", "__pycache__"}


@dataclasses.dataclass
class Program:
    path: pathlib.Path
    instructions: int = 0  # executed by a plain run; 0 = not measured

    @property
    def key(self):
        return self.path.relative_to(TESTS).as_posix()

    @property
    def files(self):
        """The files of NAME.files/, which stand in the program's folder: name (with /) to bytes."""
        folder = self.path.with_suffix(".files")
        names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        return {name: (folder / name).read_bytes() for name in names}

    def neighbour(self, ending):
        path = self.path.with_suffix(ending)
        return path.read_bytes() if path.exists() else b""

    @property
    def not_in(self):
        """Modes in which the program cannot say the same, from a line above the program: `# not-in: asan, small: the reason`."""
        above = itertools.takewhile(lambda line: line.startswith("#"), self.path.read_text(errors="replace").split("\n"))
        line = next((line for line in above if line.startswith("# not-in:")), "::")
        return line.split(":")[1].replace(",", " ").split()

    @property
    def expected(self):
        return self.neighbour(".out"), self.neighbour(".err"), int(self.neighbour(".code") or 0)


def discover(words):
    """Every program whose path contains one of the words (all of them when there are no words)."""
    found = [Program(path) for path in sorted(TESTS.glob("*/**/*.py"))
             if path.relative_to(TESTS).parts[0] not in NOT_PROGRAMS and not any(p.suffix == ".files" for p in path.parents)]
    return [p for p in found if not words or any(word in p.key for word in words)]


def digest(*parts):
    """The same as sha() in record.mjs."""
    h = hashlib.sha256()
    for part in parts:
        h.update(b"%d\0" % len(part) + part)
    return h.hexdigest()


def _parts(files):
    return [part for name, data in files.items() for part in (name.encode(), data)]


def check_recorded(programs, complete):
    """Complaints about programs whose expectation is missing, stale or edited by hand."""
    book_path = TESTS / "recorded.json"
    book = json.loads(book_path.read_text())["programs"] if book_path.exists() else {}
    again = "record it: node tests/record.mjs "
    for p in programs:
        entry = book.get(p.key)
        if entry is None:
            yield p.key, "it has never been recorded; " + again + p.key
        elif entry["source"] != digest(p.path.read_bytes(), p.neighbour(".in"), *_parts(p.files)):
            yield p.key, "it changed since it was recorded; " + again + p.key
        elif entry["expected"] != digest(p.neighbour(".out"), p.neighbour(".err"), p.neighbour(".code")):
            yield p.key, "its expectation is not the recorded one; " + again + p.key
    if complete:
        for key in sorted(set(book) - {p.key for p in programs}):
            yield key, "it is recorded but gone; forget it: node tests/record.mjs --prune"


@dataclasses.dataclass
class Mode:
    """One way to run every program. `how`: command (a process each), or wasi, reactor, browser (a worker for many)."""
    name: str
    build: str
    how: str
    what: str
    options: object = None  # a function of the program: command options, or request fields
    longest: int = 0  # programs with more instructions run only with --all; 0 = no limit
    longest_all: int = 0  # the same with --all: what costs milliseconds an instruction would never end
    only_all: bool = False
    patience: int = 60  # seconds a program may take


def _audit_every(p):
    """Each instruction of small programs; otherwise up to two thousand audits, on odd instructions and even ones. Large
    programs (they import library modules) have large heaps, where each audit takes long."""
    return 1 if p.instructions <= 2000 else max(50, p.instructions // (2000 if p.instructions < 200_000 else 300)) | 1


def _copy_every(p):
    return max(997, p.instructions // 100 | 1)


def _x(*settings):
    return lambda p: [part for s in settings for part in ("-X", s)]


MODES = [
    Mode("native", "native", "command", "the release build, as people run it"),
    Mode("traced", "native", "command", "every instruction counted", _x("traced")),
    Mode("budget-1", "native", "command", "left and entered at every instruction", _x("budget=1"), 30_000_000),
    Mode("budget-7", "native", "command", "left every 7 instructions", _x("budget=7"), 100_000_000),
    Mode("budget-1000", "native", "command", "left every 1000 instructions", _x("budget=1000")),
    Mode("copy-997", "native", "command", "moved to a copy of its memory every 997 instructions", _x("copy=997"),
         2_000_000, 20_000_000, patience=400),
    Mode("copy-13", "native", "command", "moved to a copy every 13 instructions", _x("copy=13"),
         longest_all=100_000, only_all=True, patience=400),
    Mode("audit", "debug", "command", "every reference count checked between instructions",
         lambda p: ["-X", f"audit={_audit_every(p)}"], 5_000_000, patience=400),
    Mode("audit-1", "debug", "command", "every reference count checked at every instruction", _x("audit=1"),
         longest_all=50_000, only_all=True, patience=600),
    Mode("gc-stress", "debug", "command", "garbage collected at every allocation boundary", _x("gcstress"), 30_000, 300_000,
         patience=400),
    Mode("small", "small", "command", "tiny capacities", None, 20_000_000),
    Mode("asan", "asan", "command", "address, undefined behaviour and leak sanitizers", None, 10_000_000),
    Mode("wasi", "wasi", "wasi", "the WASI command in Node"),
    Mode("reactor", "wasi", "reactor", "moved to a new WebAssembly instance every now and then",
         lambda p: {"copyEvery": _copy_every(p)}, 50_000_000),
    Mode("browser", "browser", "browser", "the page's build in Chromium"),
]


def request(program, mode):
    """What a worker is asked for one program."""
    encode = lambda data: base64.b64encode(data).decode()
    extra = mode.options(program) if mode.options else {}
    return {"id": program.key, "name": program.path.name, "source": encode(program.path.read_bytes()),
            "input": encode(program.neighbour(".in")), "timeout": mode.patience,
            "files": {name: encode(data) for name, data in program.files.items()}, **extra}
