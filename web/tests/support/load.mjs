// load.mjs - imports TypeScript of src/ in tests, so no build has to come first.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}node_modules/.vivarium-tests/${process.pid}`;
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The exports of a file, such as `load('src/console/ansi.ts')`. */
export async function load(path) {
    const outfile = `${folder}/${path.replaceAll('/', '-')}.mjs`;
    await build({
        entryPoints: [root + path], outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node',
        target: 'node18', logLevel: 'silent', absWorkingDir: root,
    });
    return import(pathToFileURL(outfile).href);
}
