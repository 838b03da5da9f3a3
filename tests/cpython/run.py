#!/usr/bin/env python3
"""CPython's own tests as the outside judge: runs the modules of Debian's libpython3.11-testsuite under Vivarium.

    run.py test_dict -k pop          what fails now, with reasons; -v shows tracebacks and output, -p also what passes
    run.py --library                 the modules about the library (--all: both lists), with the real unittest
    run.py --check                   every module; complains about methods that SCOREBOARD.md says pass and that fail
    run.py --update [MODULE ...]     writes SCOREBOARD.md again (all modules, or the others as they stand in it)
    run.py --oracle [MODULE ...]     runs the same under CPython 3.12 and writes applicable.json

README.md explains which tests count.
"""
import argparse
import concurrent.futures
import contextlib
import ctypes
import json
import os
import pathlib
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
import exclusions  # noqa: E402
import scoreboard  # noqa: E402

SUITE = pathlib.Path("/usr/lib/python3.11/test")
UNITTEST = SUITE.parent / "unittest" / "test"
PACKAGE = "libpython3.11-testsuite"
MODULES = """
    test_asyncgen test_bool test_builtin test_bytes test_class test_compare test_complex test_coroutines test_decorators
    test_descr test_dict test_enumerate test_except_star test_exceptions test_float test_format test_fstring
    test_funcattrs test_generators test_grammar test_int test_iter test_itertools test_keywordonlyarg test_list test_long
    test_named_expressions test_patma test_positional_only_arg test_property test_raise test_range test_scope test_set
    test_slice test_string_literals test_super test_syntax test_tuple test_unicode test_unpack test_unpack_ex test_with
""".split()
# Modules about the library: they run with the library's own unittest and the package's test.support.
LIBRARY = """
    test_abc test_argparse test_ast test_bisect test_cmath test_code_module test_codeop test_collections test_context
    test_contextlib test_copy test_copyreg test_csv test_dataclasses test_datetime test_decimal test_defaultdict test_deque
    test_dis test_doctest test_dynamicclassattribute test_enum test_fractions test_functools test_genericalias
    test_genericclass test_heapq test_inspect test_json test_linecache test_math test_metaclass test_opcodes test_operator
    test_ordered_dict test_pickle test_pprint test_random test_re test_reprlib test_statistics test_string test_struct
    test_symtable test_textwrap test_timeit test_tokenize test_traceback test_types test_typing test_unittest test_unparse
    test_userdict test_weakref
""".split()
# What the modules import from beside them.
COMPANIONS = """seq_tests.py list_tests.py mapping_tests.py string_tests.py ann_module.py ann_module2.py ann_module3.py
    ann_module4.py ann_module5.py ann_module6.py ann_module7.py ann_module8.py typinganndata""".split()
# Folders of the package that the modules of the library read.
FOLDERS = """data decimaltestdata encoded_modules support test_import test_importlib test_json test_warnings tracedmodules
    typinganndata""".split()
# What has to be said differently for a module to load at all under 3.12.
ADAPTED = {"test_dis.py": {
    f"code_object_{new} = {old}.co_consts[3]": f"code_object_{new} = next(c for c in {old}.co_consts if hasattr(c, 'co_code'))"
    for new, old in (("f", "outer.__code__"), ("inner", "code_object_f"))}}
MARK = "\x1e"
INSTRUCTIONS = 2_000_000_000  # a process; the slowest modules need a tenth of it


class Problem(Exception):
    """Something to tell the user, without a traceback."""


def put(target, source):
    """Copies a file unless it is there already."""
    if not target.exists() or target.stat().st_mtime != source.stat().st_mtime:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as out:
            text = source.read_bytes()
            for old, new in ADAPTED.get(source.name, {}).items():
                text = text.replace(old.encode(), new.encode())
            out.write(text)
        shutil.copystat(source, out.name)
        os.replace(out.name, target)


def real_home():
    """The folder for modules that run with the real unittest: the driver and the package."""
    if not SUITE.is_dir():
        raise Problem(f"{SUITE} is missing: install the Debian package {PACKAGE}")
    folder = ROOT / "build" / "cpython" / "library"
    put(folder / "driver.py", HERE / "driver.py")
    put(folder / "loop.py", HERE / "standin" / "loop.py")
    for source in [*SUITE.glob("*.py"), *SUITE.glob("*.txt"), *(p for name in FOLDERS for p in (SUITE / name).rglob("*"))]:
        if source.is_file() and source.suffix != ".pyc":
            put(folder / "test" / source.relative_to(SUITE), source)
    for source in UNITTEST.rglob("*.py"):
        put(folder / "unittest_tests" / source.relative_to(UNITTEST.parent), source)
    return folder


def home(extra=()):
    """The folder that the interpreters see: driver, stand-ins and the package's modules, copied."""
    if not SUITE.is_dir():
        raise Problem(f"{SUITE} is missing: install the Debian package {PACKAGE}")
    folder = ROOT / "build" / "cpython" / "home"
    files = {p.relative_to(HERE / "standin"): p for p in (HERE / "standin").rglob("*.py")}
    files[pathlib.Path("driver.py")] = HERE / "driver.py"
    for name in [*(m + ".py" for m in MODULES), *COMPANIONS, *(m + ".py" for m in extra)]:
        if (SUITE / name).is_file():
            files.setdefault(pathlib.Path("test", name), SUITE / name)
    for relative, source in files.items():
        put(folder / relative, source)
    return folder


class Engine:
    """How to start an interpreter on driver.py, and how long a method may take."""

    def __init__(self, name, folder, real=False):
        self.name, self.folder, self.real = name, folder, real
        if name == "oracle":
            self.argv, self.patience = ["node", "--no-warnings", "--stack-size=4000", str(HERE / "oracle.mjs"), str(folder)], 120
        else:
            binary = ROOT / "build" / name / "vivarium"
            self.argv = [str(binary), "--max-instructions", str(INSTRUCTIONS), "driver.py"]
            self.patience = 60


def environment():
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "NODE_EXTRA_CA_CERTS"}
    return env


def obey_modes():
    """In a new process: root, too, may only read and write what the mode bits allow, as tests expect of a user."""
    if os.getuid() == 0:
        PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


class Engines:
    """The engine for each module: those of the language run with the stand-ins, all others with the real unittest."""

    def __init__(self, name, modules):
        thin = [m for m in modules if m in MODULES]
        real = [m for m in modules if m not in MODULES]
        self.thin = Engine(name, home()) if thin else None
        self.real = Engine(name, real_home(), True) if real else None

    def of(self, module):
        return self.thin if module in MODULES else self.real


@contextlib.contextmanager
def numbered_folder():
    """A temporary folder whose name holds no random letters: tests look for words in paths."""
    path = pathlib.Path(tempfile.gettempdir(), f"vivarium-cpython-{os.getpid()}-{time.monotonic_ns()}")
    path.mkdir(mode=0o700)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def one_process(engine, module, options, say=None):
    """Runs driver.py once. Returns (events, how it ended): events are the driver's lines as lists of fields."""
    with numbered_folder() as cwd:
        for entry in engine.folder.iterdir():
            os.symlink(entry, pathlib.Path(cwd, entry.name))
        process = subprocess.Popen([*engine.argv, module, *["real"] * engine.real, *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=None if say else subprocess.PIPE, cwd=cwd, env=environment(),
                                   start_new_session=True, preexec_fn=obey_modes)
        lines = queue.SimpleQueue()

        def pump(stream, keep):
            for line in stream:
                keep(line.decode(errors="replace").rstrip("\n"))
            keep(None)
        errors = []
        threads = [threading.Thread(target=pump, args=(process.stdout, lines.put), daemon=True)]
        if not say:
            threads.append(threading.Thread(target=pump, args=(process.stderr, errors.append), daemon=True))
        for thread in threads:
            thread.start()
        events, how = [], None
        while True:
            try:
                line = lines.get(timeout=engine.patience)
            except queue.Empty:
                how = f"no answer in {engine.patience} seconds"
                break
            if line is None:
                break
            if line.startswith(MARK):
                events.append(line[1:].split("\t"))
            elif say and line:
                say(line)
        if how is not None:
            os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        for thread in threads:
            thread.join()
        if how is None and (not events or events[-1][0] not in ("end", "load")):
            last = next((e for e in reversed(errors) if e and e.strip()), "")
            how = f"the interpreter ended with code {code}: {last.strip()[:200]}"
        return events, how


def run_module(engine, module, words=(), verbose=False):
    """{id: (kind, reason)} in order; a key "" for a module that cannot be loaded."""
    options = [f"only={w}" for w in words] + ["verbose=1"] * verbose
    results, first, dead, stepping, furthest = {}, 0, [], False, 0
    while True:
        last = [f"upto={first}"] if stepping else []
        events, how = one_process(engine, module, [*options, f"from={first}", *last, *(f"dead={d}" for d in dead)],
                                  print if verbose else None)
        running = None
        for kind, *fields in events:
            if kind == "start":
                running = fields
            elif kind == "load":
                results[""] = ("fail", fields[0])
            elif kind != "end":
                results[fields[0]] = (kind, fields[1] if len(fields) > 1 else "")
                running = None
        if how is None and stepping:
            if not any(kind == "start" for kind, *_ in events) and first > furthest:
                return results
            stepping = first <= furthest
            first += 1
            continue
        if how is None:
            return results
        if not stepping and how.startswith("the interpreter ended") and running is not None:
            stepping, first = True, int(running[1])  # what it says last is lost with it: find the one that ends it
            furthest = first + 100
            continue
        stepping = False
        if running is None:
            results.setdefault("", ("fail", how))
            return results
        results[running[0]] = ("fail", how)
        dead.append(running[1])
        first = int(running[1]) + 1
        if len(dead) > 40:
            results[""] = ("fail", "too many crashes")
            return results


def many(engines, modules, jobs, words=()):
    """Yields (module, results) as they come in order."""
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        futures = [(m, pool.submit(run_module, engines.of(m), m, words)) for m in modules]
        for module, future in futures:
            yield module, future.result()


# ---- what counts ----

BOOK = HERE / "applicable.json"


def read_book():
    return json.loads(BOOK.read_text()) if BOOK.exists() else {}


def applicable(module, book):
    """(ids that count, {id: why it does not})."""
    entry = book.get(module, {})
    good = [f"{c}.{m}" for c, names in entry.get("applicable", {}).items() for m in names.split()]
    bad = dict(entry.get("not", {}))
    excluded = exclusions.EXCLUDED.get(module, {})
    for test in list(good):
        why = excluded.get(test) or next((w for k, w in excluded.items() if k[-1] == "*" and test.startswith(k[:-1])), None)
        if why:
            bad[test] = why
    return [t for t in good if t not in bad], bad


def update_book(results_by_module):
    book = read_book()
    for module, results in results_by_module.items():
        good, bad = {}, {}
        for test, (kind, why) in results.items():
            if test == "":
                print(f"{module}: {why}", file=sys.stderr)
            elif kind == "pass":
                case, _, name = test.rpartition(".")
                good[case] = (good.get(case, "") + " " + name).strip()
            else:
                bad[test] = ("skipped: " if kind == "skip" else "fails in CPython 3.12: ") + why
        book[module] = {"applicable": good, "not": bad}
    BOOK.write_text(json.dumps(dict(sorted(book.items())), indent=1, ensure_ascii=False) + "\n")


def judge(module, results, book):
    """{id: reason} of the applicable methods that do not pass, and the ids that count."""
    counted, _ = applicable(module, book)
    load = results.get("")
    failed = {}
    for test in counted:
        kind, why = results.get(test, load or ("fail", "no such test in this package"))
        if kind != "pass":
            failed[test] = ("skipped: " if kind == "skip" else "") + why
    return failed, counted


def main():
    parser = argparse.ArgumentParser(prog="tests/cpython/run.py", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("-k", action="append", default=[], metavar="WORD", help="only tests whose name contains it")
    parser.add_argument("-v", action="store_true", help="tracebacks and the tests' own output")
    parser.add_argument("-p", action="store_true", help="also list what passes")
    parser.add_argument("--library", action="store_true", help="the modules about the library instead of those about the language")
    parser.add_argument("--all", action="store_true", help="both")
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--under-oracle", action="store_true", help="run under CPython 3.12 and write nothing")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--recheck", action="store_true", help="with --check: the oracle too, and both files as they are")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--build", default="native", help="the folder of build/ to take the interpreter from")
    parser.add_argument("--jobs", type=int, default=max(1, min(os.cpu_count() or 1, 8)))
    args = parser.parse_args()
    for name in args.modules:
        if not (SUITE / f"{name}.py").is_file() and not (SUITE / name).is_dir() and SUITE.is_dir():
            raise Problem(f"there is no module {name} in {SUITE}")
    modules = args.modules or (LIBRARY if args.library else MODULES + LIBRARY if args.all else MODULES)
    engines = Engines("oracle" if args.oracle or args.under_oracle else args.build, modules)
    if args.oracle:
        for module, found in many(engines, modules, args.jobs):
            passed = sum(k == "pass" for k, _ in found.values())
            print(f"{module:28} {passed:5} of {len(found)} pass in CPython 3.12", flush=True)
            update_book({module: found})
        return 0
    book = read_book()
    if args.check:
        return check(engines, modules, args.jobs, book, args.recheck)
    if args.update:
        rows = scoreboard.read(book)
        for module, results in many(engines, modules, args.jobs):
            failed, counted = judge(module, results, book)
            rows[module] = failed
            print(f"{module:28} {len(counted) - len(failed):5} of {len(counted)}", flush=True)
        scoreboard.write({"The language": MODULES, "The library": LIBRARY}, rows, lambda m: applicable(m, book))
        return 0
    total = 0
    for module in modules:
        results = run_module(engines.of(module), module, args.k, args.v)
        failed, counted = judge(module, results, book)
        chosen = [t for t in counted if not args.k or any(w in t for w in args.k)]
        for test, (kind, why) in results.items():
            if test in counted or test == "" or module not in book:
                if kind != "pass" or args.p:
                    print(f"{'ok  ' if kind == 'pass' else kind.upper()} {test} {why}"[:400])
            elif args.p:
                print(f"n/a  {test} ({kind}) {why}"[:400])
        bad = [t for t in chosen if t in failed]
        print(f"{module}: {len(chosen) - len(bad)} of {len(chosen)} applicable pass")
        total += len(bad)
    return 1 if total else 0


def recheck(modules, jobs, book):
    """Complains when the oracle answers differently from applicable.json; the number of complaints."""
    different = 0
    for module, results in many(Engines("oracle", modules), modules, jobs):
        recorded = {f"{c}.{m}" for c, names in book[module]["applicable"].items() for m in names.split()}
        passing = {test for test, (kind, _) in results.items() if kind == "pass"}
        for test in sorted(recorded ^ passing):
            different += 1
            print(f"not ok {module} {test}: {'passes' if test in passing else 'does not pass'} in CPython 3.12 now\n"
                  f"    python3 tests/cpython/run.py --oracle {module}")
    return different


def check(engines, modules, jobs, book, everything=False):
    rows = scoreboard.read(book)
    passed = lost = gained = 0
    for module, results in many(engines, modules, jobs):
        known = rows.get(module)
        if known is None:
            continue
        failed, counted = judge(module, results, book)
        passed += len(counted) - len(failed)
        for test, why in failed.items():
            if test not in known:
                lost += 1
                print(f"not ok {module} {test}: {why}\n    python3 tests/cpython/run.py {module} -v -k {test}")
        gained += sum(t not in failed for t in known)
    print(f"{passed} pass, {lost} of those that SCOREBOARD.md says pass fail, {gained} that it says fail pass")
    if everything:
        lost += gained + recheck(modules, jobs, book)
    return 1 if lost else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Problem as problem:
        sys.exit(f"run.py: {problem}")
