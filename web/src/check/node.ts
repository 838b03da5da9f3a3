/** node.ts - the core, the library and the side modules from folders of this machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emscriptenInstances } from '../engine/emscripten';
import { reactorFactory } from '../engine/reactor';
import { VivariumMachine } from './machine';

export interface RuntimeFolders {
    /** `vivarium-reactor.wasm` */
    wasm: string;
    /** Folder of the standard library, with index.txt. */
    library: string;
    /** Folder of the side modules. */
    sides: string;
}

/** Of a built repository: `build/`. */
export function builtFolders(build: string): RuntimeFolders {
    return { wasm: join(build, 'wasi', 'vivarium-reactor.wasm'), library: join(build, 'stdlib'), sides: join(build, 'wasi', 'side') };
}

/** How `Files` reads the library and the side modules; each file is read once. */
export function folderLibrary({ library, sides }: Pick<RuntimeFolders, 'library' | 'sides'>): {
    readIndex(): string; readFile(path: string): Uint8Array; readSide(name: string): Uint8Array;
} {
    const kept = new Map<string, Uint8Array>();
    const read = (path: string): Uint8Array => {
        let bytes = kept.get(path);
        if (!bytes)
            kept.set(path, bytes = readFileSync(path));
        return bytes;
    };
    return {
        readIndex: () => readFileSync(join(library, 'index.txt'), 'utf8'),
        readFile: (path) => read(join(library, path)),
        readSide: (name) => read(join(sides, `${name}.wasm`)),
    };
}

export async function createMachine(folders: RuntimeFolders): Promise<VivariumMachine> {
    return new VivariumMachine(reactorFactory(await WebAssembly.compile(readFileSync(folders.wasm))), folderLibrary(folders));
}

/** The same from the page's build, which the site is built with: `folder` has vivarium.mjs, vivarium.wasm and side/. */
export async function createPageMachine(folder: string, library: string): Promise<VivariumMachine> {
    const module = await WebAssembly.compile(readFileSync(join(folder, 'vivarium.wasm')));
    const loader = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'vivarium.mjs')).href);
    return new VivariumMachine(emscriptenInstances(module, loader.default), folderLibrary({ library, sides: join(folder, 'side') }));
}
