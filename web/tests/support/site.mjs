// site.mjs - builds the site into a folder of its own and serves it as the plainest static host would.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../../', import.meta.url));
const TYPES = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
    '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.json': 'application/json',
};

const KEPT_MS = 3_600_000;
/** VIVARIUM_LATE=800 lets every answer of the server come late, by up to as many ms: parts of the page then come in any order. */
const late = Number(process.env.VIVARIUM_LATE ?? 0);

export const wasmFolder = resolve(web, process.env.VIVARIUM_WASM_DIR ?? '../build/browser');
export const reactorFile = resolve(web, process.env.VIVARIUM_REACTOR ?? '../build/wasi/vivarium-reactor.wasm');

/** Fails with what to do, when a file of the core's build is missing. */
export function needBuilt(...files) {
    for (const file of files) {
        if (!existsSync(file))
            throw new Error(`${file} is not built: run ./vivarium build first`);
    }
}

/** Names, times and sizes of what the site is made of, in one word. */
function made() {
    const root = resolve(web, '..');
    const hash = createHash('sha256');
    const add = (path) => {
        const { mtimeMs, size } = statSync(path);
        if (!statSync(path).isDirectory())
            return void hash.update(`${path} ${mtimeMs} ${size}\n`);
        for (const name of readdirSync(path).sort().filter((each) => each !== 'node_modules'))
            add(join(path, name));
    };
    for (const path of ['index.html', 'src', 'plugins', 'public', 'licences', 'vite.config.ts', 'package-lock.json'].map((name) => join(web, name)))
        existsSync(path) && add(path);
    add(resolve(web, process.env.VIVARIUM_LESSONS ?? '../lessons'));
    add(join(root, 'src/host/browser'));
    for (const path of [join(wasmFolder, 'vivarium.wasm'), join(wasmFolder, 'vivarium.mjs'), join(wasmFolder, 'side'),
        resolve(web, process.env.VIVARIUM_LIBRARY ?? '../build/stdlib', 'index.txt')])
        existsSync(path) && add(path);
    hash.update(process.env.VIVARIUM_BASE ?? '');
    return hash.digest('hex').slice(0, 16);
}

/** The site as it is, built once for all test files; nobody writes into it. */
async function sharedSite() {
    const home = join(web, 'node_modules/.vivarium-tests');
    const folder = join(home, `site-${made()}`);
    if (existsSync(folder))
        return folder;
    mkdirSync(home, { recursive: true });
    for (const old of readdirSync(home).filter((name) => name.startsWith('site-') && Date.now() - statSync(join(home, name)).mtimeMs > KEPT_MS))
        rmSync(join(home, old), { recursive: true, force: true });
    const own = mkdtempSync(join(home, 'building-'));
    await buildInto(own, {});
    try {
        renameSync(own, folder);
    } catch {
        // Another test file was faster.
        rmSync(own, { recursive: true, force: true });
    }
    return folder;
}

async function buildInto(folder, env) {
    const saved = { ...process.env };
    Object.assign(process.env, env, { VIVARIUM_OUT: folder });
    try {
        const { build } = await import('vite');
        await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error' });
    } finally {
        process.env = saved;
    }
}

/** Serves the site under a sub-folder, as on a shared host; with `env`, one of its own. Returns its address and a function to end it. */
export async function startSite(env = {}) {
    const own = Object.keys(env).length > 0;
    const folder = own ? mkdtempSync(join(tmpdir(), 'vivarium-site-')) : await sharedSite();
    if (own)
        await buildInto(folder, env);
    const server = createServer(async (request, response) => {
        if (late > 0)
            await new Promise((done) => setTimeout(done, Math.random() * late));
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
            if (own)
                rmSync(folder, { recursive: true, force: true });
        },
    };
}
