// bench.mjs - Vivarium beside pyodide, in one Node process: `node bench.mjs BUILD [--repeat N] [WORD ...]`.
//
// Each program of this folder runs N times in each Python, in turns; the best time counts. A run of Vivarium is a new
// instance from its instantiation to its end; pyodide runs in one interpreter that is already warm. Both outputs must
// be equal. Start-up is measured apart: from nothing loaded to the first line printed, the modules' bytes in memory.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as vv from "../../src/host/browser/program.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const [build, ...rest] = process.argv.slice(2);
let repeat = 3;
const words = [];
for (let i = 0; i < rest.length; i++) {
  const [key, inline] = rest[i].split("=", 2);
  if (key === "--repeat") repeat = Number(inline ?? rest[++i]);
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

function runVivarium(module, name, source) {
  let out = "";
  let err = "";
  const begun = performance.now();
  let first = 0;
  const host = { write(fd, bytes) {
    first ||= performance.now() - begun;
    if (fd === 1) out += decoder.decode(bytes); else err += decoder.decode(bytes);
  } };
  const program = new vv.Program(vv.instantiateReactor(module ?? new WebAssembly.Module(wasm), host));
  program.create({ argv: [name] });
  program.start(name, source);
  const status = program.run();
  const ms = performance.now() - begun;
  if (status !== vv.DONE) throw new Error(`${name} under Vivarium: ${err || `status ${status}`}`);
  return { out, ms, first, instructions: program.instructions };
}

const { loadPyodide, version } = await import(
  pathToFileURL(createRequire(join(root, "web", "package.json")).resolve("pyodide/pyodide.mjs")));
progress("starting pyodide");
const coldFrom = performance.now();
let coldTo = 0;
let pyOut = "";
const pyodide = await loadPyodide({ stdout: (line) => { coldTo ||= performance.now(); pyOut += `${line}\n`; } });
pyodide.runPython("print('ready')");
const pyodideStart = coldTo - coldFrom;
const exec = pyodide.runPython("lambda source, name: exec(compile(source, name, 'exec'), {'__name__': '__main__'})");

function runPyodide(name, source) {
  pyOut = "";
  const begun = performance.now();
  exec(source, name);
  return { out: pyOut, ms: performance.now() - begun };
}

const coldRuns = Array.from({ length: 5 }, () => runVivarium(null, "start.py", "print('ready')\n").first);
const module = new WebAssembly.Module(wasm);
const warmRuns = Array.from({ length: 5 }, () => runVivarium(module, "start.py", "print('ready')\n").first);

const programs = readdirSync(here).filter((name) => name.endsWith(".py"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word))).sort();
if (programs.length === 0) fail("no program matches");

const row = (...cells) => `${cells[0].padEnd(14)}${cells.slice(1).map((c) => String(c).padStart(14)).join("")}\n`;
progress("");
process.stdout.write(row("program", "Vivarium ms", "pyodide ms", "ratio", "M instr/s"));
let logs = 0;
let failed = false;
for (const name of programs) {
  const source = readFileSync(join(here, name), "utf8");
  const best = { vivarium: Infinity, pyodide: Infinity };
  let result;
  let wrong = "";
  for (let n = 0; n < repeat && !wrong; n++) {
    progress(`${name} ${n + 1}/${repeat}`);
    try {
      const theirs = runPyodide(name, source);
      best.pyodide = Math.min(best.pyodide, theirs.ms);
      result = runVivarium(module, name, source);
      best.vivarium = Math.min(best.vivarium, result.ms);
      if (result.out !== theirs.out) wrong = `prints ${JSON.stringify(result.out)} instead of ${JSON.stringify(theirs.out)}`;
    } catch (error) {
      wrong = String(error.message).trim().split("\n").at(-1);
    }
  }
  progress("");
  if (wrong) {
    failed = true;
    process.stdout.write(`${basename(name, ".py").padEnd(14)}  ${wrong}\n`);
    continue;
  }
  const ratio = best.vivarium / best.pyodide;
  logs += Math.log(ratio);
  process.stdout.write(row(basename(name, ".py"), best.vivarium.toFixed(1), best.pyodide.toFixed(1), ratio.toFixed(2),
    (result.instructions / best.vivarium / 1000).toFixed(1)));
}
if (!failed) process.stdout.write(row("geometric mean", "", "", Math.exp(logs / programs.length).toFixed(2), ""));

const min = (list) => Math.min(...list).toFixed(1);
process.stdout.write(`\nstart to first line: Vivarium ${min(coldRuns)} ms (${min(warmRuns)} ms once compiled), `
  + `pyodide ${version} ${pyodideStart.toFixed(0)} ms\n`);

function size(path) {
  const raw = statSync(path).size;
  let small = "";
  try {
    small = `, ${(execFileSync("brotli", ["-q", "11", "-c", path], { maxBuffer: 2 ** 28 }).length / 1024).toFixed(0)} KB brotli`;
  } catch {
    small = ", brotli is not installed";
  }
  return `${(raw / 1024).toFixed(0)} KB${small}`;
}
for (const path of [wasmPath, join(build, "wasi", "vivarium.wasm"), join(build, "browser", "vivarium.wasm")]) {
  if (existsSync(path)) process.stdout.write(`${path.split("/").slice(-2).join("/").padEnd(32)}${size(path)}\n`);
}
process.exit(failed ? 1 : 0);
