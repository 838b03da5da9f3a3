/**
 * worker.ts - the thread Python runs in: turns messages into calls of a Runner, one program at a time.
 *
 * A fresh instance is prepared while nothing runs, so that Run does not wait for one.
 */
import { Files, type FilesOptions } from '../../../src/host/browser/files.mjs';
import { FIGURE_KINDS, FIGURES_FILE } from '../console/figure';
import { Assistant } from './assistant';
import type { Core, CoreFactory, CoreHost } from './core';
import { emscriptenFactory } from './emscripten';
import { createHost } from './host';
import { fetchedLibrary, fetchedSides } from './library';
import type { Answer, FromWorker, ToWorker } from './messages';
import { NO_PROGRAM, type ProgramSpec, Runner } from './runner';
import { createYield } from './turn';
import { surroundings } from './virtual';

/** An instance waiting for a program; its output goes to whoever `write` names by then. */
interface Spare {
    core: Core;
    write: (fd: number, bytes: Uint8Array) => void;
    /** Its clock and its random bytes: the browser's, until a program brings others. */
    host: Pick<CoreHost, 'monotonicNs' | 'realtimeNs' | 'random'>;
}

const scope = self as unknown as {
    postMessage(message: FromWorker): void;
    onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};
const yieldTurn = createYield();
let factory: Promise<CoreFactory> | undefined;
let library: FilesOptions = {};
let spare: Promise<Spare> | undefined;
let current: { run: number; runner: Runner } | undefined;
/** The program that was started last: questions are about it, also after its end. */
let asked: Runner | undefined;
/** An instance of its own compiles what is not run, so that no program notices. */
let checker: Promise<Core> | undefined;

function broken(error: unknown): void {
    scope.postMessage({ type: 'broken', message: error instanceof Error ? error.message : String(error) });
}

async function makeSpare(): Promise<Spare> {
    if (!factory)
        throw new Error('the worker was asked to run before it was told where the runtime is');
    const real = createHost((fd, bytes) => slot.write(fd, bytes));
    const slot: Omit<Spare, 'core'> = { write: () => {}, host: real };
    const core = await (await factory).instantiate({
        ...real, monotonicNs: () => slot.host.monotonicNs(), realtimeNs: () => slot.host.realtimeNs(), random: (bytes) => slot.host.random(bytes),
    });
    return Object.assign(slot, { core });
}

async function load(folder: string): Promise<void> {
    factory = emscriptenFactory(new URL(folder));
    library = { ...fetchedLibrary(new URL('library/', folder)), readSide: fetchedSides(new URL('side/', folder)) };
    spare = makeSpare();
    scope.postMessage({ type: 'ready', version: (await spare).core.version });
}

async function run(id: number, spec: ProgramSpec): Promise<void> {
    current?.runner.stop();
    const files = new Files(library);
    files.put(spec.filename ?? 'main.py', new TextEncoder().encode(spec.source));
    for (const [name, text] of Object.entries(spec.files ?? {}))
        files.put(name, new TextEncoder().encode(text));
    if (spec.figures)
        files.put(FIGURES_FILE, new TextEncoder().encode(FIGURE_KINDS));
    const own = surroundings(spec);
    const runner = new Runner(spec, {
        send: (seq, chunks, dropped) => scope.postMessage({ type: 'output', run: id, seq, chunks, dropped }),
        wantInput: () => scope.postMessage({ type: 'want-input', run: id }),
        paused: (stop) => scope.postMessage({ type: 'paused', run: id, stop }),
        async serve({ number, path, data }) {
            const [error, bytes] = await files.serve({ kind: number, path, data });
            return { error, bytes };
        },
        yieldTurn,
        ...own.ports,
    });
    current = { run: id, runner };
    asked = runner;
    const slot = await (spare ?? makeSpare());
    spare = undefined;
    slot.write = runner.write;
    slot.host = { ...slot.host, ...own.calls };
    const result = await runner.run(slot.core);
    if (current?.runner === runner)
        current = undefined;
    scope.postMessage({ type: 'ended', run: id, result });
    await yieldTurn();
    spare ??= makeSpare();
    await spare;
}

async function makeChecker(): Promise<Core> {
    const { core } = await makeSpare();
    core.create([''], {});
    return core;
}

async function compile(id: number, filename: string, source: string): Promise<void> {
    try {
        const value = (await (checker ??= makeChecker())).check(filename, source);
        scope.postMessage({ type: 'answer', id, value });
    } catch (error) {
        checker = undefined;
        scope.postMessage({ type: 'refused', id, message: error instanceof Error ? error.message : String(error) });
    }
}

let assistant: Assistant | undefined;

async function assist(id: number, question: string): Promise<void> {
    try {
        if (!assistant || assistant.ended) {
            const made = factory;
            if (!made)
                throw new Error('Python is not loaded');
            assistant = new Assistant({
                library, yieldTurn, instantiate: async (write) => (await made).instantiate(createHost(write)),
            });
        }
        scope.postMessage({ type: 'answer', id, value: await assistant.ask(question) });
    } catch (error) {
        scope.postMessage({ type: 'refused', id, message: error instanceof Error ? error.message : String(error) });
    }
}

/** A question about the program. */
function answer(id: number, ask: (runner: Runner) => Answer): void {
    try {
        if (!asked)
            throw new Error(NO_PROGRAM);
        scope.postMessage({ type: 'answer', id, value: ask(asked) });
    } catch (error) {
        scope.postMessage({ type: 'refused', id, message: error instanceof Error ? error.message : String(error) });
    }
}

scope.onmessage = ({ data }) => {
    if (data.type === 'load') {
        load(data.folder).catch(broken);
        return;
    }
    if (data.type === 'run') {
        run(data.run, data.spec).catch(broken);
        return;
    }
    if (data.type === 'compile') {
        void compile(data.id, data.filename, data.source);
        return;
    }
    if (data.type === 'ask') {
        void assist(data.id, data.question);
        return;
    }
    if (data.type === 'inspect') {
        answer(data.id, (runner) => runner.inspect(data.question));
        return;
    }
    if (data.type === 'evaluate') {
        answer(data.id, (runner) => runner.evaluate(data.expressions));
        return;
    }
    if (current?.run !== data.run)
        return;
    try {
        switch (data.type) {
        case 'stop':
            current.runner.stop();
            break;
        case 'interrupt':
            current.runner.interrupt();
            break;
        case 'input':
            current.runner.giveInput(data.text, data.eof);
            break;
        case 'step':
            current.runner.step(data.kind);
            break;
        case 'resume':
            current.runner.resume();
            break;
        case 'run-to':
            current.runner.runTo(data.line);
            break;
        case 'breakpoints':
            current.runner.setBreakpoints(data.points);
            break;
        case 'ack':
            current.runner.acknowledge(data.seq);
            break;
        }
    } catch (error) {
        broken(error);
    }
};
