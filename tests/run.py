#!/usr/bin/env python3
"""Runs the tests: every program of tests/ in every mode, then the other suites. Started by `./vivarium test`.

The last line is `N passed, M failed`; a program counts once for each mode it ran in.
"""
import argparse
import concurrent.futures
import os
import pathlib
import queue
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from support import programs as tests  # noqa: E402
from support import runners, suites  # noqa: E402
from support.report import Report, difference  # noqa: E402

JOBS = max(1, min(os.cpu_count() or 1, 8))


def arguments():
    names = [m.name for m in tests.MODES] + [s.name for s in suites.SUITES]
    parser = argparse.ArgumentParser(prog="vivarium test", description="Runs every test; the last line is "
                                     "'N passed, M failed'.")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only programs whose path contains one of the words")
    parser.add_argument("--mode", action="append", choices=names, metavar="MODE",
                        help="only this mode or suite (may be repeated); --list names them")
    parser.add_argument("--filter", action="append", default=[], metavar="WORD", help="the same as WORD")
    parser.add_argument("--all", action="store_true", help="also the long modes, long programs and full sweeps")
    parser.add_argument("--list", action="store_true", help="list modes, suites and programs, run nothing")
    parser.add_argument("--jobs", type=int, default=JOBS, metavar="N", help=f"programs at a time ({JOBS})")
    parser.add_argument("--needs", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    args.words += args.filter
    return args


def chosen(args):
    """The modes and suites that this run is about."""
    if args.mode:
        return ([m for m in tests.MODES if m.name in args.mode], [s for s in suites.SUITES if s.name in args.mode])
    modes = [m for m in tests.MODES if args.all or not m.only_all]
    # Words choose programs, so the suites that know nothing of them stay out.
    return modes, [] if args.words else [s for s in suites.SUITES if args.all or not s.only_all]


def run_mode(mode, programs, args, report):
    wanted = []
    longest = mode.longest_all if args.all or mode.only_all else mode.longest
    report.begin(mode.name, len(programs))
    for p in programs:
        if mode.name in p.not_in or 0 < longest < p.instructions:
            report.skip()
            report.step()
        else:
            wanted.append(p)
    jobs = 1 if mode.how == "browser" else args.jobs
    idle = queue.SimpleQueue()
    crew = [runners.make(mode) for _ in range(jobs)]
    for runner in crew:
        idle.put(runner)

    def one(program):
        runner = idle.get()
        try:
            result = runner.run(program)
        finally:
            idle.put(runner)
        got = (result.out, result.err, result.code)
        if got == program.expected:
            report.ok()
        else:
            report.fail(program.key, difference(program.expected, got), f"./vivarium test --mode {mode.name} {program.key}")
        report.step()

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for future in [pool.submit(one, p) for p in wanted]:
            future.result()
    for runner in crew:
        runner.close()
    report.end()


def main():
    args = arguments()
    modes, others = chosen(args)
    if args.needs:
        print(" ".join(sorted({m.build for m in modes} | {b for s in others for b in s.builds} | {"native"})))
        print(" ".join(sorted({f"package:{p}" for s in others for p in s.packages})))
        return 0
    programs = tests.discover(args.words)
    if args.list:
        for m in tests.MODES:
            print(f"mode  {m.name:12} {m.what}{' (--all)' if m.only_all else ''}")
        for s in suites.SUITES:
            print(f"suite {s.name:12} {s.what}")
        for p in programs:
            print(f"test  {p.key}")
        return 0
    report = Report()
    if not programs and args.words and modes:
        print(f"vivarium test: no program matches {' '.join(args.words)}; --list shows all", file=sys.stderr)
        return 2
    if modes and programs:
        report.begin("recorded", len(programs))
        complaints = dict(tests.check_recorded(programs, complete=not args.words))
        for key, why in complaints.items():
            report.fail(key, why, "")
        report.ok(len(programs) - len([p for p in programs if p.key in complaints]))
        report.end()
        runners.measure(programs, args.jobs)
    for mode in modes if programs else []:
        run_mode(mode, programs, args, report)
    for suite in others:
        report.begin(suite.name, 1)
        suite.run(report, args)
        report.end()
    report.last_line()
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
