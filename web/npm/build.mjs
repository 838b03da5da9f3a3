// build.mjs - fills dist/ of the npm package: `node npm/build.mjs [BUILD [OUT]]`, then `npm pack ./npm`.
// BUILD is the folder of the built core and library (../build); OUT a folder for a whole package (npm/).
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const source = resolve(process.argv[2] ?? join(web, '..', 'build'));
const out = resolve(process.argv[3] ?? join(web, 'npm'));
const dist = join(out, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'runtime'), { recursive: true });

// The modules, each with what it needs of npm packages.
const inputs = new Set();
for (const name of ['node', 'browser']) {
    const { metafile } = await build({
        entryPoints: [join(web, 'src', 'package', `${name}.ts`)], outfile: join(dist, `${name}.js`), bundle: true, format: 'esm', metafile: true,
        platform: name === 'node' ? 'node' : 'browser', target: name === 'node' ? 'node18' : 'es2022', external: ['node:*'], logLevel: 'warning',
        absWorkingDir: web, legalComments: 'none',
        // yaml asks for modules of Node in the old way.
        ...(name === 'node' ? { banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" } } : {}),
    });
    Object.keys(metafile.inputs).forEach((input) => inputs.add(input));
}

// Whose code is in them.
const packages = new Set([...inputs].flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
let licences = 'vivarium is MIT-licensed. The standard library in runtime/library is CPython 3.12\'s (PSF licence, python-3.12.txt).\n';
for (const name of [...packages].sort()) {
    const folder = join(web, 'node_modules', name);
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    licences += `\n== ${name} ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version} ==\n\n`;
    licences += file ? readFileSync(join(folder, file), 'utf8') : `licence: ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).license}\n`;
}
for (const name of ['musl', 'zlib'])
    licences += `\n== ${name} (in runtime/*.wasm) ==\n\n${readFileSync(join(web, 'licences', `${name}.txt`), 'utf8')}`;
writeFileSync(join(dist, 'LICENCES.txt'), licences);
copyFileSync(join(web, 'licences', 'python-3.12.txt'), join(dist, 'python-3.12.txt'));

// The types.
execFileSync(process.execPath, [join(web, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(web, 'npm', 'tsconfig.json'),
    '--outDir', join(dist, 'types')], { stdio: ['ignore', 'inherit', 'inherit'] });
const host = join('src', 'host', 'browser');
mkdirSync(join(dist, 'types', host), { recursive: true });
for (const name of readdirSync(join(web, '..', host)).filter((each) => each.endsWith('.d.mts')))
    copyFileSync(join(web, '..', host, name), join(dist, 'types', host, name));

// The core, its side modules, the library.
copyFileSync(join(source, 'wasi', 'vivarium-reactor.wasm'), join(dist, 'runtime', 'vivarium.wasm'));
cpSync(join(source, 'wasi', 'side'), join(dist, 'runtime', 'side'), { recursive: true, filter: (path) => !/\/\.[^/]*$/.test(path) });
cpSync(join(source, 'stdlib'), join(dist, 'runtime', 'library'), { recursive: true, filter: (path) => !/\/\.[^/]*$/.test(path) });

if (out !== join(web, 'npm')) {
    for (const name of ['package.json', 'README.md'])
        copyFileSync(join(web, 'npm', name), join(out, name));
}
