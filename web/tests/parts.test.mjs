// Programs in several parts that share one __main__ (engine/parts.ts), on the real core.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from './support/load.mjs';

const { createRuntime } = await load('src/engine/index.ts');
const wasm = process.env.VIVARIUM_REACTOR ?? fileURLToPath(new URL('../../build/wasi/vivarium-reactor.wasm', import.meta.url));
const runtime = await createRuntime({ wasm: readFileSync(wasm) });

test('checks run in the namespace of the program, and what they print is not shown', async () => {
    const { parts, stdout, reason } = await runtime.run({
        source: 'def double(n):\n    print(n * 2)\nprint("hi")\n',
        after: [
            { source: 'print("aside")\nassert __output__ == "hi\\n" and "double" in __source__', filename: '<a>', check: true },
            { source: '\nassert double(4) == 8, "#prints"', filename: '<b>', check: true },
            { source: 'x = {}\nx["k"]', filename: '<c>', check: true },
            { source: 'print(len(x))', filename: '<d>' },
        ],
    }).finished;
    assert.equal(reason, 'done');
    assert.equal(stdout, 'hi\n0\n');
    assert.deepEqual(parts.map((part) => part.reason), ['done', 'done', 'raised', 'raised', 'done']);
    assert.equal(parts[1].stdout, 'aside\n');
    assert.deepEqual(parts[2].error, {
        type: 'AssertionError', types: ['AssertionError', 'Exception', 'BaseException', 'object'], message: '#prints',
        argument: '#prints', line: 2,
    });
    assert.equal(parts[2].stdout, '8\n');
    assert.deepEqual(parts[3].error.types.slice(0, 2), ['KeyError', 'LookupError']);
    assert.match(parts[3].stderr, /KeyError: 'k'\n$/);
});

test('a program that fails still has a namespace; parts before share it; limits end everything', async () => {
    const failed = await runtime.run({
        before: [{ source: 'a = 1', filename: '<setup>' }], source: 'b = a + 1\nraise SystemExit("no")\n',
        after: [{ source: 'assert (a, b) == (1, 2)', filename: '<a>', check: true }],
    }).finished;
    assert.deepEqual(failed.parts.map((part) => part.exitCode), [1, 0]);
    const broken = await runtime.run({ source: 'def f(:\n', after: [{ source: 'f', filename: '<a>', check: true }] }).finished;
    assert.deepEqual(broken.parts.map((part) => part.error.type), ['SyntaxError', 'NameError']);
    assert.equal(broken.parts[0].error.line, 1);
    const endless = await runtime.run({
        source: 'while True: pass', limits: { maxInstructions: 100_000 }, after: [{ source: '1', filename: '<a>', check: true }],
    }).finished;
    assert.deepEqual(endless.parts.map((part) => part.reason), ['limit', 'skipped']);
});
