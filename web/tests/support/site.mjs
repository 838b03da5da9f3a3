// site.mjs - builds the site into a folder of its own and serves it as the plainest static host would.
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../', import.meta.url));
const TYPES = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
    '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json',
};

export const wasmFolder = resolve(web, process.env.VIVARIUM_WASM_DIR ?? '../build/browser');
export const reactorFile = resolve(web, process.env.VIVARIUM_REACTOR ?? '../build/wasi/vivarium-reactor.wasm');

/** Fails with what to do, when a file of the core's build is missing. */
export function needBuilt(...files) {
    for (const file of files) {
        if (!existsSync(file))
            throw new Error(`${file} is not built: run ./vivarium build first`);
    }
}

/** Builds and serves the site under a sub-folder, as on a shared host. Returns its address and a function to end it. */
export async function startSite(env = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'vivarium-site-'));
    const saved = { ...process.env };
    Object.assign(process.env, env, { VIVARIUM_OUT: folder });
    try {
        const { build } = await import('vite');
        await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error' });
    } finally {
        process.env = saved;
    }
    const server = createServer((request, response) => {
        const path = decodeURI(new URL(request.url, 'http://localhost').pathname);
        const inside = path.startsWith('/course/') ? normalize(path.slice('/course/'.length)) : '..';
        let file = join(folder, inside);
        if (!inside.startsWith('..') && existsSync(file) && statSync(file).isDirectory())
            file = join(file, 'index.html');
        if (inside.startsWith('..') || !existsSync(file)) {
            const page = join(folder, '404.html');
            response.writeHead(404, { 'Content-Type': TYPES['.html'] }).end(existsSync(page) ? readFileSync(page) : 'not found');
            return;
        }
        response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
        createReadStream(file).pipe(response);
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    return {
        folder,
        address: `http://127.0.0.1:${server.address().port}/course/`,
        async close() {
            server.closeAllConnections();
            await new Promise((done) => server.close(done));
            rmSync(folder, { recursive: true, force: true });
        },
    };
}
