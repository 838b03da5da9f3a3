import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from './support/load.mjs';
import { fakeFactory } from './support/fake-core.mjs';

const { EngineClient } = await load('src/engine/client.ts');
const { runtimeOf } = await load('src/engine/runtime.ts');
const { OutputGate } = await load('src/engine/output.ts');
const { SliceBudget } = await load('src/engine/budget.ts');
const { createStore } = await load('src/state/store.ts');
const runtime = runtimeOf(fakeFactory());
const spec = (...steps) => ({ source: JSON.stringify(steps) });
const runAll = (steps, hooks) => runtime.run(spec(...steps), hooks).finished;

/** A worker that records what it is told and says what the test wants. */
class FakeWorker {
    sent = [];
    terminated = false;
    onmessage = null;
    onerror = null;
    postMessage(message) {
        this.sent.push(message);
    }
    terminate() {
        this.terminated = true;
    }
    say(message) {
        this.onmessage?.({ data: message });
    }
    types() {
        return this.sent.map((message) => message.type);
    }
}

function client(options = {}) {
    const workers = [];
    const states = [];
    const engine = new EngineClient({
        createWorker: () => workers[workers.push(new FakeWorker()) - 1],
        folder: 'http://x/', onState: (state) => states.push(state), stopWithinMs: 20, ...options,
    });
    return { engine, workers, states };
}
const silent = { output() {}, wantInput() {} };
const ended = (run, reason = 'done', exitCode = 0) =>
    ({ type: 'ended', run, result: { reason, exitCode, milliseconds: 1, instructions: 1, memoryPeak: 1 } });

test('runner: output, exit codes, both streams in order', async () => {
    const chunks = [];
    const result = await runAll([['out', 'a'], ['out', 'b\n'], ['err', 'e\n'], ['out', 'c\n'], ['exit', 3]],
        { output: (batch) => chunks.push(...batch) });
    assert.deepEqual([result.reason, result.exitCode, result.stdout, result.stderr], ['done', 3, 'ab\nc\n', 'e\n']);
    assert.deepEqual(chunks.map((c) => c.stream), ['stdout', 'stderr', 'stdout']);
    assert.equal((await runAll([['raise']])).reason, 'raised');
});

test('runner: a program is asked about while it waits and after its end, not before it has begun', async () => {
    const run = runtime.run(spec(['input'], ['exit', 0]), { wantInput: () => {
        assert.equal(run.inspect('frames').view, 'frames');
        run.giveInput('x\n');
    } });
    assert.throws(() => run.inspect('frames'), /no program/);
    await run.finished;
    assert.equal(run.inspect('heap').view, 'heap');
});

test('runner: a character cut between two writes arrives whole', async () => {
    const [a, b, c] = new TextEncoder().encode('中');
    assert.equal((await runAll([['bytes', [a]], ['bytes', [b, c]]])).stdout, '中');
});

test('runner: an endless loop stops, and the thread stays responsive meanwhile', async () => {
    const run = runtime.run(spec(['spin']));
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    await pause(150);
    clearInterval(timer);
    const from = performance.now();
    run.stop();
    const result = await run.finished;
    assert.equal(result.reason, 'stopped');
    assert.ok(performance.now() - from < 3000, 'stopped');
    assert.ok(turns > 3, `timers ran ${turns} times`);
});

test('runner: a flood is capped and counted', async () => {
    const run = runtime.run({ ...spec(['flood', 'x\n']), output: { maxBytes: 1000, maxLines: 100 } });
    await pause(60);
    run.stop();
    const result = await run.finished;
    assert.equal(result.stdout, 'x\n'.repeat(100));
    assert.ok(result.dropped > 1000);
});

test('runner: input, end of input, input before the program asks', async () => {
    const asked = runtime.run(spec(['out', '? '], ['input'], ['input']), { wantInput: () => {
        asked.giveInput(asked.given ? '' : 'one\n', asked.given);
        asked.given = true;
    } });
    assert.equal((await asked.finished).stdout, '? got one\ngot EOF\n');
    const early = runtime.run(spec(['input']));
    early.giveInput('soon\n');
    assert.equal((await early.finished).stdout, 'got soon\n');
    assert.equal((await runtime.run({ ...spec(['input']), stdin: 'given\n' }).finished).stdout, 'got given\n');
});

test('runner: stop and interrupt reach a program that waits', async () => {
    const waiting = runtime.run(spec(['input']), { wantInput: () => waiting.stop() });
    assert.equal((await waiting.finished).reason, 'stopped');
    const sleeping = runtime.run(spec(['sleep', 60000]));
    await pause(20);
    sleeping.stop();
    assert.equal((await sleeping.finished).reason, 'stopped');
    const interrupted = runtime.run(spec(['input']), { wantInput: () => interrupted.interrupt() });
    const result = await interrupted.finished;
    assert.deepEqual([result.reason, result.stderr], ['raised', 'KeyboardInterrupt\n']);
});

test('runner: a sleep takes its time, an unknown file is not found', async () => {
    const from = performance.now();
    await runAll([['sleep', 40]]);
    assert.ok(performance.now() - from >= 39);
    assert.equal((await runAll([['ask', 'x.txt']])).stdout, 'error 2 bytes 0\n');
});

test('runner: what was printed before the core breaks is not lost', async () => {
    let seen = '';
    const { finished } = runtime.run(spec(['out', 'last words'], ['trap']), { output: ([chunk]) => {
        seen += chunk.text;
    } });
    await assert.rejects(finished, /unreachable/);
    assert.equal(seen, 'last words');
});

test('output gate: one post a frame, backpressure, stderr after the cap', () => {
    let now = 0;
    const posts = [];
    const gate = new OutputGate((seq, chunks, dropped) => posts.push({ seq, chunks, dropped }), () => now,
        { maxBytes: 100_000, maxLines: 1e9 });
    const write = (text, fd = 1) => gate.write(fd, new TextEncoder().encode(text));
    write('a');
    gate.flushIfDue();
    write('b');
    gate.flushIfDue();
    assert.equal(posts.length, 1);
    now = 20;
    gate.flushIfDue();
    assert.equal(posts.length, 2);
    now = 40;
    write('c'.repeat(70_000));
    gate.flushIfDue();
    assert.equal(posts.length, 2, 'two unanswered posts are enough');
    assert.ok(gate.congested);
    gate.acknowledge(1);
    assert.ok(!gate.congested);
    gate.flushIfDue();
    assert.equal(posts.length, 3);
    write('d'.repeat(50_000));
    write('error\n', 2);
    gate.flush();
    assert.equal(posts[3].dropped, 70_002 + 50_000 - 100_000);
    assert.equal(posts[3].chunks.at(-1).text, 'error\n');
});

test('slice budget: grows slowly, shrinks at once', () => {
    const budget = new SliceBudget(6);
    const first = budget.next;
    budget.spent(0.01);
    assert.equal(budget.next, first * 2);
    budget.spent(60);
    assert.equal(budget.next, first * 0.2);
});

test('client: starts once, runs, ends', async () => {
    const { engine, workers, states } = client();
    engine.start();
    engine.start();
    assert.equal(workers.length, 1);
    assert.deepEqual(workers[0].sent, [{ type: 'load', folder: 'http://x/' }]);
    workers[0].say({ type: 'ready', version: 'v' });
    assert.equal(engine.version, 'v');
    const seen = [];
    const done = engine.run({ source: 'x' }, { output: (chunks, dropped, drawn) => {
        seen.push(chunks);
        drawn();
    }, wantInput: () => seen.push('input') });
    workers[0].say({ type: 'output', run: 1, seq: 4, chunks: ['c'], dropped: 0 });
    workers[0].say({ type: 'want-input', run: 1 });
    engine.giveInput('line\n');
    workers[0].say(ended(1));
    assert.equal((await done).reason, 'done');
    assert.deepEqual(seen, [['c'], 'input']);
    assert.deepEqual(workers[0].types(), ['load', 'run', 'ack', 'input']);
    assert.deepEqual(states, ['starting', 'ready', 'running', 'ready']);
});

test('client: Run before Python is ready waits for it, and can be stopped', async () => {
    const { engine, workers } = client();
    const first = engine.run({ source: 'a' }, silent);
    engine.stop();
    assert.equal((await first).reason, 'stopped');
    const second = engine.run({ source: 'b' }, silent);
    workers[0].say({ type: 'ready', version: 'v' });
    assert.deepEqual(workers[0].types(), ['load', 'run']);
    workers[0].say(ended(2));
    assert.equal((await second).reason, 'done');
});

test('client: a worker that does not honour Stop is replaced', async () => {
    const { engine, workers, states } = client();
    const done = engine.run({ source: 'a' }, silent);
    workers[0].say({ type: 'ready', version: 'v' });
    const from = performance.now();
    engine.stop();
    assert.equal((await done).reason, 'stopped');
    assert.ok(performance.now() - from < 3000);
    assert.ok(workers[0].terminated);
    assert.equal(workers.length, 2);
    workers[0].say(ended(1));
    workers[1].say({ type: 'ready', version: 'v' });
    assert.deepEqual(states, ['starting', 'ready', 'running', 'stopping', 'starting', 'ready']);
});

test('client: messages of an older run are ignored', async () => {
    const { engine, workers } = client();
    void engine.run({ source: 'a' }, silent);
    workers[0].say({ type: 'ready', version: 'v' });
    workers[0].say(ended(1));
    const seen = [];
    void engine.run({ source: 'b' }, { output: (chunks) => seen.push(chunks), wantInput: () => seen.push('input') });
    workers[0].say({ type: 'output', run: 1, seq: 9, chunks: ['late'], dropped: 0 });
    workers[0].say({ type: 'want-input', run: 1 });
    workers[0].say(ended(1, 'raised', 1));
    assert.deepEqual(seen, []);
    assert.equal(engine.state, 'running');
});

test('client: a broken worker ends the run, says why, and can be started again', async () => {
    const { engine, workers } = client();
    const done = engine.run({ source: 'a' }, silent);
    workers[0].say({ type: 'ready', version: 'v' });
    workers[0].say({ type: 'broken', message: 'unreachable' });
    assert.deepEqual(await done, { reason: 'crashed', message: 'unreachable' });
    assert.deepEqual([engine.state, engine.failure, workers[0].terminated], ['failed', 'unreachable', true]);
    engine.start();
    workers[1].say({ type: 'ready', version: 'v' });
    assert.equal(engine.state, 'ready');
    workers[1].onerror({ message: 'gone', preventDefault() {} });
    assert.equal(engine.state, 'failed');
});

test('client: no worker at all', async () => {
    const { engine } = client({ createWorker() {
        throw new Error('not allowed');
    } });
    assert.deepEqual(await engine.run({ source: 'a' }, silent), { reason: 'crashed', message: 'not allowed' });
});

test('client: a new run replaces one that is going', async () => {
    const { engine, workers } = client();
    const first = engine.run({ source: 'a' }, silent);
    workers[0].say({ type: 'ready', version: 'v' });
    const second = engine.run({ source: 'b' }, silent);
    assert.equal((await first).reason, 'stopped');
    assert.ok(workers[0].terminated);
    workers[1].say({ type: 'ready', version: 'v' });
    workers[1].say(ended(2));
    assert.equal((await second).reason, 'done');
});

test('store: one new state per change, none without change', () => {
    const store = createStore({ a: 1, b: 2 });
    const seen = [];
    const leave = store.subscribe((state, before) => seen.push([before.a, state.a]));
    store.update({ a: 2 });
    store.update({ a: 2 });
    leave();
    store.update({ a: 3 });
    assert.deepEqual(seen, [[1, 2]]);
    assert.throws(() => {
        store.state.a = 9;
    }, TypeError);
});

test('client: questions reach the worker, answers their askers; a worker that goes takes its questions with it', async () => {
    const { engine, workers } = client();
    await assert.rejects(engine.inspect('frames'), /no program/);
    engine.start();
    workers[0].say({ type: 'ready', version: '1' });
    const [first, second, third] = ['frames', 'heap', 'objects'].map((question) => engine.inspect(question));
    assert.deepEqual(workers[0].sent.slice(1), [1, 2, 3].map((id) => ({ type: 'inspect', id, question: ['frames', 'heap', 'objects'][id - 1] })));
    workers[0].say({ type: 'answer', id: 2, value: { version: 1, view: 'heap' } });
    workers[0].say({ type: 'refused', id: 1, message: 'no program has been run yet' });
    assert.equal((await second).view, 'heap');
    await assert.rejects(first, /no program has been run/);
    workers[0].say({ type: 'broken', message: 'gone' });
    await assert.rejects(third, /gone/);
});
