// program.mjs - a thin JavaScript class over exports.c, for Node (prompt, tests, benchmarks) and for the test page.
//
// It knows the flat C interface and nothing else: no timers, no workers, no files. Works over the exports of the WASI
// reactor and of the Emscripten module alike. `host` is {write(fd, bytes), monotonicNs(), realtimeNs(), random(bytes),
// abort(file, line, what)}; every member has a default except write.

import { addSide, addSidesAgain } from "./side.mjs";

export const DONE = 0, RAISED = 1, BUDGET = 2, WAIT = 3, HOST = 4, BREAK = 5;
export const READ_FILE = 1, WRITE_FILE = 2, STAT = 4, LIST = 5, FOLDER = 6, MAKE_FOLDER = 7, REMOVE_FOLDER = 8,
  REMOVE_FILE = 9, RENAME = 10, READ_LINK = 11, LOAD_SIDE = 12, CHANGE_MODE = 13, CHANGE_TIMES = 14, MAKE_SYMLINK = 15, MAKE_LINK = 16;
export const EXEC = 0, SINGLE = 1, KEEP = 2;

const ENOENT = 2, ENOMEM = 12;
const utf8 = new TextEncoder();
const text = new TextDecoder();
const ABI = 1;
// Node 18 has it, but not as a global.
const crypto = globalThis.crypto ?? (await import("node:crypto")).webcrypto;

export class Abort extends Error {}

/** Completes a host object with the clocks, random bytes and abort that every JavaScript engine can give. */
export function completeHost(host) {
  return {
    monotonicNs: () => performance.now() * 1e6,
    realtimeNs: () => Date.now() * 1e6,
    random(bytes) {
      for (let at = 0; at < bytes.length; at += 65536) {
        const part = new Uint8Array(Math.min(65536, bytes.length - at)); // not a view: shared or huge ones are refused
        crypto.getRandomValues(part);
        bytes.set(part, at);
      }
    },
    abort(file, line, what) {
      throw new Abort(`internal error at ${file}:${line}: ${what}`);
    },
    ...host,
  };
}

/** Instantiates the compiled reactor; the import object is all it needs. */
export function instantiateReactor(module, host) {
  const full = completeHost(host);
  let memory;
  const view = (pointer, n) => new Uint8Array(memory.buffer, pointer, n);
  const string = (pointer) => {
    const bytes = new Uint8Array(memory.buffer, pointer);
    return text.decode(bytes.subarray(0, bytes.indexOf(0)));
  };
  const instance = new WebAssembly.Instance(module, {
    env: {
      vvx_host_write: (fd, pointer, n) => full.write(fd, view(pointer, n)),
      vvx_host_monotonic_ns: () => full.monotonicNs(),
      vvx_host_realtime_ns: () => full.realtimeNs(),
      vvx_host_random: (pointer, n) => full.random(view(pointer, n)),
      vvx_host_abort: (file, line, what) => full.abort(string(file), line, string(what)),
    },
  });
  memory = instance.exports.memory;
  instance.exports._initialize();
  return instance.exports;
}

export class Program {
  /** `exports`: of instantiateReactor, or the Emscripten module's `asm`. */
  constructor(exports, { scratch = 1 << 20 } = {}) {
    this.exports = exports;
    if (exports.vvx_abi() !== ABI) throw new Error(`this is interface ${ABI}, the module has ${exports.vvx_abi()}`);
    this.handle = exports.vvx_open(scratch);
    if (this.handle === 0) throw new Error("no memory for a program");
    this.size = scratch;
    this.sides = [];
  }

  /** What side.mjs wants to know of the instance. */
  get core() {
    const { memory, __indirect_function_table: table, __stack_pointer: stackPointer, vvx_side_api } = this.exports;
    return { memory, table, stackPointer, api: vvx_side_api() };
  }

  /** The program that lives in a copy of this one's whole memory, in a new instance's `exports`. */
  async copyInto(exports) {
    const from = new Uint8Array(this.exports.memory.buffer);
    if (exports.vvx_grow(from.length) !== 0) throw new Error("no memory for a copy of the program");
    new Uint8Array(exports.memory.buffer).set(from);
    const copy = Object.create(Program.prototype);
    Object.assign(copy, { exports, handle: this.handle, size: this.size, sides: this.sides });
    await addSidesAgain(copy.core, copy.sides);
    return copy;
  }

  /** The memory as it is now. */
  get memory() {
    const { buffer } = this.exports.memory;
    if (this.view?.buffer !== buffer) this.view = new Uint8Array(buffer);
    return this.view;
  }

  /** Puts bytes into the scratch area from `at` on; the offset behind them. */
  put(bytes, at = 0) {
    if (at + bytes.length > this.size) throw new RangeError(`${bytes.length} bytes do not fit the transfer area`);
    this.memory.set(bytes, this.exports.vvx_scratch(this.handle) + at);
    return at + bytes.length;
  }

  create({ argv = [""], maxMemory = 0, maxInstructions = 0, traced = false, gcStress = false, auditEvery = 0,
    failAllocAt = 0 } = {}) {
    const end = this.put(utf8.encode(argv.map((arg) => arg + "\0").join("")));
    const flags = (traced ? 1 : 0) | (gcStress ? 2 : 0);
    const error = this.exports.vvx_create(this.handle, argv.length, end, maxMemory, maxInstructions, flags, auditEvery,
      failAllocAt);
    if (error !== 0) throw new Error(error === -1 ? "not enough memory to start" : "bad arguments");
  }

  start(name, source, mode = EXEC) {
    const nameBytes = utf8.encode(name);
    const sourceBytes = typeof source === "string" ? utf8.encode(source) : source;
    this.put(sourceBytes, this.put(nameBytes) + 1);
    this.exports.vvx_start(this.handle, mode, nameBytes.length, sourceBytes.length);
  }

  run(budget = 0) {
    return this.exports.vvx_run(this.handle, budget);
  }

  /** {ms, input}: milliseconds until the program wants to go on (-1: no clock wakes it); would a line of input help? */
  get wait() {
    return { ms: this.exports.vvx_wait_ms(this.handle), input: this.exports.vvx_wait_input(this.handle) !== 0 };
  }

  giveInput(bytes, eof = false) {
    const all = typeof bytes === "string" ? utf8.encode(bytes) : bytes;
    let at = 0;
    do {
      const part = all.subarray(at, at + this.size);
      this.put(part);
      at += part.length;
      this.exports.vvx_give_input(this.handle, part.length, eof && at === all.length ? 1 : 0);
    } while (at < all.length);
  }

  /** {kind, path, data} of what the program asks the host. `data` is a view, valid until the next call. */
  get request() {
    const { exports: e, handle: h, memory } = this;
    const kind = e.vvx_request_kind(h);
    const path = e.vvx_request_path(h);
    const data = e.vvx_request_data(h);
    return {
      kind,
      path: path === 0 ? "" : text.decode(memory.subarray(path, memory.indexOf(0, path))),
      data: memory.subarray(data, data + e.vvx_request_size(h)),
    };
  }

  /** error: 0 or an errno value of Linux. */
  answer(error, bytes = new Uint8Array(0)) {
    if (bytes.length > this.size) [error, bytes] = [27, new Uint8Array(0)];
    this.put(bytes);
    this.exports.vvx_answer(this.handle, error, bytes.length);
  }

  /** Serves what the program asks for; `files` is a Files (files.mjs). Done on return, or when the promise is that it returns. */
  serve(files) {
    const { kind, path, data } = this.request;
    const served = files.serve({ kind, path, data: data.length === 0 ? data : data.slice() });
    if (served instanceof Promise || kind === LOAD_SIDE) return this.serveLater(kind, served);
    this.answer(...served);
    return undefined;
  }

  async serveLater(kind, served) {
    const [error, bytes] = await served;
    if (kind !== LOAD_SIDE || error !== 0) return this.answer(error, bytes);
    const side = await addSide(this.core, bytes, (n) => this.exports.vvx_side_memory(this.handle, n)).catch(() => undefined);
    if (!side) return this.answer(side === null ? ENOMEM : ENOENT);
    this.sides.push(side);
    this.answer(0, side.answer);
  }

  isComplete(source) {
    return this.exports.vvx_source_complete(this.handle, this.put(utf8.encode(source))) === 1;
  }

  /** What the next run goes on to: 0 the next breakpoint, 1 into, 2 over, 3 out, 4 one instruction. Ask `stop` why it paused. */
  step(kind) {
    this.exports.vvx_set_step(this.handle, kind);
  }

  runTo(file, line) {
    this.put(utf8.encode(file + "\0"));
    if (this.exports.vvx_run_to(this.handle, line) !== 0) throw new RangeError("the file's name is too long");
  }

  /** Breakpoints of a file, in place of those it had: numbers of lines, or {line, condition}. */
  breakAt(file, points) {
    const texts = points.map((p) => typeof p === "number" ? `${p}` : p.condition ? `${p.line} ${p.condition}` : `${p.line}`);
    const end = this.put(utf8.encode([file, ...texts].map((each) => each + "\0").join("")));
    if (this.exports.vvx_break_at(this.handle, texts.length, end) !== 0) throw new RangeError("too many breakpoints");
  }

  /** Evaluates an expression where the program pauses: the next run does, and breaks again; `stop` tells its repr. False: it cannot. */
  evaluate(expression) {
    return this.exports.vvx_evaluate(this.handle, this.put(utf8.encode(expression))) === 0;
  }

  pauseAtEnd(pause = true) {
    this.exports.vvx_pause_at_end(this.handle, pause ? 1 : 0);
  }

  /** Compiles a text only: its error, warnings, and the lines at which a program of it could stop. */
  check(name, source) {
    const nameBytes = utf8.encode(name), sourceBytes = utf8.encode(source);
    this.put(sourceBytes, this.put(nameBytes) + 1);
    return this.answered(this.exports.vvx_check_source(this.handle, nameBytes.length, sourceBytes.length));
  }

  /** Asks about the program between two calls of run: src/observe/observe.h lists the questions. Changes nothing. */
  inspect(question) {
    return this.answered(this.exports.vvx_inspect(this.handle, this.put(utf8.encode(question))));
  }

  answered(n) {
    if (n < 0) throw new Error("no memory for the answer");
    const bytes = new Uint8Array(this.exports.memory.buffer, this.exports.vvx_inspected(this.handle), n);
    return JSON.parse(text.decode(bytes));
  }

  interrupt() {
    this.exports.vvx_interrupt(this.handle);
  }

  get version() {
    const memory = new Uint8Array(this.exports.memory.buffer);
    const at = this.exports.vvx_version();
    return text.decode(memory.subarray(at, memory.indexOf(0, at)));
  }

  get exitCode() { return this.exports.vvx_exit_code(this.handle); }
  get exitRequested() { return this.exports.vvx_exit_requested(this.handle) !== 0; }
  get instructions() { return this.exports.vvx_instructions(this.handle); }
  get memoryUsed() { return this.exports.vvx_memory_used(this.handle); }
  get memoryPeak() { return this.exports.vvx_memory_peak(this.handle); }

  destroy() {
    this.exports.vvx_destroy(this.handle);
  }
}
