/**
 * runtime.ts - puts the core's Emscripten build (`vivarium.mjs`, `vivarium.wasm`), its side modules and the standard library
 * into the site, in a folder named by its content. A site can be built without it: its lessons can be read, and Run says what
 * is missing.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { shortHash } from './pages';

const FILES = ['vivarium.mjs', 'vivarium.wasm'] as const;
const TYPES: Record<string, string> = { 'vivarium.mjs': 'text/javascript', 'vivarium.wasm': 'application/wasm' };

/** Files below a folder, with / between names. */
function filesBelow(folder: string, prefix = ''): string[] {
    return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? filesBelow(folder, `${prefix}${entry.name}/`) : entry.name.startsWith('.') ? [] : [prefix + entry.name]);
}

export function runtime(folder: string, library: string): Plugin {
    const present = FILES.every((name) => existsSync(join(folder, name)));
    const index = join(library, 'index.txt');
    const sides = existsSync(join(folder, 'side')) ? filesBelow(join(folder, 'side')).map((name) => `side/${name}`) : [];
    const contents = (): Buffer[] => [...FILES.map(read), ...sides.map(read), existsSync(index) ? readFileSync(index) : Buffer.alloc(0)];
    const read = (name: string): Buffer => readFileSync(join(folder, name));
    return {
        name: 'vivarium-runtime',
        config(_config, { command }) {
            const name = !present ? '' : command === 'serve' ? 'dev' : shortHash(...contents());
            const address = name && `runtime/${name}/`;
            return { define: { __RUNTIME_FOLDER__: JSON.stringify(address) } };
        },
        configureServer(server) {
            server.middlewares.use('/runtime/dev/', (request, response, next) => {
                const name = (request.url ?? '').split('?')[0]!.replace(/^\//, '');
                if (name.startsWith('library/') && !name.includes('..') && existsSync(join(library, name.slice('library/'.length))))
                    return void response.end(readFileSync(join(library, name.slice('library/'.length))));
                const type = TYPES[name] ?? (sides.includes(name) ? 'application/wasm' : undefined);
                if (!present || !type)
                    return next();
                response.setHeader('Content-Type', type);
                response.end(read(name));
            });
        },
        generateBundle() {
            if (!present) {
                this.warn(`no ${FILES.join(' and ')} in ${folder}: the site is built without the Python runtime`);
                return;
            }
            const address = shortHash(...contents());
            if (!existsSync(index))
                this.warn(`no index.txt in ${library}: the site is built without the standard library`);
            for (const name of existsSync(index) ? filesBelow(library) : [])
                this.emitFile({ type: 'asset', fileName: `runtime/${address}/library/${name}`, source: readFileSync(join(library, name)) });
            for (const name of [...FILES, ...sides])
                this.emitFile({ type: 'asset', fileName: `runtime/${address}/${name}`, source: read(name) });
        },
    };
}
