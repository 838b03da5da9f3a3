// repl.mjs - the interactive prompt under Node, over the reactor: `node repl.mjs vivarium-reactor.wasm [--max-memory MB]`.
//
// Line editing and history are Node's readline; the history is kept in the XDG state folder. Ctrl-C raises
// KeyboardInterrupt in a running program and clears an unfinished statement.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import * as vv from "../browser/program.mjs";
import { serve } from "./disk.mjs";

const HISTORY_LINES = 1000;
const SLICE = 500000; // instructions between two looks at Ctrl-C

const [wasm, ...rest] = process.argv.slice(2);
const places = { library: process.env.VIVARIUM_LIBRARY ?? join(dirname(wasm), "..", "stdlib"), sides: join(dirname(wasm), "side") };
const options = {};
for (let i = 0; i < rest.length; i++) {
  const [key, inline] = rest[i].split("=", 2);
  const value = () => Number(inline ?? rest[++i]);
  if (key === "--max-memory") options.maxMemory = value() * 2 ** 20;
  else if (key === "--max-instructions") options.maxInstructions = value();
  else fail(`unknown option ${key}\nTry \`vivarium repl --help' for more information.`);
}
for (const n of Object.values(options)) if (!(n > 0)) fail("limits are positive numbers");

function fail(message) {
  process.stderr.write(`vivarium: ${message}\n`);
  process.exit(2);
}

const historyFile = join(process.env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "vivarium", "history");
const history = existsSync(historyFile) ? readFileSync(historyFile, "utf8").split("\n").filter(Boolean).reverse() : [];

// readline clears the line it prompts on, so the unfinished line that a program has printed becomes part of the prompt.
let unfinished = "";
const decoder = new TextDecoder();
const host = {
  write(fd, bytes) {
    (fd === 2 ? process.stderr : process.stdout).write(bytes.slice());
    unfinished = (unfinished + decoder.decode(bytes, { stream: true })).split("\n").at(-1).slice(-200);
  },
};
const program = new vv.Program(vv.instantiateReactor(new WebAssembly.Module(readFileSync(wasm)), host));
program.create({ argv: [""], ...options });

const terminal = process.stdin.isTTY && process.stdout.isTTY;
const lines = createInterface({
  input: process.stdin, output: process.stdout, terminal, history, historySize: HISTORY_LINES,
  removeHistoryDuplicates: true, tabSize: 4,
});
const typed = []; // lines that nobody has asked for yet
let wanted = null; // resolves with the next line, null at the end
let ended = false;
let interrupted = false;
lines.on("line", (line) => { wanted ? take(line) : typed.push(line); });
lines.on("close", () => { ended = true; if (wanted) take(null); });
lines.on("history", (all) => { history.splice(0, history.length, ...all); });
lines.on("SIGINT", interrupt);
process.on("SIGINT", interrupt);

function interrupt() {
  interrupted = true;
  if (!wanted) return;
  // Forget what is typed: to the end of the line, then delete to its start.
  lines.write(null, { ctrl: true, name: "e" });
  lines.write(null, { ctrl: true, name: "u" });
  take(undefined);
}

function take(line) {
  const resolveLine = wanted;
  wanted = null;
  resolveLine(line);
}

/** The next line; null at the end of input; undefined after Ctrl-C. */
function nextLine(prompt) {
  if (typed.length > 0) return typed.shift();
  if (ended) return null;
  if (terminal) {
    lines.setPrompt(unfinished + prompt);
    lines.prompt();
    unfinished = "";
  }
  return new Promise((resolveLine) => { wanted = resolveLine; });
}

const pause = (ms) => new Promise((done) => { setTimeout(done, ms); });

async function finish() {
  for (;;) {
    if (interrupted) { interrupted = false; program.interrupt(); }
    const status = program.run(SLICE);
    if (status === vv.DONE || status === vv.RAISED) return;
    if (status === vv.BUDGET) await new Promise((done) => { setImmediate(done); });
    if (status === vv.HOST) await program.serve({ serve: (request) => serve(request, places) });
    if (status === vv.WAIT) {
      const { ms, input } = program.wait;
      if (!input && ms < 0) {
        process.stderr.write("vivarium: every thread waits for something that can no longer happen\n");
        program.interrupt();
      } else if (!input) {
        for (let left = ms; left > 0 && !interrupted; left -= 50) await pause(Math.min(left, 50));
      } else {
        const line = await nextLine("");
        if (line !== undefined) program.giveInput(line === null ? "" : `${line}\n`, line === null);
      }
    }
  }
}

const version = program.version;
process.stdout.write(`Vivarium, Python ${version}\nType "exit()" or press Ctrl-D to leave.\n`);
let source = "";
for (;;) {
  const line = await nextLine(source === "" ? ">>> " : "... ");
  if (line === undefined) {
    interrupted = false;
    process.stdout.write("\nKeyboardInterrupt\n");
    source = "";
    continue;
  }
  if (line === null) { process.stdout.write("\n"); break; }
  source += line;
  if (!program.isComplete(source)) { source += "\n"; continue; }
  program.start("<stdin>", source, vv.SINGLE);
  source = "";
  await finish();
  if (program.exitRequested) { process.exitCode = program.exitCode; break; }
}
lines.close();
if (terminal) {
  try {
    mkdirSync(dirname(historyFile), { recursive: true });
    writeFileSync(historyFile, history.slice(0, HISTORY_LINES).reverse().join("\n") + "\n", { mode: 0o600 });
  } catch {
    process.stderr.write(`vivarium: could not keep the history in ${historyFile}\n`);
  }
}
