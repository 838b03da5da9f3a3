/**
 * machine.ts - programs of lessons on our own core: a fresh instance for each, a clock that only goes on by itself when
 * somebody waits, random bytes from a seed. The same program gives the same output on every machine and day.
 */
import { Files, type FilesOptions } from '../../../src/host/browser/files.mjs';
import type { CoreFactory, Observation } from '../engine/core';
import { createHost } from '../engine/host';
import type { PartResult, ProgramPart } from '../engine/parts';
import { Runner, type RunnerPorts } from '../engine/runner';
import { createYield } from '../engine/turn';
import { surroundings } from '../engine/virtual';
import type { PartData } from '../lessons/data';

/** A program of a lesson, and all that it depends on. */
export interface LessonProgram {
    source: string;
    filename: string;
    before: readonly PartData[];
    /** With it, `Outcome.parts` is there, and `__main__` is not taken down at the end of the program. */
    after?: readonly ProgramPart[];
    stdin?: string;
    files: Readonly<Record<string, string>>;
    limits: { maxInstructions: number; maxMemory: number };
    maxOutput: number;
    seed: number;
}

export interface Outcome {
    stdout: string;
    stderr: string;
    exitCode: number;
    /** The instructions of the program ran out. */
    limit: boolean;
    /** It waits for something that can no longer happen. */
    stuck?: boolean;
    /** Bytes beyond `maxOutput`. */
    dropped: number;
    parts?: PartResult[];
}

/** Runs programs of lessons: Vivarium, or the Python that it is compared with. */
export interface Machine {
    readonly name: string;
    run(program: LessonProgram): Promise<Outcome>;
    /** Only of our own: see `VivariumMachine.moment`. */
    moment?: VivariumMachine['moment'];
}

const LIMIT_EXIT_CODE = 124;
const MOST_LINES = 1e6;

/** Asks about the program at a moment (src/observe/observe.h lists the questions). */
export type Question = (question: string) => Promise<Observation>;

interface Moment {
    step: number | undefined;
    /** Lines begun so far. */
    lines: number;
    looked?: { value: unknown };
    seen(ask: Question): Promise<void>;
}

export class VivariumMachine implements Machine {
    readonly name = 'Vivarium';
    private readonly yieldTurn = createYield();

    /** `library`: where the standard library and the side modules are read. */
    constructor(private readonly factory: CoreFactory, private readonly library: FilesOptions) {}

    run(program: LessonProgram): Promise<Outcome> {
        return this.drive(program);
    }

    /**
     * Stops the program before the `step`-th line that it comes to in its own file (without a step: at its end, its names
     * still there), and looks. `looked` is undefined when that moment never comes.
     */
    async moment<T>(program: LessonProgram, step: number | undefined, look: (ask: Question) => Promise<T>): Promise<{
        looked: T | undefined; lines: number; outcome: Outcome;
    }> {
        const moment: Moment = { step, lines: 0, async seen(ask) { moment.looked = { value: await look(ask) }; } };
        const outcome = await this.drive(program, moment);
        return { looked: (moment.looked as { value: T } | undefined)?.value, lines: moment.lines, outcome };
    }

    private async drive(program: LessonProgram, moment?: Moment): Promise<Outcome> {
        const files = new Files(this.library);
        const encoder = new TextEncoder();
        for (const [path, text] of Object.entries(program.files)) {
            makeFolders(files, path);
            files.put(path, encoder.encode(text));
        }
        files.put(program.filename, encoder.encode(program.source));
        const text = { stdout: '', stderr: '' };
        let dropped = 0;
        const own = surroundings({ clock: 'virtual', seed: program.seed });
        const runner: Runner = new Runner({
            source: program.source, filename: program.filename, before: program.before,
            ...(program.after ? { after: program.after } : {}), ...(program.stdin === undefined ? {} : { stdin: program.stdin }),
            limits: program.limits, output: { maxBytes: program.maxOutput, maxLines: MOST_LINES },
            ...(moment ? moment.step === undefined ? { keep: true } : { pauseAtStart: true } : {}),
        }, {
            send(seq, chunks, bytes) {
                for (const chunk of chunks)
                    text[chunk.stream] += chunk.text;
                dropped = bytes;
                runner.acknowledge(seq);
            },
            // Nobody is there to type.
            wantInput: () => runner.giveInput('', true),
            async serve({ number, path, data }) {
                const [error, bytes] = await files.serve({ kind: number, path, data });
                return { error, bytes };
            },
            ...(moment?.step === undefined ? {} : {
                paused(stop) {
                    if (stop.reason === 'step' && stop.file === program.filename && ++moment.lines === moment.step) {
                        moment.seen(ask).then(() => runner.stop(), (error) => {
                            failure = error;
                            runner.stop();
                        });
                        return;
                    }
                    runner.step('into');
                },
            } satisfies Partial<RunnerPorts>),
            yieldTurn: this.yieldTurn,
            ...own.ports,
            // Nobody is there who could wake it.
            stuck: () => runner.stop(),
        });
        let failure: unknown;
        const ask: Question = async (question) => runner.inspect(question);
        const host = { ...createHost(runner.write), ...own.calls };
        const core = await this.factory.instantiate(host);
        const result = await runner.run(core);
        if (failure !== undefined)
            throw failure;
        const limit = result.exitCode === LIMIT_EXIT_CODE && result.instructions >= program.limits.maxInstructions;
        const stuck = result.reason === 'stopped' && moment?.looked === undefined;
        if (moment && moment.step === undefined && !limit && !stuck)
            await moment.seen(ask);
        return { ...text, exitCode: result.exitCode, limit, stuck, dropped, ...(result.parts ? { parts: result.parts } : {}) };
    }
}

function makeFolders(files: Files, path: string): void {
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1))
        files.put(path.slice(0, at), null);
}
