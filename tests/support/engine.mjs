// engine.mjs - runs one test program over the flat C interface, in Node and in the browser alike.
//
// The instance can be thrown away in mid-run: every `copyEvery` instructions the whole memory is copied into a new
// instance and the run goes on there. Whatever a program kept outside its memory would be lost, and the test fails.
import { Files } from "../../src/host/browser/files.mjs";
import * as vv from "../../src/host/browser/program.mjs";

const SLICE = 5000000;

/** Base64 without Node's Buffer. */
export const encode = (bytes) => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
};
export const decode = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

function join(chunks) {
  const all = new Uint8Array(chunks.reduce((n, chunk) => n + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) { all.set(chunk, at); at += chunk.length; }
  return all;
}

/**
 * `request`: {name, source, input, files, budget, copyEvery, traced, maxInstructions}, bytes as base64; `files`: by name.
 * `makeExports(host)`: a new instance; may be asynchronous. `readLibrary(path)`: bytes of a file of the standard library, or a
 * promise of them; `readSide(name)`: of a side module. Returns {out, err, code, instructions, copies}.
 */
export async function runProgram(request, makeExports, readLibrary, readSide) {
  const written = { 1: [], 2: [] };
  const host = vv.completeHost({ write: (fd, bytes) => { written[fd].push(bytes.slice()); } });
  const files = new Files({ readIndex: async () => new TextDecoder().decode(await readLibrary("index.txt")), readFile: readLibrary, readSide });
  for (const [name, bytes] of Object.entries({ [request.name]: request.source, ...request.files })) {
    for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) files.put(name.slice(0, at), null);
    files.put(name, decode(bytes));
  }
  const input = decode(request.input);
  const source = decode(request.source);
  const copyEvery = request.copyEvery || 0;
  const budget = Math.min(request.budget || SLICE, copyEvery || SLICE);
  let program = new vv.Program(await makeExports(host), { scratch: Math.max(1 << 20, source.length + 4096) });
  let inputGiven = false;
  let copiedAt = 0;
  let copies = 0;
  program.create({ argv: [request.name], traced: request.traced, maxInstructions: request.maxInstructions });
  program.start(request.name, source);
  let code;
  try {
    for (;;) {
      const status = program.run(budget);
      if (status === vv.DONE || status === vv.RAISED) break;
      if (status === vv.WAIT) {
        const { ms, input: wanted } = program.wait;
        if (wanted) { program.giveInput(inputGiven ? new Uint8Array(0) : input, true); inputGiven = true; }
        else if (ms < 0) throw new Error("every thread waits for something that can no longer happen");
        else if (ms > 0) await new Promise((done) => { setTimeout(done, ms); });
      }
      if (status === vv.HOST) {
        await program.serve(files);
      }
      if (copyEvery > 0 && program.instructions - copiedAt >= copyEvery) {
        copiedAt = program.instructions;
        const old = program;
        program = await old.copyInto(await makeExports(host));
        new Uint8Array(old.exports.memory.buffer).fill(0xdb);
        copies++;
      }
    }
    code = program.exitCode;
  } catch (error) {
    written[2].push(new TextEncoder().encode(`\n[the machine failed] ${error.stack ?? error}\n`));
    code = 134;
  }
  return { out: encode(join(written[1])), err: encode(join(written[2])), code, copies,
    instructions: code === 134 ? 0 : program.instructions };
}
