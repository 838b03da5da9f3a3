/**
 * runner.ts - drives one program from start to end, in a worker or in Node, without ever blocking its thread.
 *
 * The core is asked for short slices; between two of them the event loop gets a turn, in which messages (stop, input,
 * interrupt, acknowledgements) arrive by the methods below. Stopping never asks the program: it is simply not resumed.
 */
import { SliceBudget } from './budget';
import { type Breakpoint, type Core, type CoreAnswer, type CoreRequest, type Limits, type Observation, Status, type StepKind, type Stop } from './core';
import { DEFAULT_OUTPUT_LIMITS, type OutputLimits, OutputGate, type SendOutput } from './output';
import { type PartResult, type ProgramPart, runParts, Transcript } from './parts';

export interface ProgramSpec {
    source: string;
    filename?: string;
    /** `sys.argv`; the file name when absent. */
    args?: readonly string[];
    /** Given to standard input before the program starts. */
    stdin?: string;
    /** Other files of the program, by name; the host puts them where it serves files from. */
    files?: Readonly<Record<string, string>>;
    limits?: Limits;
    /** Pauses before the program's first line. */
    pauseAtStart?: boolean;
    /** In the program's file. */
    breakpoints?: readonly Breakpoint[];
    /** After the end, `inspect` shows the program as it was before Python let go of its names, unless it is very big. */
    keep?: boolean;
    output?: OutputLimits;
    /** The console draws figures (console/figure.ts): programs that can will draw. */
    figures?: boolean;
    /** Shows each `single` part of `after` behind its prompt, before its answer. */
    prompts?: boolean;
    /** What random bytes begin with: the same program, the same numbers. */
    seed?: number;
    /** `virtual`: time goes on when it is read or waited for; waiting takes none. */
    clock?: 'virtual' | 'real';
    /** Run first, in the same `__main__`, without showing what they print; when one fails, the program does not start. */
    before?: readonly ProgramPart[];
    /** Run afterwards in the same `__main__`, one after the other, whatever became of those before. */
    after?: readonly ProgramPart[];
}

export type EndReason = 'done' | 'raised' | 'stopped';

export interface RunResult {
    reason: EndReason;
    exitCode: number;
    milliseconds: number;
    instructions: number;
    memoryPeak: number;
    /** With `after`: what became of the program and of each part. */
    parts?: PartResult[];
}

/** What the runner's surroundings provide. */
export interface RunnerPorts {
    send: SendOutput;
    /** The program waits for a line of input. */
    wantInput(): void;
    /** The program has paused; it goes on by `step`, `resume` or `runTo`. Without this, it goes on by itself. */
    paused?(stop: Stop): void;
    /** Files and modules from outside; the default knows none. */
    serve?(request: CoreRequest): Promise<CoreAnswer>;
    /** Resolves after other events of the thread had their turn. */
    yieldTurn(): Promise<void>;
    now?(): number;
    /** Instead of waiting: a clock of the host's own goes on by so many milliseconds. */
    skip?(milliseconds: number): void;
    /** The program waits for what no clock and no input will bring. Without this, it waits. */
    stuck?(): void;
}

const SLICE_MS = 6;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const ENOENT = 2;
export const NO_PROGRAM = 'no program has been run yet';
/** What a shell reports for a program ended from outside (128 + SIGKILL). */
const STOPPED_EXIT_CODE = 137;

export class Runner {
    private readonly now: () => number;
    private readonly output: OutputGate;
    private core: Core | undefined;
    /** The same, kept after the end so that it can be asked about. */
    private asked: Core | undefined;
    private stopped = false;
    private stop_: Stop | undefined;
    private quiet = false;
    private kept: Uint8Array | undefined;
    private wake: (() => void) | undefined;
    private early: Array<{ text: string; eof: boolean }> = [];
    /** What the part that runs now prints. */
    private transcript: Transcript | undefined;

    constructor(private readonly spec: ProgramSpec, private readonly ports: RunnerPorts) {
        this.now = ports.now ?? (() => performance.now());
        this.output = new OutputGate(ports.send, this.now, spec.output ?? DEFAULT_OUTPUT_LIMITS);
    }

    /** The core's write import. */
    readonly write = (fd: number, bytes: Uint8Array): void => {
        if (this.quiet)
            return;
        this.transcript?.write(fd, bytes);
        if (this.transcript?.shows(fd) ?? true)
            this.output.write(fd, bytes);
    };

    stop(): void {
        this.stopped = true;
        this.wakeUp();
    }

    /** KeyboardInterrupt, as Ctrl+C in a terminal. */
    interrupt(): void {
        this.core?.interrupt();
        this.wakeUp();
    }

    giveInput(text: string, eof: boolean): void {
        if (this.core)
            this.core.giveInput(text, eof);
        else
            this.early.push({ text, eof });
        this.wakeUp();
    }

    /** Why the program is paused, or undefined. */
    get paused(): Stop | undefined {
        return this.stop_;
    }

    /** Goes on to the next line or instruction. While the program runs: pauses it at the next line that it comes to. */
    step(kind: StepKind): void {
        this.goOn((core) => core.step(kind));
    }

    /** Goes on to the next breakpoint. */
    resume(): void {
        this.goOn((core) => core.step('none'));
    }

    runTo(line: number, file = this.filename): void {
        this.goOn((core) => core.runTo(file, line));
    }

    /** In place of those the file had; also while the program runs. */
    setBreakpoints(points: readonly Breakpoint[], file = this.filename): void {
        this.core?.breakAt(file, points);
    }

    private goOn(how: (core: Core) => void): void {
        if (!this.core)
            return;
        how(this.core);
        this.stop_ = undefined;
        this.wakeUp();
    }

    private get filename(): string {
        return this.spec.filename ?? 'main.py';
    }

    /** What the program looks like now: suspended, waiting, or ended. Throws while there is no program yet. */
    inspect(question: string): Observation {
        if (!this.asked)
            throw new Error(NO_PROGRAM);
        return this.asked.inspect(question);
    }

    /** What expressions give where the program pauses (Core.evaluate); what they print is not shown. */
    evaluate(expressions: readonly string[]): Array<string | null> {
        const { core } = this;
        if (!core || !this.stop_)
            throw new Error('the program is not paused');
        this.quiet = true;
        try {
            return expressions.map((each) => core.evaluate(each));
        } finally {
            this.quiet = false;
        }
    }

    acknowledge(seq: number): void {
        this.output.acknowledge(seq);
        this.wakeUp();
    }

    /** Runs the program in a fresh core; rejects only when the core itself breaks. */
    async run(core: Core): Promise<RunResult> {
        const began = this.now();
        const { spec } = this;
        const { filename } = this;
        core.create(spec.args ?? [filename], spec.limits ?? {});
        if (spec.stdin !== undefined)
            core.giveInput(spec.stdin, false);
        this.core = this.asked = core;
        for (const { text, eof } of this.early)
            core.giveInput(text, eof);

        let reason: EndReason;
        let parts: PartResult[] | undefined;
        try {
            ({ reason, parts } = await runParts({ ...spec, filename }, {
                core,
                limit: (spec.output ?? DEFAULT_OUTPUT_LIMITS).maxBytes,
                programStarts: () => this.programStarts(core),
                show: (text) => this.output.write(1, new TextEncoder().encode(text)),
                listen: (transcript) => { this.transcript = transcript; },
                loop: () => this.loop(core),
            }));
        } finally {
            // Also when the core breaks: what was printed before may say why.
            this.core = undefined;
            this.output.flush();
        }
        const result: RunResult = {
            reason,
            exitCode: reason === 'stopped' ? STOPPED_EXIT_CODE : core.exitCode(),
            milliseconds: this.now() - began,
            instructions: core.instructions(),
            memoryPeak: core.memoryPeak(),
            ...(parts ? { parts } : {}),
        };
        if (this.kept)
            core.restore(this.kept);
        return result;
    }

    private programStarts(core: Core): void {
        const { breakpoints, pauseAtStart, keep } = this.spec;
        if (breakpoints?.length)
            core.breakAt(this.filename, breakpoints);
        if (pauseAtStart)
            core.step('into');
        if (keep)
            core.pauseAtEnd();
    }

    private async loop(core: Core): Promise<EndReason> {
        const budget = new SliceBudget(SLICE_MS);
        while (!this.stopped) {
            const from = this.now();
            const status = core.run(budget.next);
            switch (status) {
            case Status.done:
                return 'done';
            case Status.raised:
                return 'raised';
            case Status.budget:
                budget.spent(this.now() - from);
                break;
            case Status.wait:
                await this.wait(core);
                break;
            case Status.host:
                await this.serve(core);
                break;
            case Status.break:
                await this.pause(core);
                break;
            }
            this.output.flushIfDue();
            while (this.output.congested && !this.stopped)
                await this.sleep(-1);
            await this.ports.yieldTurn();
        }
        return 'stopped';
    }

    private async serve(core: Core): Promise<void> {
        const request = core.request();
        const answer = await (this.ports.serve ?? serveNothing)(request);
        if (request.kind === 'load-side' && answer.error === 0 && answer.bytes)
            await core.addSide(answer.bytes);
        else
            core.answer(answer);
    }

    private async pause(core: Core): Promise<void> {
        const stop = core.inspect('stop') as Stop;
        if (stop.reason === 'end') {
            this.kept = core.save();
            return;
        }
        if (!this.ports.paused) {
            core.step('none');
            return;
        }
        this.output.flush();
        this.stop_ = stop;
        this.ports.paused(stop);
        while (this.stop_ && !this.stopped)
            await this.sleep(-1);
        this.stop_ = undefined;
    }

    private async wait(core: Core): Promise<void> {
        const ms = core.waitMs();
        if (ms === 0)
            return;
        if (ms > 0 && this.ports.skip && !core.waitsForInput()) {
            this.ports.skip(ms);
            return;
        }
        if (ms < 0 && this.ports.stuck && !core.waitsForInput()) {
            this.ports.stuck();
            return;
        }
        this.output.flush();
        // Asleep before asking: the answer may come from within the question.
        const awake = this.sleep(ms);
        if (core.waitsForInput())
            this.ports.wantInput();
        await awake;
    }

    /** Until `ms` have passed (never, if negative) or something happens. */
    private sleep(ms: number): Promise<void> {
        return new Promise((resolve) => {
            const delay = Math.min(Math.ceil(ms), LONGEST_TIMER_MS);
            const timer = ms < 0 ? undefined : setTimeout(() => this.wakeUp(), delay);
            this.wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }

    private wakeUp(): void {
        const wake = this.wake;
        this.wake = undefined;
        wake?.();
    }
}

function serveNothing(): Promise<CoreAnswer> {
    return Promise.resolve({ error: ENOENT });
}
