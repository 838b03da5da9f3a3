/**
 * runtime.ts - puts the core's Emscripten build (`vivarium.mjs`, `vivarium.wasm`) into the site, in a folder named by
 * its content. A site can be built without it: its lessons can be read, and Run says what is missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { shortHash } from './pages';

const FILES = ['vivarium.mjs', 'vivarium.wasm'] as const;
const TYPES: Record<string, string> = { 'vivarium.mjs': 'text/javascript', 'vivarium.wasm': 'application/wasm' };

export function runtime(folder: string): Plugin {
    const present = FILES.every((name) => existsSync(join(folder, name)));
    const read = (name: string): Buffer => readFileSync(join(folder, name));
    return {
        name: 'vivarium-runtime',
        config(_config, { command }) {
            const name = !present ? '' : command === 'serve' ? 'dev' : shortHash(...FILES.map(read));
            const address = name && `runtime/${name}/`;
            return { define: { __RUNTIME_FOLDER__: JSON.stringify(address) } };
        },
        configureServer(server) {
            server.middlewares.use('/runtime/dev/', (request, response, next) => {
                const name = (request.url ?? '').split('?')[0]!.replace(/^\//, '');
                const type = TYPES[name];
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
            const address = shortHash(...FILES.map(read));
            for (const name of FILES)
                this.emitFile({ type: 'asset', fileName: `runtime/${address}/${name}`, source: read(name) });
        },
    };
}
