// record.mjs - records what CPython 3.12 prints for the test programs; the only writer of *.out, *.err, *.code and of
// recorded.json.
//
//     node tests/record.mjs                 every program whose source or input changed since it was recorded
//     node tests/record.mjs language/for ... programs whose path contains one of the words, changed or not
//     node tests/record.mjs --all           every program
//     node tests/record.mjs --prune         also forget programs that are gone
//
// CPython is pyodide's, the version pinned in web/package.json. Each program runs as a fresh __main__, as `python3
// NAME.py` would run it: its own standard streams, an uncaught exception printed by the interpreter's own code, exit
// functions, and the death of its globals at the end.
//
// Pyodide has 32 bits, and sys.getsizeof tells. A program with a comment `# oracle: 64-bit` above its first statement is
// recorded by a CPython 3.12 for 64 bits, which the variable VIVARIUM_PYTHON64 names: a process for each program.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const tests = dirname(fileURLToPath(import.meta.url));
const BOOK = join(tests, "recorded.json");
const NOT_PROGRAMS = new Set(["cpython", "support", "fuzz", "perf", "unit", "__pycache__"]);
const PROGRAMS_PER_PYTHON = 300; // a new interpreter now and then, so that no program can disturb all later ones

const HARNESS = `
import atexit, builtins, functools, gc, io, linecache, os, shutil, sys, types, warnings
import unicodedata  # stays, since the compiler keeps a pointer into it after its first \\N{...}

os.makedirs("/program", exist_ok=True)

state = {}

def begin(name, source, given, files):
    """Prepares a fresh __main__; returns what to call to run it, or None and the error that compiling it gave."""
    os.chdir("/program")
    for old in os.listdir("."):
        if os.path.isdir(old):
            shutil.rmtree(old)
        else:
            os.remove(old)
    for path, data in files:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)
    sys.path_importer_cache.pop("/program", None)
    with open(name, "wb") as f:
        f.write(source)
    linecache.clearcache()
    state["streams"] = sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"]
    state["kept"] = (sys.argv, sys.path[:], sys.getrecursionlimit(), sys.displayhook, sys.excepthook,
                     sys.unraisablehook, gc.get_threshold(), dict(vars(builtins)), warnings.filters[:],
                     set(sys.modules))
    state["out"], state["err"] = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(state["out"], encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(state["err"], encoding="utf-8", errors="backslashreplace", write_through=True)
    sys.excepthook = sys.__excepthook__
    sys.argv = [name]
    sys.path.insert(0, "")
    sys.dont_write_bytecode = True
    main = types.ModuleType("__main__")
    main.__file__ = name
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    atexit._clear()
    gc.collect()
    try:
        return functools.partial(exec, compile(source, name, "exec", dont_inherit=True), vars(main)), []
    except BaseException as e:
        return None, [e.with_traceback(None)]

def finish(caught):
    """Ends the program as the interpreter does; returns (stdout, stderr, exit code)."""
    code = 0
    if caught:
        e = caught.pop()
        if isinstance(e, SystemExit):
            if isinstance(e.code, int):
                code = e.code & 0xff
            elif e.code is not None:
                print(e.code, file=sys.stderr)
                code = 1
        else:
            code = 130 if isinstance(e, KeyboardInterrupt) else 1
            sys.excepthook(type(e), e, e.__traceback__)
        atexit._run_exitfuncs()
        del e
    else:
        atexit._run_exitfuncs()
    if gc.isenabled():
        gc.collect()  # as the interpreter does; it puts what lives in the order in which the next collection ends it
    del sys.modules["__main__"]
    gc.collect()
    sys.stdout.flush()
    sys.stderr.flush()
    result = *(state[k].getvalue().replace(b"/lib/python312.zip/", b"/lib/python3.12/") for k in ("out", "err")), code
    sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"] = state.pop("streams")
    (sys.argv, sys.path[:], limit, sys.displayhook, sys.excepthook, sys.unraisablehook, thresholds, names, filters,
     modules) = state.pop("kept")
    sys.setrecursionlimit(limit)
    gc.set_threshold(*thresholds)
    gc.enable()
    gc.set_debug(0)
    sys.settrace(None)
    for extra in set(vars(builtins)) - set(names):
        delattr(builtins, extra)
    vars(builtins).update(names)
    warnings.filters[:] = filters
    for extra in set(sys.modules) - modules:
        file = getattr(sys.modules[extra], "__file__", None)
        if "." not in extra and file is None or str(file).startswith("/program/"):
            del sys.modules[extra]
    for path in [path for path in sys.path_importer_cache if path.startswith("/program")]:
        del sys.path_importer_cache[path]
    return result
`;

const sha = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update("\0").update(part);
  return hash.digest("hex");
};
const read = (path) => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));

/** The files of NAME.files/ beside a program: pairs of name and bytes, sorted by name. */
function companions(stem) {
  const folder = `${stem}.files`;
  if (!existsSync(folder)) return [];
  const walk = (below) => readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.name === "__pycache__" ? [] : entry.isDirectory() ? walk(`${below}${entry.name}/`) : [below + entry.name]);
  return walk("").sort((a, b) => (a < b ? -1 : 1)).map((name) => [name, readFileSync(join(folder, name))]);
}

function* programs(folder = tests) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (!NOT_PROGRAMS.has(name) && !name.endsWith(".files")) yield* programs(path);
    } else if (name.endsWith(".py") && folder !== tests) {
      yield path;
    }
  }
}

const book = existsSync(BOOK) ? JSON.parse(readFileSync(BOOK, "utf8")) : { python: "", programs: {} };
const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith("-"));
const flags = new Set(args.filter((arg) => arg.startsWith("-")));
if (flags.has("--help") || flags.has("-h")) {
  process.stdout.write("usage: node tests/record.mjs [--all] [--prune] [WORD ...]\n");
  process.exit(0);
}

const require = createRequire(process.env.VIVARIUM_PYODIDE ?? join(tests, "..", "web", "package.json"));
const { loadPyodide, version } = await import(pathToFileURL(require.resolve("pyodide/pyodide.mjs")));
let python = null;
let begin = null;
let finish = null;
let used = PROGRAMS_PER_PYTHON;
async function fresh() {
  python = await loadPyodide();
  python.runPython(HARNESS);
  begin = python.globals.get("begin");
  finish = python.globals.get("finish");
  used = 0;
}

/** Runs one program. It is called through the C API, so that no Python frame of ours is below its own. */
function run(name, source, given, files) {
  const c = python._module;
  const bytes = (buffer) => python.toPy(new Uint8Array(buffer)).tobytes();
  const pair = begin(name, bytes(source), bytes(given), python.toPy(files.map(([path, data]) => [path, bytes(data)])));
  const [program, caught] = pair;
  pair.destroy(); // or the program's globals would outlive it
  if (program !== undefined && c._PyObject_CallNoArgs(c.PyProxy_getPtr(program)) === 0) {
    const error = c._PyErr_GetRaisedException();
    c._PyList_Append(c.PyProxy_getPtr(caught), error);
    c._Py_DecRef(error);
  }
  program?.destroy();
  const result = finish(caught);
  const [out, err, code] = result.toJs();
  caught.destroy();
  result.destroy();
  return [out, err, code];
}

const FACTS = "import os, sys; print(*sys.version_info[:2], sys.maxsize, sys.version.split()[0], os.path.dirname(os.__file__))";
let wide = null;

/** The CPython for 64 bits: its command, version and library folder. */
function python64() {
  if (wide !== null) return wide;
  const command = process.env.VIVARIUM_PYTHON64;
  if (!command) throw new Error("it needs a CPython 3.12 for 64 bits: VIVARIUM_PYTHON64=PROGRAM names none");
  const asked = spawnSync(command, ["-I", "-c", FACTS], { encoding: "utf8" });
  const [major, minor, maxsize, is, ...library] = (asked.stdout ?? "").trim().split(" ");
  if (major !== "3" || minor !== "12" || BigInt(maxsize) !== 2n ** 63n - 1n) {
    throw new Error(`VIVARIUM_PYTHON64 is no CPython 3.12 for 64 bits: it says ${JSON.stringify(asked.stdout ?? asked.error?.message)}`);
  }
  return (wide = { command, version: is, library: library.join(" ") });
}

/** Runs one program as `python3 NAME.py` in an empty folder; what it printed names no folder of this machine. */
function run64(name, source, given, files) {
  const { command, library } = python64();
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  try {
    for (const [path, data] of [[name, source], ...files]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), data);
    }
    const env = { PATH: process.env.PATH, PYTHONHASHSEED: "0", PYTHONNOUSERSITE: "1" };
    const done = spawnSync(command, ["-B", "-X", "utf8", name], { cwd: folder, env, input: given, timeout: 60_000, maxBuffer: 1 << 26 });
    if (done.error || done.status === null) throw done.error ?? new Error(`it ended by ${done.signal}`);
    const plain = (bytes) => Buffer.from(bytes.toString("utf8").replaceAll(library, "/lib/python3.12").replaceAll(`${folder}/`, ""));
    return [plain(done.stdout), plain(done.stderr), done.status];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const is64 = (source) => /^(?:[ \t]*(?:#.*)?\n)*# oracle: 64-bit\b/.test(source.toString("utf8"));

const all = [...programs()];
const known = new Set(all.map((path) => relative(tests, path)));
let recorded = 0;
for (const path of all) {
  const key = relative(tests, path);
  const stem = path.slice(0, -3);
  const source = readFileSync(path);
  const given = read(`${stem}.in`);
  const files = companions(stem);
  const hash = sha(source, given, ...files.flatMap(([name, data]) => [Buffer.from(name), data]));
  const wanted = words.length > 0 ? words.some((word) => key.includes(word))
    : flags.has("--all") || book.programs[key]?.source !== hash;
  if (!wanted) continue;
  const on64 = is64(source);
  if (!on64 && used >= PROGRAMS_PER_PYTHON) await fresh();
  if (!on64) used++;
  process.stderr.write(`recording ${key}\n`);
  let result;
  try {
    result = (on64 ? run64 : run)(basename(path), source, given, files);
  } catch (error) {
    process.stderr.write(`  cannot be recorded: ${error.message}\n`);
    process.exitCode = 1;
    if (!on64) used = PROGRAMS_PER_PYTHON;
    continue;
  }
  const [out, err, code] = result;
  const outputs = { out: Buffer.from(out), err: Buffer.from(err), code: Buffer.from(code === 0 ? "" : `${code}\n`) };
  for (const [ending, bytes] of Object.entries(outputs)) {
    if (ending === "out" || bytes.length > 0) writeFileSync(`${stem}.${ending}`, bytes);
    else rmSync(`${stem}.${ending}`, { force: true });
  }
  book.programs[key] = { source: hash, expected: sha(outputs.out, outputs.err, outputs.code) };
  if (on64) book.programs[key].python = `${python64().version}, 64 bits`;
  recorded++;
  if (recorded % 20 === 0) save();
}

function save() {
  if (python !== null) book.python = `${python.runPython("import sys; sys.version.split()[0]")} (pyodide ${version})`;
  if (flags.has("--prune")) for (const key of Object.keys(book.programs)) if (!known.has(key)) delete book.programs[key];
  const sorted = Object.fromEntries(Object.entries(book.programs).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(BOOK, JSON.stringify({ python: book.python, programs: sorted }, null, 1) + "\n");
}
save();
process.stderr.write(`${recorded} recorded, ${all.length} programs in all\n`);
process.exit();
