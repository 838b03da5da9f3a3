/**
 * library.ts - the standard library as the site has it: a folder of files, each fetched when a program first imports it and
 * then kept by the worker (and by the browser's cache).
 */
import type { FilesOptions } from '../../../src/host/browser/files.mjs';

/** Files below `address`, kept once they are fetched. */
function fetched(address: URL): (path: string) => Promise<Uint8Array> {
    const kept = new Map<string, Promise<Uint8Array>>();
    const fetchFile = async (path: string): Promise<Uint8Array> => {
        const response = await fetch(new URL(path, address));
        if (!response.ok)
            throw new Error(`${path} answered ${response.status}`);
        return new Uint8Array(await response.arrayBuffer());
    };
    return (path) => {
        let bytes = kept.get(path);
        if (!bytes) {
            bytes = fetchFile(path);
            kept.set(path, bytes);
            bytes.catch(() => kept.delete(path));
        }
        return bytes;
    };
}

/** How `Files` reads the library at `address`, a folder. What could not be fetched is asked for again the next time. */
export function fetchedLibrary(address: URL): Required<Pick<FilesOptions, 'readIndex' | 'readFile'>> {
    const readFile = fetched(address);
    return { readFile, readIndex: async () => new TextDecoder().decode(await readFile('index.txt')) };
}

/** How `Files` reads the side modules at `address` (src/host/browser/side.mjs). */
export function fetchedSides(address: URL): Required<FilesOptions>['readSide'] {
    const readFile = fetched(address);
    return (name) => readFile(`${name}.wasm`);
}
