// The real core in Node, through the same engine as the page: ./vivarium build has to come first.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from './support/load.mjs';
import { needBuilt, reactorFile } from './support/site.mjs';

let runtime;

before(async () => {
    needBuilt(reactorFile);
    const { createRuntime } = await load('src/engine/index.ts');
    runtime = await createRuntime({ wasm: readFileSync(reactorFile) });
});

test('a program prints and ends', async () => {
    const result = await runtime.run({ source: 'print("hello")' }).finished;
    assert.deepEqual([result.reason, result.exitCode, result.stdout, result.stderr], ['done', 0, 'hello\n', '']);
    assert.ok(result.instructions > 0);
});

test('a C module outside of the core is added when it is imported, at the second try if the first fails', async () => {
    const { createRuntime } = await load('src/engine/index.ts');
    const asked = [];
    const serve = async ({ kind, path }) => {
        if (kind !== 'load-side')
            return { error: 2 };
        asked.push(path);
        return asked.length === 1 ? { error: 5 } : { error: 0, bytes: readFileSync(join(dirname(reactorFile), 'side', `${path}.wasm`)) };
    };
    const own = await createRuntime({ wasm: readFileSync(reactorFile), serve });
    const source = 'try:\n    import _md5\nexcept ImportError as e:\n    print(e)\nimport _md5, _sha1\nprint(_md5.md5(b"abc").hexdigest(), _sha1.sha1)';
    const result = await own.run({ source }).finished;
    assert.equal(result.stdout, 'cannot load the module _hashes: Input/output error\n'
        + '900150983cd24fb0d6963f7d28e17f72 <built-in function sha1>\n', result.stderr);
    assert.deepEqual(asked, ['_hashes', '_hashes']);
});

test('programs run side by side without seeing each other', async () => {
    const runs = ['a', 'b'].map((name) => runtime.run({ source: `x = "${name}"\nprint("${name}")` }));
    const results = await Promise.all(runs.map((run) => run.finished));
    assert.deepEqual(results.map((result) => result.stdout), ['a\n', 'b\n']);
});

test('timers run beside an endless loop, and it stops', async () => {
    const run = runtime.run({ source: 'while True: pass' });
    for (let turns = 0; turns < 3; turns++)
        await pause(5); // comes back only if the loop lets timers run
    run.stop();
    assert.equal((await run.finished).reason, 'stopped');
});

test('input', async () => {
    const source = 'name = input("Name? ")\nprint("Hello", name)';
    const run = runtime.run({ source }, { wantInput: () => run.giveInput('Ada\n') });
    assert.equal((await run.finished).stdout, 'Name? Hello Ada\n');
});

test('an uncaught error', async () => {
    const result = await runtime.run({ source: 'raise ValueError("no")' }).finished;
    assert.deepEqual([result.reason, result.exitCode], ['raised', 1]);
    assert.match(result.stderr, /^Traceback/);
});

test('a text is compiled without being run', async () => {
    const { error, lines } = await runtime.compile('print(1)\nx = (2\n');
    assert.deepEqual([error.message, error.line, error.column], ["'(' was never closed", 2, 4]);
    assert.deepEqual(lines, []);
    assert.deepEqual((await runtime.compile('print(1)\n\nx = 2')).lines, [1, 3]);
});

test('a program that pauses: at its start, at a breakpoint with a condition, by steps; it is looked at, changed nothing, and goes on', async () => {
    const source = 'total = 0\nfor i in range(5):\n    total += i\nprint(total)';
    const lines = [];
    const run = runtime.run({ source, pauseAtStart: true, breakpoints: [{ line: 3, condition: 'i == 3' }], keep: true }, {
        paused(stop) {
            lines.push([stop.line, stop.reason]);
            const next = [() => run.resume(), () => run.step('over'), () => { run.setBreakpoints([]); run.runTo(4); }, () => run.resume()];
            next[lines.length - 1]();
        },
    });
    const result = await run.finished;
    assert.deepEqual(lines, [[1, 'step'], [3, 'breakpoint'], [2, 'step'], [4, 'step']]);
    assert.equal(result.stdout, '10\n');
    const names = run.inspect('objects root=main').scopes[0].names.map(({ label }) => label);
    assert.ok(names.includes('total') && names.includes('i'));
    const plain = runtime.run({ source, keep: true });
    await plain.finished;
    assert.equal(run.inspect('frames').moment, plain.inspect('frames').moment);
    const stopped = runtime.run({ source, pauseAtStart: true }, { paused: () => stopped.stop() });
    assert.equal((await stopped.finished).reason, 'stopped');
    const through = await runtime.run({ source, pauseAtStart: true }).finished; // nobody listens: it goes on by itself
    assert.equal(through.stdout, '10\n');
});
