"""What the runner shows: a progress line on terminals, failures as they happen, a line for each mode, the last line."""
import difflib
import os
import sys
import threading
import time


class Report:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.lock = threading.Lock()
        self.tty = sys.stdout.isatty()
        self.colour = self.tty and not os.environ.get("NO_COLOR")
        self.group = ""
        self.total = self.done = 0
        self.started = self.shown = 0.0
        self.start_counts = (0, 0, 0)

    def paint(self, code, text):
        return f"\033[{code}m{text}\033[0m" if self.colour else text

    def clear(self):
        if self.tty:
            print("\r\033[K", end="")

    def begin(self, group, total):
        self.group, self.total, self.done = group, total, 0
        self.started = time.monotonic()
        self.shown = self.started
        self.start_counts = (self.passed, self.failed, self.skipped)
        self.progress()

    def progress(self):
        now = time.monotonic()
        if self.tty:
            print(f"\r\033[K{self.group}: {self.done}/{self.total}", end="", flush=True)
        elif now - self.shown > 20:
            self.shown = now
            print(f"  {self.group}: {self.done}/{self.total}", flush=True)

    def step(self):
        with self.lock:
            self.done += 1
            self.progress()

    def ok(self, n=1):
        with self.lock:
            self.passed += n

    def skip(self):
        with self.lock:
            self.skipped += 1

    def fail(self, name, text, again):
        with self.lock:
            self.failed += 1
            self.clear()
            print(self.paint("31", f"FAILED {self.group}: {name}"))
            for line in text.rstrip("\n").split("\n"):
                print("    " + line)
            if again:
                print(f"    again: {again}")
            sys.stdout.flush()

    def end(self):
        self.clear()
        passed, failed, skipped = (now - then for now, then in
                                   zip((self.passed, self.failed, self.skipped), self.start_counts))
        parts = [f"{passed:5} passed"]
        if failed:
            parts.append(self.paint("31", f"{failed} failed"))
        if skipped:
            parts.append(f"{skipped} too long (--all runs them)")
        print(f"{self.group:14}{', '.join(parts)}  {time.monotonic() - self.started:.1f} s", flush=True)

    def last_line(self):
        print(f"{self.passed} passed, {self.failed} failed")


def difference(expected, got, limit=40):
    """Unified diffs of what differs between two results; (out, err, code) each."""
    lines = []
    for what, want, have in zip(("stdout", "stderr"), expected, got):
        if want != have:
            diff = list(difflib.unified_diff(want.decode("utf-8", "backslashreplace").splitlines(),
                                             have.decode("utf-8", "backslashreplace").splitlines(),
                                             f"{what} of CPython 3.12", f"{what} of Vivarium", lineterm="", n=2))
            lines += diff[:limit] or [f"{what} differs only in its line ends"]
            if len(diff) > limit:
                lines.append(f"... and {len(diff) - limit} more lines")
    if expected[2] != got[2]:
        lines.append(f"exit code: {got[2]} instead of {expected[2]}")
    return "\n".join(lines)
