// run.mjs - runs the WASI command under Node: `node run.mjs vivarium.wasm ARG...`. Standard streams are the process's.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { WASI } from "node:wasi";

// Node's WASI collects garbage inside V8's fast calls, which V8 forbids: without this it crashes now and then
// (nodejs/node issues 46777 and 53087).
setFlagsFromString("--no-turbo-fast-api-calls");

const [wasm, ...args] = process.argv.slice(2);
const wasi = new WASI({
  version: "preview1",
  args: ["vivarium", ...args],
  env: { PWD: process.cwd(), VIVARIUM_LIBRARY: process.env.VIVARIUM_LIBRARY ?? resolve(dirname(wasm), "../stdlib") },
  preopens: { "/": "/" },
  returnOnExit: true,
});
const module = new WebAssembly.Module(readFileSync(wasm));
const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.wasiImport });
process.exitCode = wasi.start(instance);
