// The npm package: packed, installed into an empty folder without a network, its README's example run, its types compiled.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './support/browser.mjs';

const web = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vivarium-package-'));
const home = join(folder, 'home');
const example = /```js\n(.*?)```/s.exec(readFileSync(join(web, 'npm/README.md'), 'utf8'))[1];
const node = (script) => execFileSync(process.execPath, [script], { cwd: home, encoding: 'utf8', timeout: 60_000 });

before(() => {
    const npm = (cwd, ...args) => execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--silent'],
        { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    execFileSync(process.execPath, [join(web, 'npm/build.mjs'), fileURLToPath(new URL('../../build', import.meta.url)), join(folder, 'package')],
        { stdio: ['ignore', 'pipe', 'inherit'] });
    npm(join(folder, 'package'), 'pack', '--pack-destination', folder);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    assert.equal(tarball, 'vivarium-0.1.0.tgz');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"type": "module", "private": true}\n');
    npm(home, 'install', join(folder, tarball));
    assert.deepEqual(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.')), ['vivarium']);
});
after(() => rmSync(folder, { recursive: true }));

test('the example of the README', () => {
    const lesson = join(home, 'lessons/01-a/01-b');
    mkdirSync(lesson, { recursive: true });
    writeFileSync(join(home, 'lessons/course.yml'), 'title: C\n');
    writeFileSync(join(home, 'lessons/01-a/chapter.yml'), 'title: A\n');
    writeFileSync(join(lesson, 'lesson.en.md'), '---\ntitle: T\n---\n```python run id=a\nimport json\nprint(json.dumps([1]))\n```\n```text output for=a\n[2]\n```\n');
    writeFileSync(join(home, 'example.js'), example);
    assert.equal(node('example.js'), [
        'Who? Hello Ada, 42', ' 0', 'stopped', '1 frames', '2 frames', '3 frames', '2 frames', '3 frames', '2 frames', '1 passed, 1 failed', '',
    ].join('\n'));
});

test('the standard library and side modules are in it; several programs at once', () => {
    writeFileSync(join(home, 'many.js'), `import { createRuntime } from 'vivarium';
const runtime = await createRuntime();
const sources = ['import decimal; print(decimal.Decimal("1.10") * 3)', 'import re, hashlib; print(re.findall(r"\\\\d", "a1b2"))', 'import csv, array; print(array.array("i", [1]))'];
console.log((await Promise.all(sources.map((source) => runtime.run(source).finished))).map((done) => done.stdout + done.stderr).join(''));
console.log((await runtime.compile('def f(:')).error.message);
`);
    assert.equal(node('many.js'), "3.30\n['1', '2']\narray('i', [1])\n\ninvalid syntax\n");
});

test('its types, for Node and for browsers', () => {
    writeFileSync(join(home, 'use.ts'), `import { checkLessons, createRuntime, type CheckReport, type FinishedRun, type Stop } from 'vivarium';
const runtime = await createRuntime();
const run = runtime.run({ source: '1', pauseAtStart: true }, { paused(stop: Stop) { run.step('over'); } });
const done: FinishedRun = await run.finished;
const report: CheckReport = await checkLessons(['a'], { oracle: false });
export const n: number = report.failed + done.exitCode + runtime.run('x').inspect('frames').version;
// @ts-expect-error
runtime.run(1);
`);
    writeFileSync(join(home, 'page.ts'), `import { createRuntime, type Run } from 'vivarium';
export const run: Run = (await createRuntime({ folder: '/runtime/' })).run('print(1)');
`);
    const tsc = (file, ...customConditions) => {
        const compilerOptions = {
            noEmit: true, strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [], lib: ['es2022', 'dom'], customConditions,
        };
        writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
        const done = spawnSync(process.execPath, [join(web, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: home, encoding: 'utf8' });
        assert.equal(done.stdout, '');
    };
    tsc('use.ts', 'node');
    tsc('page.ts');
});

test('in a page', async (t) => {
    const root = join(home, 'site');
    cpSync(join(home, 'node_modules/vivarium/dist'), root, { recursive: true });
    writeFileSync(join(root, 'index.html'), '<!doctype html><title>x</title><pre></pre><script type="module" src="page.js"></script>');
    writeFileSync(join(root, 'page.js'), `import { createRuntime } from './browser.js';
const runtime = await createRuntime();
const { stdout } = await runtime.run('import textwrap\\nprint(textwrap.shorten("hello big world", 12))').finished;
document.querySelector('pre').textContent = stdout;
`);
    const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };
    const server = createServer((request, response) => {
        const path = join(root, request.url === '/' ? 'index.html' : decodeURI(request.url.split('?')[0]));
        try {
            statSync(path);
            response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream').end(readFileSync(path));
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    const browser = await launch();
    t.after(async () => {
        await browser.close();
        server.close();
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => document.querySelector('pre').textContent !== '', undefined, { timeout: 30_000 });
    assert.equal(await page.textContent('pre'), 'hello [...]\n');
});
