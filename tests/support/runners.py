"""How one program is run once: as a process of its own, or by a worker process that runs many."""
import base64
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import queue
import subprocess
import tempfile
import threading

from .programs import ROOT, TESTS, Mode, request


@dataclasses.dataclass
class Result:
    out: bytes
    err: bytes
    code: int


def environment():
    """Sanitizers stop at the first defect; nothing of the caller's Python or colours leaks in."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "NODE_EXTRA_CA_CERTS"}
    env["ASAN_OPTIONS"] = "detect_leaks=1:abort_on_error=0:exitcode=99:detect_stack_use_after_return=1"
    env["UBSAN_OPTIONS"] = "print_stacktrace=1:halt_on_error=1:exitcode=99"
    env["NODE_NO_WARNINGS"] = "1"
    return env


class CommandRunner:
    """A process for each program, in a folder of its own with the program and what belongs to it."""

    def __init__(self, mode):
        self.mode = mode
        self.binary = ROOT / "build" / mode.build / "vivarium"

    def command(self, program):
        extra = self.mode.options(program) if self.mode.options else []
        return [str(self.binary), "-X", f"name={program.path.name}", "-X", "folder=/program", *extra, str(program.path)]

    def run(self, program):
        with tempfile.TemporaryDirectory(prefix="vivarium-test-") as folder:
            for name, data in {program.path.name: program.path.read_bytes(), **program.files}.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            try:
                done = subprocess.run(self.command(program), input=program.neighbour(".in"), capture_output=True,
                                      cwd=folder, env=environment(), timeout=self.mode.patience)
            except subprocess.TimeoutExpired as e:
                return Result(e.stdout or b"", (e.stderr or b"") + b"[timeout]\n", 134)
        return Result(done.stdout, done.stderr, done.returncode if done.returncode >= 0 else 128 - done.returncode)

    def close(self):
        pass


class WorkerRunner:
    """A process that answers requests, one JSON line each; started again when it dies or takes too long."""

    def __init__(self, mode):
        self.mode = mode
        build = str(ROOT / "build" / mode.build)
        support = TESTS / "support"
        self.argv = (["node", str(support / "browser.mjs"), build] if mode.how == "browser"
                     else ["node", str(support / "worker.mjs"), mode.how, build])
        self.process = None

    def start(self):
        self.process = subprocess.Popen(self.argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, env=environment())
        self.lines = queue.Queue()
        self.noise = []
        threading.Thread(target=self._read, args=(self.process.stdout, self.lines.put), daemon=True).start()
        threading.Thread(target=self._read, args=(self.process.stderr, self.noise.append), daemon=True).start()

    @staticmethod
    def _read(stream, put):
        for line in stream:
            put(line)
        put(None)

    def run(self, program):
        if self.process is None:
            self.start()
        try:
            self.process.stdin.write(json.dumps(request(program, self.mode)).encode() + b"\n")
            self.process.stdin.flush()
            line = self.lines.get(timeout=self.mode.patience + 30)
        except (queue.Empty, BrokenPipeError):
            line = None
        if line is None:
            self.close()
            noise = b"".join(part for part in self.noise if part)
            return Result(b"", b"[the worker died or took too long]\n" + noise[-2000:], 134)
        answer = json.loads(line)
        return Result(base64.b64decode(answer["out"]), base64.b64decode(answer["err"]), answer["code"])

    def close(self):
        if self.process is None:
            return
        self.process.stdin.close()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


def make(mode):
    return CommandRunner(mode) if mode.how == "command" else WorkerRunner(mode)


def measure(programs, jobs):
    """Fills in how many instructions each program executes."""
    runner = CommandRunner(Mode("count", "native", "command", "how many instructions run", lambda p: ["-X", "count"]))

    def one(program):
        last = runner.run(program).err.rsplit(b"\n", 2)[-2:-1]
        program.instructions = int(last[0].split()[1]) if last and last[0].startswith(b"instructions: ") else 0

    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, programs))
