// check.mjs - runs TypeScript of src/ as a command: `node check.mjs BUILD LESSONS [ARGUMENT ...]` is `./vivarium check`,
// `node check.mjs --new [ARGUMENT ...]` is `./vivarium new`.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The command's module, bundled once for each state of its sources. */
async function bundled(entry) {
    const hash = createHash('sha256');
    for (const folder of ['src/check', 'src/lessons', 'src/engine', '../src/host/browser']) {
        for (const name of readdirSync(join(root, folder)).sort())
            if (/\.(ts|mts|mjs)$/.test(name))
                hash.update(name).update(readFileSync(join(root, folder, name)));
    }
    const folder = join(root, 'node_modules', '.vivarium-check');
    const outfile = join(folder, `${hash.digest('hex').slice(0, 16)}.mjs`);
    if (!existsSync(outfile)) {
        mkdirSync(folder, { recursive: true });
        const fresh = `${outfile}.${process.pid}`;
        await build({
            entryPoints: [join(root, entry)], outfile: fresh, bundle: true, packages: 'external', format: 'esm', platform: 'node',
            target: 'node18', logLevel: 'warning', absWorkingDir: root,
        });
        renameSync(fresh, outfile);
    }
    return import(pathToFileURL(outfile).href);
}

const [buildFolder, lessons, ...args] = process.argv.slice(2);
const { main, mainNew } = await bundled('src/check/main.ts');
process.exitCode = buildFolder === '--new' ? mainNew([lessons, ...args].filter((each) => each !== undefined)) : await main(args, buildFolder, lessons);
