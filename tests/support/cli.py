"""The command line, as people type it: `./vivarium run` on both ports, its messages and exit codes, and the prompt."""
import pathlib
import subprocess
import tempfile
import time

from .programs import ROOT
from .runners import environment

VIVARIUM = str(ROOT / "vivarium")


def _call(argv, stdin=b"", cwd=None, extra=None, timeout=60):
    env = environment() | (extra or {})
    return subprocess.run(argv, input=stdin, cwd=cwd, env=env, capture_output=True, timeout=timeout)


class Checks:
    def __init__(self, report, port):
        self.report, self.port = report, port

    def expect(self, name, args, out=None, err=None, code=0, stdin=b"", cwd=None, contains=(), lacks=(), command="run",
               extra=None):
        """Runs `vivarium run --port PORT ARGS`; out and err are exact when given."""
        argv = [VIVARIUM, command, *(["--port", self.port] if command == "run" else []), *args]
        try:
            done = _call(argv, stdin, cwd, extra)
            got_out, got_err, got_code = done.stdout.decode(), done.stderr.decode(), done.returncode
        except subprocess.TimeoutExpired:
            got_out, got_err, got_code = "", "timeout", -1
        wrong = []
        if out is not None and got_out != out:
            wrong.append(f"stdout is {got_out!r}, not {out!r}")
        if err is not None and got_err != err:
            wrong.append(f"stderr is {got_err!r}, not {err!r}")
        if got_code != code:
            wrong.append(f"exit code is {got_code}, not {code} (stderr {got_err[-300:]!r})")
        both = got_out + got_err
        wrong += [f"{text!r} is missing in {both[-500:]!r}" for text in contains if text not in both]
        wrong += [f"{text!r} does not belong into {both[-500:]!r}" for text in lacks if text in both]
        if wrong:
            self.report.fail(f"{name} ({self.port})", "\n".join(wrong), " ".join(argv))
        else:
            self.report.ok()
        self.report.step()


def _modules(c, folder):
    (folder / "package").mkdir(exist_ok=True)  # once for each port
    (folder / "package" / "__init__.py").write_text("")
    (folder / "package" / "__main__.py").write_text("import sys\nprint(__name__, __package__, sys.argv[1:], sys.path[0][-6:])\n")
    (folder / "module.py").write_text("import sys\nprint(__name__, __spec__.name, sys.argv[1:], __file__ == sys.argv[0])\n")
    (folder / "broken.py").write_text("def f():\n    return 1 / 0\n\nf()\n")
    c.expect("-m module", ["-m", "module", "-x", "y"], "__main__ module ['-x', 'y'] True\n", "", cwd=folder)
    c.expect("-m package", ["-mpackage", "z"], f"__main__ package ['z'] {str(folder)[-6:]}\n", "", cwd=folder)
    c.expect("a folder with __main__.py", ["package", "z"], "__main__  ['z'] ackage\n", "", cwd=folder)
    c.expect("-m with a traceback", ["-m", "broken"], "", code=1, cwd=folder,
             contains=["line 198, in _run_module_as_main", "broken.py\", line 2, in f", "ZeroDivisionError: division by zero"])
    c.expect("-m without such a module", ["-m", "nowhere"], "", code=1, contains=["No module named nowhere"])
    c.expect("-m with a module of the library", ["-m", "calendar", "2024", "2"], code=0, contains=["February 2024"])
    c.expect("-m unittest", ["-m", "unittest", "-q", "nowhere"], "", code=1, contains=["ModuleNotFoundError: No module named 'nowhere'"])
    c.expect("-m without a name", ["-m"], "", code=2, contains=["Argument expected for the -m option"])
    c.expect("-W", ["-W", "error::UserWarning", "-Wignore", "-c", "import sys, warnings; print(sys.warnoptions); warnings.warn('x')"],
             "['error::UserWarning', 'ignore']\n", "")
    c.expect("-W error", ["-Werror", "-c", "import warnings; warnings.warn('x')"], "", code=1, contains=["UserWarning: x"])
    c.expect("-W with nonsense", ["-Wfoo", "-c", "pass"], "", "Invalid -W option ignored: invalid action: 'foo'\n")
    c.expect("flags of the command line", ["-qBEs", "-c", "import sys; f = sys.flags; print(f.quiet, f.dont_write_bytecode, f.ignore_environment, f.no_user_site)"],
             "1 1 1 1\n", "")


USAGE = "usage: vivarium [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `vivarium -h' for more information.\n"


def _letters(c, folder):
    (folder / "asserts.py").write_text('"Doc."\nimport sys\ndef f():\n    "F."\n    assert False, "on"\ntry:\n    f()\nexcept AssertionError as e:\n'
                                       '    print("assert", e)\nprint(__debug__, __doc__, f.__doc__, sys.flags.optimize, eval("__debug__"), '
                                       'compile("__debug__", "x", "eval", optimize=0).co_consts)\nx = 5\n')
    (folder / "importer.py").write_text("import asserts, builtins\nprint(asserts.__cached__[-19:], builtins.__debug__)\n")
    (folder / "other.txt").write_text("no Python here\nprint('second'); 1/0\n")
    c.expect("without -O", ["asserts.py"], "assert on\nTrue Doc. F. 0 True (True,)\n", "", cwd=folder)
    c.expect("-O", ["-O", "asserts.py"], "False Doc. F. 1 False (True,)\n", "", cwd=folder)
    c.expect("-OO", ["-OO", "asserts.py"], "False None None 2 False (True,)\n", "", cwd=folder)
    c.expect("-O for -m", ["-Om", "asserts"], "False Doc. F. 1 False (True,)\n", "", cwd=folder)
    c.expect("-O for imports", ["-OBc", "import importer"], "False Doc. F. 1 False (True,)\narium-312.opt-1.pyc False\n", "", cwd=folder)
    c.expect("-OO for the library", ["-OOBc", "import json, textwrap; print(json.__doc__, textwrap.dedent.__doc__)"], "None None\n", "")
    c.expect("-u", ["-uc", "import sys\nprint(sys.stdout.write_through, end='')\nsys.stderr.write('b')"], "True", "b")
    c.expect("-i and a file", ["-i", "asserts.py"], "assert on\nTrue Doc. F. 0 True (True,)\n6\n", ">>> >>> \n", stdin=b"x + 1\n", cwd=folder)
    c.expect("-i after an exception", ["-i", "-c", "x = 3; 1/0"], "3\nZeroDivisionError('division by zero')\n", stdin=b"x\nimport sys; sys.last_exc\n",
             contains=["ZeroDivisionError: division by zero\n>>> "])
    c.expect("-i after sys.exit", ["-i", "-c", "import sys; sys.exit(4)"], "1\n", contains=["SystemExit: 4\n>>> "], stdin=b"1\nexit(7)\n2\n", code=7)
    c.expect("-i and -m", ["-im", "asserts"], "assert on\nTrue Doc. F. 0 True (True,)\n5\n", stdin=b"x\n", cwd=folder)
    c.expect("-i and atexit", ["-ic", "import atexit; atexit.register(print, 'bye')"], "1\nbye\n", stdin=b"1\n")
    c.expect("-P", ["-P", "importer.py"], "", code=1, cwd=folder, contains=["ModuleNotFoundError: No module named 'asserts'"])
    c.expect("-I", ["-Ic", "import sys; f = sys.flags; print(f.isolated, f.ignore_environment, f.no_user_site, f.safe_path, sys.path)"],
             "1 1 1 True ['/lib/python3.12']\n", "")
    c.expect("-S", ["-Sc", "import sys; print(sys.flags.no_site); exit"], "1\n", code=1, contains=["name 'exit' is not defined"])
    c.expect("-v", ["-vc", "import asserts"], cwd=folder, contains=["import 'asserts' # <_frozen_importlib_external.SourceFileLoader object"])
    c.expect("-x", ["-x", "other.txt"], "second\n", code=1, cwd=folder, contains=['other.txt", line 2, in <module>', "ZeroDivisionError"])
    c.expect("-d and -i in sys.flags", ["-dic", "import sys; f = sys.flags; print(f.debug, f.inspect, f.interactive)"], "1 1 1\n")
    c.expect("a letter that is no option", ["-qz"], "", "Unknown option: -z\n" + USAGE, 2)
    c.expect("a word that is no option", ["--wrong"], "", "unknown option --wrong\n" + USAGE, 2)
    c.expect("-c, -m, -W without what they need", ["-B", "-c"], "", "Argument expected for the -c option\n" + USAGE, 2)
    c.expect("-- ends the options", ["--", "asserts.py"], "assert on\nTrue Doc. F. 0 True (True,)\n", "", cwd=folder)


def _programs(c, folder):
    (folder / "hello.py").write_text("import sys\nprint('hello', sys.argv)\n")
    (folder / "fails.py").write_text("def f():\n    return 1 / 0\n\nf()\n")
    path = str(folder / "hello.py")
    c.expect("a file and its arguments", [path, "a", "-c", "--x"], f"hello [{path!r}, 'a', '-c', '--x']\n", "")
    c.expect("a relative file", ["hello.py"], "hello ['hello.py']\n", "", cwd=folder)
    c.expect("-c", ["-c", "import sys; print(sys.argv)", "x", "y"], "['-c', 'x', 'y']\n", "")
    _modules(c, folder)
    _letters(c, folder)
    c.expect("- reads the program from stdin", ["-", "x"], "['-', 'x']\n", "", stdin=b"import sys; print(sys.argv)")
    c.expect("no file reads the program from stdin", [], "['']\n", "", stdin=b"import sys; print(sys.argv)")
    c.expect("standard input", ["-c", "print(input('? ') + '!')"], "? bob!\n", "", stdin=b"bob\n")
    c.expect("the end of standard input", ["-c", "input()"], "", code=1, contains=["EOFError: EOF when reading a line"])
    c.expect("sys.exit with a number", ["-c", "import sys; sys.exit(3)"], "", "", 3)
    c.expect("sys.exit with a text", ["-c", "import sys; sys.exit('bye')"], "", "bye\n", 1)
    c.expect("stderr", ["-c", "import sys; print('x', file=sys.stderr)"], "", "x\n")
    c.expect("an uncaught exception", [str(folder / "fails.py")], "", code=1, err="Traceback (most recent call last):\n"
             f'  File "{folder}/fails.py", line 4, in <module>\n    f()\n  File "{folder}/fails.py", line 2, in f\n'
             "    return 1 / 0\n           ~~^~~\nZeroDivisionError: division by zero\n")
    c.expect("-c has no __file__", ["-c", "import sys; print('__file__' in globals(), sys.argv, sys.path[0] == '')", "a"],
             "False ['-c', 'a'] True\n", "")
    c.expect("an uncaught exception of -c", ["-c", "1/0"], "", 'Traceback (most recent call last):\n  File "<string>", '
             "line 1, in <module>\nZeroDivisionError: division by zero\n", 1)
    c.expect("a syntax error", ["-c", "x = ="], "", '  File "<string>", line 1\n    x = =\n        ^\n'
             "SyntaxError: invalid syntax\n", 1)
    c.expect("a missing file", ["nothing.py"], "", f"vivarium: can't open file '{folder}/nothing.py': [Errno 2] No such "
             "file or directory\n", 2, cwd=folder)
    c.expect("a library without the names of characters", ["-c", 'print("\\N{BULLET}")'], "", "ImportError: cannot read unicode_names of the "
             "standard library (/lib/python3.12/_data): No such file or directory\n", 1, extra={"VIVARIUM_LIBRARY": str(folder)})
    c.expect("an unknown option", ["--wrong"], "", code=2, contains=["--wrong", "-h"])
    c.expect("-c without code", ["-c"], "", code=2, contains=["Argument expected for the -c option"])
    c.expect("a limit that is no number", ["--max-memory", "lots", "-c", "1"], "", code=2, contains=["lots"])
    c.expect("--help", ["--help"], err="", contains=["--max-memory", "-c"])
    c.expect("--version", ["--version"], err="", contains=["Python 3.12"])
    c.expect("--max-instructions", ["--max-instructions", "100000", "-c", "while True: pass"], code=124,
             contains=["instructions"])
    c.expect("--max-memory", ["--max-memory", "64", "-c", "x = []\nwhile True: x.append('a' * 100000)"], "", code=1,
             contains=["MemoryError"])
    c.expect("--max-memory is caught and the program goes on", ["--max-memory", "32", str(ROOT / "tests/support/memory_limit.py")],
             (ROOT / "tests/support/memory_limit.txt").read_text(), "")
    c.expect("--max-memory leaves small programs alone", ["--max-memory", "64", "-c", "print(1)"], "1\n", "")
    c.expect("UTF-8 both ways", ["-c", "print(input()[::-1])"], "éà\n", "", stdin="àé\n".encode())
    c.expect("NO_COLOR", ["--wrong"], "", code=2, lacks=["\033["], extra={"NO_COLOR": "1"})


def _prompt(c):
    c.expect("the prompt prints values", ["-i"], "3\n", stdin=b"1 + 2\n", contains=[">>> "])
    c.expect("the prompt remembers _", ["-i"], "4\n16\n", stdin=b"2 + 2\n_ * 4\n")
    c.expect("the prompt takes several lines", ["-i"], "0\n1\n", stdin=b"for i in range(2):\n    print(i)\n\n",
             contains=["... "])
    c.expect("the prompt survives an error", ["-i"], "2\n", stdin=b"1/0\n1+1\n", contains=["ZeroDivisionError"])
    c.expect("exit() leaves the prompt", ["-i"], "", code=7, stdin=b"import sys\nsys.exit(7)\nprint('no')\n")


def _whole_script(report):
    c = Checks(report, "native")
    c.expect("vivarium help", [], command="help", contains=["serve", "test", "run", "repl", "build", "bench"])
    for command in ("serve", "test", "run", "repl", "build", "bench"):
        c.expect(f"{command} --help", ["--help"], command=command, contains=["usage"])
    c.expect("an unknown command", [], command="rnu", code=2, contains=["rnu", "run"])
    c.expect("repl", [], command="repl", stdin=b"x = 20\nx + 1\nif x:\n  print('yes')\n\nexit(5)\n", code=5,
             contains=["21", "yes"])
    best = 9.0
    for _ in range(5):
        start = time.monotonic()
        _call([VIVARIUM, "run", "-c", "pass"])
        best = min(best, time.monotonic() - start)
    if best < 0.15:
        report.ok()
    else:
        report.fail("`vivarium run -c pass` in 0.15 s", f"the best of five took {best:.3f} s", "./vivarium run -c pass")
    report.step()


def _interrupt(report):
    """Ctrl-C ends a loop with KeyboardInterrupt (native port: WASI has no signals)."""
    process = subprocess.Popen([VIVARIUM, "run", "--port", "native", "-c", "print('on', flush=True)\nwhile True: pass"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    process.stdout.readline()
    process.send_signal(2)
    try:
        _, err = process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        _, err = process.communicate()
    if err.endswith(b"KeyboardInterrupt\n") and process.returncode in (130, -2):
        report.ok()
    else:
        report.fail("Ctrl-C", f"exit code {process.returncode}, stderr {err[-300:]!r}", "")
    report.step()


def run(report):
    report.begin("cli", 110)
    with tempfile.TemporaryDirectory(prefix="vivarium-cli-") as name:
        folder = pathlib.Path(name).resolve()
        for port in ("native", "wasi"):
            checks = Checks(report, port)
            _programs(checks, folder)
            _prompt(checks)
    _whole_script(report)
    _interrupt(report)
