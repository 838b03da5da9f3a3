// bench.mjs - Vivarium beside Pyodide and MicroPython, in one Node process: `node bench.mjs BUILD [--repeat N] [--json FILE]
// [WORD ...]`.
//
// Each program of this folder runs N times in each Python, in rounds; the least processor time counts (the clock says too
// much on a machine that does other things). Vivarium runs each program in a new instance, the other two in one interpreter
// that is already warm: so its time counts from the program's source to its end, and a second geometric mean says what it
// is with the making of the instance. Where a program's first line of output is "go", its time counts from there: what it
// imports before is not measured. Vivarium's and Pyodide's outputs must be equal; a program that
// MicroPython cannot run shows "-". Start-up is measured apart, on the clock: from nothing loaded to the first line
// printed, the modules' bytes in memory. So are imports: Pyodide forgets before each what CPython does not import at its
// own start.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Files } from "../../src/host/browser/files.mjs";
import * as vv from "../../src/host/browser/program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const [build, ...rest] = process.argv.slice(2);
let repeat = 3;
let json = "";
const words = [];
for (let i = 0; i < rest.length; i++) {
  const [key, inline] = rest[i].split("=", 2);
  if (key === "--repeat") repeat = Number(inline ?? rest[++i]);
  else if (key === "--json") json = inline ?? rest[++i] ?? fail("--json needs a file");
  else if (key.startsWith("-")) fail(`bench does not know ${rest[i]}; try ./vivarium bench --help`);
  else words.push(rest[i]);
}
if (!(repeat >= 1)) fail("--repeat needs a number");

function fail(message) {
  process.stderr.write(`vivarium: ${message}\n`);
  process.exit(2);
}

const wasmPath = join(build, "wasi", "vivarium-reactor.wasm");
const wasm = readFileSync(wasmPath);
const decoder = new TextDecoder();
const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);

/** Milliseconds of processor time this process has used. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The library, each file read from the disk once. */
const library = new Map();
function readLibrary(path) {
  if (!library.has(path)) library.set(path, readFileSync(join(build, "stdlib", path)));
  return library.get(path);
}

const sides = new Map();
function readSide(name) {
  if (!sides.has(name)) sides.set(name, readFileSync(join(build, "wasi", "side", `${name}.wasm`)));
  return sides.get(name);
}

/** Measures from its making, or from the program's line "go", to `end()`. */
class Meter {
  constructor() { this.begin(); this.out = ""; }
  begin() { this.used = cpu(); this.clock = performance.now(); }
  write(text) {
    if (this.out === "" && text.startsWith("go\n")) this.begin();
    this.out += text;
  }
  end() { return { out: this.out, ms: cpu() - this.used, clock: performance.now() - this.clock }; }
}

async function runVivarium(module, name, source) {
  let err = "";
  const begun = performance.now();
  const making = new Meter();
  const meter = new Meter();
  let first = 0;
  const host = { write(fd, bytes) {
    first ||= performance.now() - begun;
    if (fd === 1) meter.write(decoder.decode(bytes)); else err += decoder.decode(bytes);
  } };
  const files = new Files({ readIndex: () => decoder.decode(readLibrary("index.txt")), readFile: readLibrary, readSide });
  const program = new vv.Program(vv.instantiateReactor(module ?? new WebAssembly.Module(wasm), host));
  program.create({ argv: [name] });
  const made = making.end().ms;
  meter.begin();
  program.start(name, source);
  let status;
  while ((status = program.run()) === vv.HOST) await program.serve(files);
  const result = meter.end();
  if (status !== vv.DONE) throw new Error(`${name} under Vivarium: ${err || `status ${status}`}`);
  return { ...result, made, first, instructions: program.instructions, memory: program.exports.memory.buffer.byteLength };
}

const modules = createRequire(join(root, "web", "package.json"));
const load = (name) => import(pathToFileURL(modules.resolve(name)));

const { loadPyodide, version } = await load("pyodide/pyodide.mjs");
progress("starting pyodide");
const coldFrom = performance.now();
let coldTo = 0;
let pyMeter = new Meter();
const pyodide = await loadPyodide({ stdout: (line) => { coldTo ||= performance.now(); pyMeter.write(`${line}\n`); } });
pyodide.runPython("print('ready')");
const pyodideStart = coldTo - coldFrom;
const exec = pyodide.runPython("lambda source, name: exec(compile(source, name, 'exec'), {'__name__': '__main__'})");

function runPyodide(name, source) {
  pyMeter = new Meter();
  exec(source, name);
  return pyMeter.end();
}

const forget = pyodide.runPython(`
import sys
def forget(kept):
    for name in set(sys.modules) - set(sys.builtin_module_names):
        if name.partition(".")[0] not in kept:
            del sys.modules[name]
lambda kept: forget(kept.split())
`);
const KEPT = "__main__ _frozen_importlib _frozen_importlib_external importlib encodings codecs io abc site _sitebuiltins os posixpath "
  + "genericpath stat _collections_abc zipimport pyodide _pyodide pyodide_js js __future__";

const { loadMicroPython } = await load("@micropython/micropython-webassembly-pyscript/micropython.mjs");
progress("starting MicroPython");
const microFrom = performance.now();
let microTo = 0;
let microMeter = new Meter();
const micropython = await loadMicroPython({
  heapsize: 64 * 1024 * 1024, linebuffer: true, stderr: () => {},
  stdout: (line) => { microTo ||= performance.now(); microMeter.write(`${line}\n`); } });
micropython.runPython("print('ready')");
const microStart = microTo - microFrom;
micropython.runPython("def vv_run(source, name):\n    exec(compile(source, name, 'exec'), {'__name__': '__main__'})\n");
const microExec = micropython.globals.get("vv_run");

/** Milliseconds, or 0 when MicroPython cannot run the program or computes something else. */
function runMicroPython(name, source, expected) {
  microMeter = new Meter();
  try {
    microExec(source, name);
  } catch {
    return 0;
  }
  const { ms, out } = microMeter.end();
  return out === expected ? ms : 0;
}

const coldRuns = [];
for (let n = 0; n < 5; n++) coldRuns.push((await runVivarium(null, "start.py", "print('ready')\n")).first);
const module = new WebAssembly.Module(wasm);
const warmRuns = [];
for (let n = 0; n < 5; n++) warmRuns.push((await runVivarium(module, "start.py", "print('ready')\n")).first);

const programs = readdirSync(here).filter((name) => name.endsWith(".py"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word))).sort();
if (programs.length === 0 && !words.some((word) => "imports inspector".includes(word))) fail("no program matches");

/** Every program once a round: a bad moment of the machine costs each of a few programs one run, and none all of its runs. */
const entries = programs.map((name) => ({ name, source: readFileSync(join(here, name), "utf8"), wrong: "", instructions: 0,
  vivarium: Infinity, made: Infinity, pyodide: Infinity, micropython: Infinity }));
for (let n = 0; n < repeat; n++) {
  for (const best of entries.filter((entry) => !entry.wrong)) {
    progress(`round ${n + 1}/${repeat}: ${best.name}`);
    try {
      const theirs = runPyodide(best.name, best.source);
      best.pyodide = Math.min(best.pyodide, theirs.ms);
      const ours = await runVivarium(module, best.name, best.source);
      best.vivarium = Math.min(best.vivarium, ours.ms);
      best.made = Math.min(best.made, ours.made);
      best.instructions = Number(ours.instructions);
      if (best.micropython > 0) best.micropython = Math.min(best.micropython, runMicroPython(best.name, best.source, theirs.out));
      if (ours.out !== theirs.out) best.wrong = `prints ${JSON.stringify(ours.out)} instead of ${JSON.stringify(theirs.out)}`;
    } catch (error) {
      best.wrong = String(error.message).trim().split("\n").at(-1);
    }
  }
}

const row = (...cells) => `${cells[0].padEnd(15)}${cells.slice(1).map((c) => String(c).padStart(14)).join("")}\n`;
progress("");
process.stdout.write(row("program", "Vivarium ms", "pyodide ms", "ratio", "MicroPython ms", "ratio", "M instr/s"));
const results = [];
for (const best of entries) {
  const program = basename(best.name, ".py");
  if (best.wrong) {
    process.stdout.write(`${program.padEnd(14)}  ${best.wrong}\n`);
    continue;
  }
  const entry = { program, vivarium: best.vivarium, pyodide: best.pyodide, micropython: best.micropython || null,
    ratio: best.vivarium / best.pyodide, made: best.made, ratioMicroPython: best.micropython ? best.vivarium / best.micropython : null,
    instructions: best.instructions };
  results.push(entry);
  process.stdout.write(row(entry.program, entry.vivarium.toFixed(1), entry.pyodide.toFixed(1), entry.ratio.toFixed(2),
    entry.micropython?.toFixed(1) ?? "-", entry.ratioMicroPython?.toFixed(2) ?? "-",
    (entry.instructions / entry.vivarium / 1000).toFixed(1)));
}
let failed = results.length < entries.length;
const geometric = (list) => Math.exp(list.reduce((sum, x) => sum + Math.log(x), 0) / list.length);
const mean = geometric(results.map((r) => r.ratio));
const meanMade = geometric(results.map((r) => (r.vivarium + r.made) / r.pyodide));
const meanMicroPython = geometric(results.map((r) => r.ratioMicroPython).filter((r) => r !== null));
if (!failed && results.length > 0) process.stdout.write(row("geometric mean", "", "", mean.toFixed(2), "", meanMicroPython.toFixed(2), "")
  + row("  with its making", "", "", meanMade.toFixed(2), "", "", ""));

/** What a program that knows nothing yet pays for an import. The clock counts, as for start-up. */
const IMPORTS = { library: ["re, json, functools, collections, enum, dataclasses, typing", 25], unittest: ["unittest", 50] };
const imports = {};
process.stdout.write("\n");
for (const [label, [names, goal]] of Object.entries(IMPORTS)) {
  if (words.length > 0 && !words.some((word) => "imports".includes(word))) continue;
  const source = `print("go")\nimport ${names}\n`;
  const best = { vivarium: Infinity, pyodide: Infinity };
  try {
    for (let n = 0; n < repeat + 2; n++) {
      forget(KEPT);
      best.pyodide = Math.min(best.pyodide, runPyodide("imports.py", source).clock);
      best.vivarium = Math.min(best.vivarium, (await runVivarium(module, "imports.py", source)).clock);
    }
  } catch (error) {
    failed = true;
    process.stdout.write(`import ${names}: ${String(error.message).trim().split("\n").at(-1)}\n`);
    continue;
  }
  imports[label] = { ...best, ratio: best.vivarium / best.pyodide };
  process.stdout.write(`import ${names}: Vivarium ${best.vivarium.toFixed(1)} ms (goal ${goal}), pyodide ${best.pyodide.toFixed(1)} ms, `
    + `ratio ${imports[label].ratio.toFixed(2)}\n`);
}

/** How long a stopped program with 100,000 objects of its own takes to answer, question by question, on the clock. */
function inspector() {
  const program = new vv.Program(vv.instantiateReactor(module, { write() {} }));
  program.create({ argv: ["inspect.py"] });
  program.start("inspect.py", "class Row: pass\nrows = [[n] for n in range(100_000)]\nrow = Row()\nrow.all = rows\nrows.append(row)\ninput()\n");
  let status;
  do status = program.run(); while (status === vv.BUDGET);
  if (status !== vv.WAIT) throw new Error(`the inspected program ended with status ${status}`);
  const { nodes } = program.inspect("objects root=main limit=20");
  const { id } = nodes.find(({ type }) => type === "list");
  const answers = {};
  for (const question of ["objects", "objects limit=100000 items=100000", `referrers id=${id}`, `alive id=${id}`, `living ids=${id}`, "heap", "generations limit=100", "frames",
    "collect generation=2", `table id=${id}`, `bytes id=${id}`, "class name=Row", "mro name=Row", "names expression=row"]) {
    const times = [];
    for (let n = 0; n < repeat + 2; n++) {
      const from = performance.now();
      const answer = program.inspect(question);
      times.push(performance.now() - from);
      if (answer.error) throw new Error(`${question}: ${answer.error}`);
    }
    answers[question.replace(/(ids?)=\d+/, "$1=...")] = Math.min(...times);
  }
  return answers;
}
let inspected = {};
if (words.length === 0 || words.some((word) => "inspector".includes(word))) {
  inspected = inspector();
  const slowest = Object.entries(inspected).filter(([question]) => !question.includes("limit=100000")).sort(([, a], [, b]) => b - a)[0];
  process.stdout.write(`\ninspector, 100,000 objects: the slowest answer ${slowest[1].toFixed(1)} ms (${slowest[0]}; goal 100)\n`
    + `  ${Object.entries(inspected).map(([question, ms]) => `${question} ${ms.toFixed(1)}`).join(", ")}\n`);
}

const min = (list) => Math.min(...list).toFixed(1);
const { memory } = await runVivarium(module, "start.py", "print('ready')\n");
process.stdout.write(`\nstart to first line: Vivarium ${min(coldRuns)} ms (${min(warmRuns)} ms once compiled), `
  + `pyodide ${version} ${pyodideStart.toFixed(0)} ms, MicroPython ${microStart.toFixed(0)} ms\n`
  + `memory after start-up: ${(memory / 2 ** 20).toFixed(2)} MB\n`);

const sizes = {};
function size(path) {
  const raw = statSync(path).size;
  let small = "";
  let brotli = null;
  try {
    brotli = execFileSync("brotli", ["-q", "11", "-c", path], { maxBuffer: 2 ** 28 }).length;
    small = `, ${(brotli / 1024).toFixed(0)} KB brotli`;
  } catch {
    small = ", brotli is not installed";
  }
  sizes[path.split("/").slice(-2).join("/")] = { raw, brotli };
  return `${(raw / 1024).toFixed(0)} KB${small}`;
}
for (const path of [wasmPath, join(build, "wasi", "vivarium.wasm"), join(build, "browser", "vivarium.wasm")]) {
  if (existsSync(path)) process.stdout.write(`${path.split("/").slice(-2).join("/").padEnd(32)}${size(path)}\n`);
}
for (const folder of [join(build, "wasi", "side"), join(build, "stdlib", "_data")]) // what left the core
  for (const name of readdirSync(folder)) process.stdout.write(`  ${`${basename(folder)}/${name}`.padEnd(30)}${size(join(folder, name))}\n`);
if (json) {
  writeFileSync(json, `${JSON.stringify({ results, imports, inspected, mean, meanMade, meanMicroPython, sizes, memory, start: { vivarium: Math.min(...coldRuns),
    vivariumCompiled: Math.min(...warmRuns), pyodide: pyodideStart, micropython: microStart } }, null, 2)}\n`);
}
process.exit(failed ? 1 : 0);
