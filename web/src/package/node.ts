/** node.ts - the npm package in Node: Python, and the headless runner of lessons. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLessons as check } from '../check/index';
import { createMachine, folderLibrary, type RuntimeFolders } from '../check/node';
import { loadOracle } from '../check/oracle';
import { junit } from '../check/report';
import type { CheckReport, LessonReport } from '../check/types';
import { type PackageRuntime, packageRuntime } from './shared';

export type * from './shared';
export type { CheckReport, Claim, LessonReport } from '../check/types';
export { junit };

export interface RuntimeOptions {
    /** The package's `runtime/` folder, if it was moved. */
    folder?: string | URL;
}

function folders({ folder }: RuntimeOptions): RuntimeFolders {
    const root = folder === undefined ? fileURLToPath(new URL('./runtime/', import.meta.url))
        : folder instanceof URL ? fileURLToPath(folder) : folder;
    return { wasm: join(root, 'vivarium.wasm'), library: join(root, 'library'), sides: join(root, 'side') };
}

/** Loads Python. It runs in the calling thread, in slices of a few milliseconds, so that everything else goes on. */
export async function createRuntime(options: RuntimeOptions = {}): Promise<PackageRuntime> {
    const where = folders(options);
    return packageRuntime(await WebAssembly.compile(readFileSync(where.wasm)), folderLibrary(where));
}

export interface CheckOptions extends RuntimeOptions {
    /** Also run every program under CPython 3.12; needs the npm package `pyodide` (0.27). */
    oracle?: boolean;
    /** Told as soon as each lesson is done. */
    onLesson?(report: LessonReport, done: number, all: number): void;
}

/** Proves every claim of the lessons in these files and folders; throws when a path holds no lessons. */
export async function checkLessons(paths: string | readonly string[], options: CheckOptions = {}): Promise<CheckReport> {
    return check(typeof paths === 'string' ? [paths] : paths, {
        machine: await createMachine(folders(options)),
        ...(options.oracle ? { oracle: await loadOracle() } : {}),
        ...(options.onLesson ? { onLesson: options.onLesson } : {}),
    });
}
