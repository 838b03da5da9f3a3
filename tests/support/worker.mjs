// worker.mjs - runs many test programs in one Node process: `node worker.mjs wasi|reactor BUILD-FOLDER`.
//
// Standard input: one JSON request a line (engine.mjs, plus `args` for the command). Standard output: one JSON answer
// a line. The module is compiled once and instantiated for each program.
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { WASI } from "node:wasi";
import { runProgram } from "./engine.mjs";
import { instantiateReactor } from "../../src/host/browser/program.mjs";

setFlagsFromString("--no-turbo-fast-api-calls"); // see src/host/wasi/run.mjs

const [kind, build] = process.argv.slice(2);
const file = kind === "wasi" ? "vivarium.wasm" : "vivarium-reactor.wasm";
const module = new WebAssembly.Module(readFileSync(join(build, file)));
const library = resolve(build, "../stdlib");
const sides = new Map();
const readSide = (name) => {
  if (!sides.has(name)) sides.set(name, readFileSync(join(build, "side", `${name}.wasm`)));
  return sides.get(name);
};
const top = mkdtempSync(join(tmpdir(), "vivarium-test-"));
const folder = join(top, "program"); // what the program sees; its streams stand beside it
process.on("exit", () => rmSync(top, { recursive: true, force: true }));

function runCommand(request) {
  const path = (name) => join(folder, name);
  const beside = (name) => join(top, name);
  rmSync(folder, { recursive: true, force: true }); // what the program before left
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries({ [request.name]: request.source, ...request.files })) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), Buffer.from(bytes, "base64"));
  }
  writeFileSync(beside("source.py"), Buffer.from(request.source, "base64"));
  writeFileSync(beside("input"), Buffer.from(request.input, "base64"));
  const fds = { stdin: openSync(beside("input"), "r"), stdout: openSync(beside("out"), "w"), stderr: openSync(beside("err"), "w") };
  const wasi = new WASI({
    version: "preview1", returnOnExit: true, preopens: { "/": "/" }, env: { PWD: folder, VIVARIUM_LIBRARY: library },
    args: ["vivarium", "-X", `name=${request.name}`, "-X", "folder=/program", ...(request.args ?? []), beside("source.py")],
    ...fds,
  });
  let code;
  let failure = "";
  try {
    code = wasi.start(new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport }));
  } catch (error) {
    code = 134;
    failure = `\n[the machine failed] ${error.stack}\n`;
  }
  Object.values(fds).forEach(closeSync);
  return {
    out: readFileSync(beside("out")).toString("base64"),
    err: Buffer.concat([readFileSync(beside("err")), Buffer.from(failure)]).toString("base64"),
    code,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = kind === "wasi"
    ? runCommand(request)
    : await runProgram(request, (host) => instantiateReactor(module, host), (path) => readFileSync(join(library, path)), readSide);
  process.stdout.write(JSON.stringify({ id: request.id, ...answer }) + "\n");
}
process.exit(0);
