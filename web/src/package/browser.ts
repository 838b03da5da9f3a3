/** browser.ts - the npm package in a page or a worker: everything is fetched from the folder the package lies in. */
import { fetchedLibrary } from '../engine/library';
import { type PackageRuntime, packageRuntime } from './shared';

export type * from './shared';

export interface RuntimeOptions {
    /** Address of the package's `runtime/` folder; by default the one beside this module. */
    folder?: string | URL;
}

/** Loads Python. It runs in the calling thread, in slices of a few milliseconds; load it in a worker to keep a page free. */
export async function createRuntime(options: RuntimeOptions = {}): Promise<PackageRuntime> {
    const here = new URL('./runtime/', import.meta.url);
    const folder = options.folder === undefined ? here : new URL(`${String(options.folder).replace(/\/?$/, '/')}`, globalThis.location?.href ?? here);
    const response = await fetch(new URL('vivarium.wasm', folder));
    if (!response.ok)
        throw new Error(`${response.url} answered ${response.status}; give createRuntime({ folder }) the address of the package's runtime/ folder`);
    const module = await WebAssembly.compile(await response.arrayBuffer());
    const side = fetchedLibrary(new URL('side/', folder)).readFile;
    return packageRuntime(module, { ...fetchedLibrary(new URL('library/', folder)), readSide: (name) => side(`${name}.wasm`) });
}
