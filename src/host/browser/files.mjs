// files.mjs - a program's files where there is no file system: folders in memory, and the standard library, whose files are
// fetched when they are read. For the page and for tests; serves the requests of api/vivarium.h.

import {
  CHANGE_MODE, CHANGE_TIMES, FOLDER, LIST, LOAD_SIDE, MAKE_FOLDER, READ_FILE, READ_LINK, REMOVE_FILE, REMOVE_FOLDER, RENAME, STAT, WRITE_FILE,
} from "./program.mjs";

const EPERM = 1, ENOENT = 2, EIO = 5, EEXIST = 17, ENOTDIR = 20, EISDIR = 21, EINVAL = 22, EROFS = 30, ENOTEMPTY = 39;
const IS_FILE = 0o100644, IS_FOLDER = 0o040755;
const LIBRARY = "/lib/python3.12";

const utf8 = new TextEncoder();
const text = new TextDecoder();
const nothing = new Uint8Array(0);

/** The bytes of a short text, nearly always ASCII, for which a TextEncoder takes long. */
function bytesOf(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return utf8.encode(text);
    bytes[at] = code;
  }
  return bytes;
}

/** The last text that parseIndex read and what it told, which nobody changes: every program has the same library. */
let parsed = { source: undefined, entries: undefined };

/** What the library's index.txt tells: a Map from paths inside it to sizes, and null for folders; `listed`: folders that were listed. */
export function parseIndex(source) {
  if (source !== parsed.source) parsed = { source, entries: readIndexText(source) };
  return parsed.entries;
}

function readIndexText(source) {
  const [tag, ...lines] = source.trimEnd().split("\n");
  const entries = new Map([["", null]]);
  const add = (path, size) => {
    entries.set(path, size);
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) entries.set(path.slice(0, at), null);
  };
  for (const line of lines) {
    const space = line.lastIndexOf(" ");
    const path = line.slice(0, space);
    add(path, Number(line.slice(space + 1)));
    if (path.endsWith(".py")) {
      const cut = path.lastIndexOf("/") + 1;
      add(`${path.slice(0, cut)}__pycache__/${path.slice(cut, -3)}.${tag}.pyc`, 0);
    }
  }
  entries.listed = new Map();
  return entries;
}

/** An answer made of what read() gives or promises; an error if it cannot be had: it may work the next time. */
function answerOf(read, make) {
  const failed = () => [EIO, nothing];
  try {
    const got = read();
    return got instanceof Promise ? got.then(make).catch(failed) : make(got);
  } catch {
    return failed();
  }
}

export class Files {
  /**
   * `folder`: the current folder; `readIndex()` and `readFile(path)`: text of the library's index and bytes of one of its files,
   * or promises of them. Both are called at most once for each file while they succeed. `readSide(name)`: the same for the bytes of
   * a side module (side.mjs).
   */
  constructor({ folder = "/program", readIndex, readFile, readSide } = {}) {
    this.folder = folder;
    this.readIndex = readIndex;
    this.readLibraryFile = readFile;
    this.readSide = readSide;
    /** Absolute path -> bytes of a file, or null for a folder. */
    this.entries = new Map([["/", null], [LIBRARY, null]]);
    /** Absolute path -> {mode, times}: a mode only if another than usual was given, times as text in nanoseconds. */
    this.meta = new Map();
    for (let at = folder.length; at > 0; at = folder.lastIndexOf("/", at - 1)) this.entries.set(folder.slice(0, at), null);
  }

  absolute(path) {
    if (path.startsWith("/") && path.length > 1 && !/\/(\.|\/|$)/.test(path)) return path;
    const parts = [];
    for (const part of (path.startsWith("/") ? path : `${this.folder}/${path}`).split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return `/${parts.join("/")}`;
  }

  /** A file that is there from the beginning, with the folders it is in. */
  put(path, bytes) {
    const name = this.absolute(path);
    for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1))
      if (!this.entries.has(name.slice(0, at))) this.store(name.slice(0, at), null);
    this.store(name, bytes);
  }

  /** A file or folder that is new or written. */
  store(name, bytes) {
    const now = `${Date.now()}000000`;
    this.entries.set(name, bytes);
    this.meta.set(name, { ...this.meta.get(name), times: [now, now] });
  }

  /** Answers a request: [errno, bytes], or a promise of it if something must be fetched. */
  serve({ kind, path, data }) {
    if (kind === FOLDER) return [0, bytesOf(this.folder)];
    if (kind === LOAD_SIDE) return this.serveSide(path);
    const name = this.absolute(path);
    if (path === "") return [ENOENT, nothing];
    if (name === LIBRARY || name.startsWith(`${LIBRARY}/`)) return this.serveLibrary(kind, name.slice(LIBRARY.length + 1));
    const there = this.entries.get(name);
    const parent = this.entries.get(name.slice(0, name.lastIndexOf("/")) || "/");
    switch (kind) {
      case READ_FILE:
        if (there === undefined) return [parent ? ENOTDIR : ENOENT, nothing];
        return there === null ? [EISDIR, nothing] : [0, there];
      case WRITE_FILE:
        if (there === null) return [EISDIR, nothing];
        if (parent !== null) return [parent ? ENOTDIR : ENOENT, nothing];
        this.store(name, data.slice());
        return [0, nothing];
      case STAT:
        return there === undefined ? [ENOENT, nothing] : [0, describe(there === null, there?.length ?? 0, this.meta.get(name))];
      case LIST:
        return there === undefined ? [ENOENT, nothing] : there !== null ? [ENOTDIR, nothing] : [0, this.list(name, this.entries)];
      case MAKE_FOLDER:
        if (there !== undefined) return [EEXIST, nothing];
        if (parent !== null) return [parent ? ENOTDIR : ENOENT, nothing];
        this.store(name, null);
        return [0, nothing];
      case REMOVE_FOLDER:
        if (there === undefined) return [ENOENT, nothing];
        if (there !== null) return [ENOTDIR, nothing];
        if (this.list(name, this.entries).length > 0) return [ENOTEMPTY, nothing];
        this.entries.delete(name);
        this.meta.delete(name);
        return [0, nothing];
      case REMOVE_FILE:
        if (there === undefined) return [ENOENT, nothing];
        if (there === null) return [EISDIR, nothing];
        this.entries.delete(name);
        this.meta.delete(name);
        return [0, nothing];
      case CHANGE_MODE:
      case CHANGE_TIMES: {
        if (there === undefined) return [ENOENT, nothing];
        const numbers = text.decode(data).split(" ");
        this.meta.set(name, { ...this.meta.get(name), ...(kind === CHANGE_MODE ? { mode: Number(numbers[0]) } : { times: numbers }) });
        return [0, nothing];
      }
      case RENAME:
        return [this.rename(name, this.absolute(text.decode(data))), nothing];
      case READ_LINK:
        return [there === undefined ? ENOENT : EINVAL, nothing]; // there are no links
      default:
        return [EPERM, nothing];
    }
  }

  rename(from, to) {
    const there = this.entries.get(from);
    const target = this.entries.get(to);
    if (there === undefined || this.entries.get(to.slice(0, to.lastIndexOf("/")) || "/") !== null) return ENOENT;
    if (target === null && there !== null) return EISDIR;
    if (target !== undefined && target !== null && there === null) return ENOTDIR;
    if (target === null && this.list(to, this.entries).length > 0) return ENOTEMPTY;
    for (const [path, bytes] of [...this.entries]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.entries.delete(path);
      this.entries.set(to + path.slice(from.length), bytes);
      const meta = this.meta.get(path);
      this.meta.delete(path);
      if (meta !== undefined) this.meta.set(to + path.slice(from.length), meta);
    }
    return 0;
  }

  /** The names in a folder, each ended by a NUL. */
  list(folder, entries) {
    const start = folder === "/" || folder === "" ? folder : `${folder}/`;
    let names = "";
    for (const path of entries.keys())
      if (path.length > start.length && path.startsWith(start) && !path.includes("/", start.length)) names += `${path.slice(start.length)}\0`;
    return utf8.encode(names);
  }

  serveSide(name) {
    return this.readSide === undefined ? [ENOENT, nothing] : answerOf(() => this.readSide(name), (bytes) => [0, bytes]);
  }

  serveLibrary(kind, path) {
    if (this.readIndex === undefined) return [ENOENT, nothing];
    if (kind !== READ_FILE && kind !== STAT && kind !== LIST) return [EROFS, nothing];
    if (this.library === undefined) {
      return answerOf(this.readIndex, (source) => {
        this.library = parseIndex(source);
        return this.serveLibrary(kind, path);
      });
    }
    const size = this.library.get(path);
    if (size === undefined) return [ENOENT, nothing];
    if (kind === STAT) return [0, describe(size === null, size)];
    if (kind === LIST) {
      if (size !== null) return [ENOTDIR, nothing];
      const { listed } = this.library;
      if (!listed.has(path)) listed.set(path, this.list(path, this.library));
      return [0, listed.get(path)];
    }
    return size === null ? [EISDIR, nothing] : answerOf(() => this.readLibraryFile(path), (bytes) => [0, bytes]);
  }
}

/** Mode, inode, device, links, user, group, size, and three times. */
function describe(isFolder, size, { mode, times = ["0", "0"] } = {}) {
  const kind = isFolder ? IS_FOLDER : IS_FILE;
  return bytesOf(`${mode === undefined ? kind : (kind & 0o170000) | mode} 0 0 1 0 0 ${isFolder ? 0 : size} ${times.join(" ")} 0 `);
}
