// disk.mjs - the requests of api/vivarium.h over Node's file system, for the prompt: as host/native/drive.c serves them.
import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmdirSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import * as vv from "../browser/program.mjs";

const LIBRARY = "/lib/python3.12";
const ERRORS = { EPERM: 1, ENOENT: 2, ENOMEM: 12, EACCES: 13, EEXIST: 17, EXDEV: 18, ENOTDIR: 20, EISDIR: 21, EINVAL: 22, EMFILE: 24,
  EFBIG: 27, ENOSPC: 28, EROFS: 30, ENAMETOOLONG: 36, ENOTEMPTY: 39, ELOOP: 40 };

/** Answers a request: [errno, bytes]. `library`: the folder that the program sees as LIBRARY; `sides`: that of the side modules. */
export function serve({ kind, path, data }, { library, sides }) {
  const real = (name) => resolve(name === LIBRARY || name.startsWith(`${LIBRARY}/`) ? library + name.slice(LIBRARY.length) : name);
  try {
    switch (kind) {
      case vv.READ_FILE: return [0, readFileSync(real(path))];
      case vv.LOAD_SIDE: return [0, readFileSync(resolve(sides, `${path}.wasm`))];
      case vv.WRITE_FILE: return done(writeFileSync(real(path), data));
      case vv.STAT: return [0, describe(data.length > 0 ? lstatSync(real(path), { bigint: true }) : statSync(real(path), { bigint: true }))];
      case vv.LIST: return [0, Buffer.from(readdirSync(real(path)).map((name) => `${name}\0`).join(""))];
      case vv.FOLDER: return [0, Buffer.from(process.cwd())];
      case vv.MAKE_FOLDER: return done(mkdirSync(real(path)));
      case vv.REMOVE_FOLDER: return done(rmdirSync(real(path)));
      case vv.REMOVE_FILE: return done(unlinkSync(real(path)));
      case vv.RENAME: return done(renameSync(real(path), real(new TextDecoder().decode(data))));
      case vv.CHANGE_MODE: return done(chmodSync(real(path), Number(text(data))));
      case vv.CHANGE_TIMES: return done(utimesSync(real(path), ...text(data).split(" ").map((ns) => Number(ns) / 1e9)));
      case vv.MAKE_SYMLINK: return done(symlinkSync(text(data), real(path)));
      case vv.MAKE_LINK: return done(linkSync(real(text(data)), real(path)));
      default: return [ERRORS.EPERM];
    }
  } catch (error) {
    return [ERRORS[error.code] ?? 5];
  }
}

const text = (bytes) => new TextDecoder().decode(bytes);

function done() {
  return [0];
}

function describe(s) {
  return Buffer.from([s.mode, s.ino, s.dev, s.nlink, s.uid, s.gid, s.size, s.atimeNs, s.mtimeNs, s.ctimeNs].join(" ") + " ");
}
