// page_worker.mjs - runs test programs over the Emscripten module, in a worker as the site does.
import createVivarium from "/build/vivarium.mjs";
import { runProgram } from "./engine.mjs";

const compiled = WebAssembly.compileStreaming(fetch("/build/vivarium.wasm"));

async function makeExports(host) {
  const wasm = await compiled;
  const module = await createVivarium({
    host,
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(wasm, imports);
      receive(instance);
      return instance.exports;
    },
  });
  return module.asm;
}

async function readLibrary(path) {
  const response = await fetch(`/stdlib/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const sides = new Map();
const readSide = (name) => {
  if (!sides.has(name)) sides.set(name, fetch(`/build/side/${name}.wasm`).then(async (response) => new Uint8Array(await response.arrayBuffer())));
  return sides.get(name);
};

onmessage = async (event) => {
  postMessage(await runProgram(event.data, makeExports, readLibrary, readSide));
};
