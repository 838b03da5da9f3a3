/**
 * runtime.ts - Vivarium as a library: programs run in the calling thread, in slices, so that a Node process stays alive
 * to everything else.
 *
 *     const runtime = await createRuntime({ wasm: await readFile('vivarium-reactor.wasm') });
 *     const run = runtime.run({ source: 'print(input())' }, { wantInput: () => run.giveInput('hello\n') });
 *     const { stdout, exitCode } = await run.finished;
 */
import type { Breakpoint, Compilation, CoreAnswer, Core, CoreFactory, CoreRequest, Observation, StepKind, Stop } from './core';
import { createHost } from './host';
import type { OutputChunk } from './output';
import { reactorFactory } from './reactor';
import { type ProgramSpec, Runner, type RunResult } from './runner';
import { createYield } from './turn';
import { surroundings } from './virtual';

export interface RuntimeOptions {
    /** `vivarium-reactor.wasm`: its bytes, or the module compiled from them. */
    wasm: BufferSource | WebAssembly.Module;
    serve?(request: CoreRequest): Promise<CoreAnswer>;
}

export interface RunHooks {
    output?(chunks: OutputChunk[], dropped: number): void;
    wantInput?(): void;
    /** The program has paused: by a step, a breakpoint or `pauseAtStart`. Without this, it goes on by itself. */
    paused?(stop: Stop): void;
}

export interface FinishedRun extends RunResult {
    stdout: string;
    stderr: string;
    /** Bytes beyond the output limits. */
    dropped: number;
}

export interface Run {
    readonly finished: Promise<FinishedRun>;
    stop(): void;
    interrupt(): void;
    giveInput(text: string, eof?: boolean): void;
    /** Goes on to the next line ('into', 'over'), out of the function ('out') or by one instruction; pauses a program that runs. */
    step(kind: StepKind): void;
    /** Goes on to the next breakpoint. */
    resume(): void;
    runTo(line: number): void;
    /** In place of those there were. */
    setBreakpoints(points: readonly Breakpoint[]): void;
    /** Asks about the program, also after its end (src/observe/observe.h lists the questions). Throws before it has begun. */
    inspect(question: string): Observation;
}

export interface Runtime {
    run(spec: ProgramSpec, hooks?: RunHooks): Run;
    /** Compiles a text without running it. */
    compile(source: string, filename?: string): Promise<Compilation>;
}

export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
    const module = options.wasm instanceof WebAssembly.Module ? options.wasm : await WebAssembly.compile(options.wasm);
    return runtimeOf(reactorFactory(module), options.serve);
}

/** The same over any source of cores. */
export function runtimeOf(factory: CoreFactory, serve?: RuntimeOptions['serve']): Runtime {
    let checker: Promise<Core> | undefined;
    const makeChecker = async (): Promise<Core> => {
        const core = await factory.instantiate(createHost(() => {}));
        core.create([''], {});
        return core;
    };
    return {
        compile: async (source, filename = 'main.py') => (await (checker ??= makeChecker())).check(filename, source),
        run(spec, hooks = {}) {
            const text = { stdout: '', stderr: '' };
            let dropped = 0;
            const own = surroundings(spec);
            const runner: Runner = new Runner(spec, {
                send(seq, chunks, bytes) {
                    for (const chunk of chunks)
                        text[chunk.stream] += chunk.text;
                    dropped = bytes;
                    hooks.output?.(chunks, bytes);
                    runner.acknowledge(seq);
                },
                wantInput: () => hooks.wantInput?.(),
                paused: hooks.paused && ((stop) => hooks.paused!(stop)),
                serve,
                yieldTurn: createYield(),
                ...own.ports,
            });
            const start = async (): Promise<FinishedRun> => {
                const core = await factory.instantiate({ ...createHost(runner.write), ...own.calls });
                const result = await runner.run(core);
                return { ...result, ...text, dropped };
            };
            return {
                finished: start(),
                stop: () => runner.stop(),
                interrupt: () => runner.interrupt(),
                giveInput: (line, eof = false) => runner.giveInput(line, eof),
                step: (kind) => runner.step(kind),
                resume: () => runner.resume(),
                runTo: (line) => runner.runTo(line),
                setBreakpoints: (points) => runner.setBreakpoints(points),
                inspect: (question) => runner.inspect(question),
            };
        },
    };
}
