/**
 * client.ts - the page's side of the engine: owns the worker, its start-up, and at most one run.
 *
 *     idle --start--> starting --ready--> ready --run--> running --stop--> stopping
 *                        |                  ^               |                 |
 *                        +---> failed <-----|--- (broken) --+      (ended or replaced) -> ready | starting
 *
 * Invariants: every run ends exactly once, whatever happens to the worker; a worker that does not honour Stop in time
 * is replaced, so Stop always works; messages of older runs and older workers are ignored. No DOM.
 */
import type { Breakpoint, Compilation, Observation, StepKind, Stop } from './core';
import type { Answer, FromWorker, ToWorker } from './messages';
import type { OutputChunk } from './output';
import type { ProgramSpec, RunResult } from './runner';

export type EngineState = 'idle' | 'starting' | 'ready' | 'running' | 'stopping' | 'failed';

export type ClientResult = RunResult | { reason: 'crashed'; message: string };

/** What a run tells the one who started it. `done` must be called once the output has been drawn. */
export interface RunEvents {
    output(chunks: OutputChunk[], dropped: number, done: () => void): void;
    wantInput(): void;
}

/** Whoever wants to know of every run, not only of its own. */
export interface RunListener {
    began?(spec: ProgramSpec): void;
    paused?(stop: Stop): void;
    /** A paused program goes on. */
    resumed?(): void;
    ended?(result: ClientResult): void;
}

/** The part of `Worker` that is used, so that tests can supply their own. */
export interface WorkerLike {
    postMessage(message: ToWorker): void;
    terminate(): void;
    onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
    onerror: ((event: ErrorEvent) => void) | null;
}

export interface EngineOptions {
    createWorker(): WorkerLike;
    /** Address of the folder with `vivarium.mjs` and `vivarium.wasm`. */
    folder: string;
    onState?(state: EngineState): void;
    /** How long the worker may take to honour Stop before it is replaced. */
    stopWithinMs?: number;
}

interface CurrentRun {
    id: number;
    spec: ProgramSpec;
    events: RunEvents;
    sent: boolean;
    finish(result: ClientResult): void;
}

interface Question {
    resolve(value: Answer): void;
    reject(error: Error): void;
}

const STOP_WITHIN_MS = 50;
const STOPPED: RunResult = { reason: 'stopped', exitCode: 137, milliseconds: 0, instructions: 0, memoryPeak: 0 };

export class EngineClient {
    private worker: WorkerLike | undefined;
    private current: CurrentRun | undefined;
    private lastRun = 0;
    private readonly listeners = new Set<RunListener>();
    private currentStop: Stop | undefined;
    private readonly questions = new Map<number, Question>();
    private lastQuestion = 0;
    private patience: ReturnType<typeof setTimeout> | undefined;
    private currentState: EngineState = 'idle';
    /** Of the runtime, once it is ready. */
    version = '';
    /** Why the state is `failed`. */
    failure = '';
    /** May change what is run: a debugger adds its breakpoints. */
    amend: ((spec: ProgramSpec) => ProgramSpec) | undefined;

    constructor(private readonly options: EngineOptions) {}

    get state(): EngineState {
        return this.currentState;
    }

    /** Why the program is paused, or undefined. Its state is `running` meanwhile. */
    get paused(): Stop | undefined {
        return this.currentStop;
    }

    /** Tells `listener` of every run from now on; the result ends that. */
    listen(listener: RunListener): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    /** Loads the runtime. Harmless when it is loaded; the way out of `failed`. */
    start(): void {
        if (this.currentState !== 'idle' && this.currentState !== 'failed')
            return;
        this.launch();
    }

    /** Runs a program as soon as the runtime is ready; a run that is still going is stopped first. */
    run(spec: ProgramSpec, events: RunEvents): Promise<ClientResult> {
        if (this.current)
            this.abandonRun();
        return new Promise((resolve) => {
            this.current = { id: ++this.lastRun, spec: this.amend?.(spec) ?? spec, events, sent: false, finish: resolve };
            if (this.currentState === 'idle' || this.currentState === 'failed')
                this.launch();
            else if (this.currentState === 'ready')
                this.begin();
        });
    }

    /** Ends the run: by the worker if it answers in time, else by replacing the worker. */
    stop(): void {
        const run = this.current;
        if (!run || this.currentState === 'stopping')
            return;
        if (!run.sent) {
            this.finish(STOPPED);
            return;
        }
        this.worker?.postMessage({ type: 'stop', run: run.id });
        this.setState('stopping');
        this.patience = setTimeout(() => {
            this.finish(STOPPED);
            this.launch();
        }, this.options.stopWithinMs ?? STOP_WITHIN_MS);
    }

    /** KeyboardInterrupt in the running program. */
    interrupt(): void {
        if (this.current?.sent)
            this.worker?.postMessage({ type: 'interrupt', run: this.current.id });
    }

    giveInput(text: string, eof = false): void {
        if (this.current?.sent)
            this.worker?.postMessage({ type: 'input', run: this.current.id, text, eof });
    }

    /**
     * Asks about the program that runs or, if none does, the one that ran last (src/observe/observe.h lists the questions).
     * Rejects when there is none, or when its worker goes away first. Questions are answered between slices of the program,
     * while it waits, while it is paused, and after its end until the next run.
     */
    inspect(question: string): Promise<Observation> {
        return this.ask((id) => ({ type: 'inspect', id, question }), 'there is no program to look at') as Promise<Observation>;
    }

    /** What expressions give where the program pauses; null: what does not compile, waits, or takes long. The program does not notice. */
    evaluate(expressions: readonly string[]): Promise<Array<string | null>> {
        return this.ask((id) => ({ type: 'evaluate', id, expressions }), 'the program is not paused') as Promise<Array<string | null>>;
    }

    /** Compiles a text without running it, also while a program runs. Rejects while the runtime is not there. */
    compile(source: string, filename = 'main.py'): Promise<Compilation> {
        return this.ask((id) => ({ type: 'compile', id, filename, source }), 'Python is not loaded') as Promise<Compilation>;
    }

    /** Asks the assistant about names (assistant.py says how). Rejects while the runtime is not there, or when it takes too long. */
    assist(question: string): Promise<string> {
        return this.ask((id) => ({ type: 'ask', id, question }), 'Python is not loaded') as Promise<string>;
    }

    private ask(message: (id: number) => ToWorker, refusal: string): Promise<Answer> {
        return new Promise((resolve, reject) => {
            if (!this.worker || (this.currentState !== 'ready' && this.currentState !== 'running')) {
                reject(new Error(refusal));
                return;
            }
            const id = ++this.lastQuestion;
            this.questions.set(id, { resolve, reject });
            this.worker.postMessage(message(id));
        });
    }

    /** A paused program goes on to the next line or instruction; one that runs pauses at the next line. */
    step(kind: StepKind): void {
        this.goOn((run) => ({ type: 'step', run, kind }));
    }

    /** A paused program goes on to its next breakpoint. */
    resume(): void {
        this.goOn((run) => ({ type: 'resume', run }));
    }

    runTo(line: number): void {
        this.goOn((run) => ({ type: 'run-to', run, line }));
    }

    /** Breakpoints in the running program's file, in place of those it had. */
    setBreakpoints(points: readonly Breakpoint[]): void {
        if (this.current?.sent)
            this.worker?.postMessage({ type: 'breakpoints', run: this.current.id, points });
    }

    private goOn(message: (run: number) => ToWorker): void {
        if (!this.current?.sent || this.currentState !== 'running')
            return;
        this.worker?.postMessage(message(this.current.id));
        if (this.currentStop) {
            this.currentStop = undefined;
            this.tell('resumed');
        }
    }

    private tell<E extends keyof RunListener>(event: E, ...args: Parameters<NonNullable<RunListener[E]>>): void {
        for (const listener of this.listeners)
            (listener[event] as ((...all: unknown[]) => void) | undefined)?.call(listener, ...args);
    }

    private launch(): void {
        this.discardWorker();
        this.failure = '';
        this.setState('starting');
        let worker: WorkerLike;
        try {
            worker = this.options.createWorker();
        } catch (error) {
            this.fail(error instanceof Error ? error.message : String(error));
            return;
        }
        this.worker = worker;
        worker.onmessage = ({ data }) => {
            if (this.worker === worker)
                this.receive(data);
        };
        worker.onerror = (event) => {
            event.preventDefault();
            if (this.worker === worker)
                this.fail(event.message || 'the worker could not be started');
        };
        worker.postMessage({ type: 'load', folder: this.options.folder });
    }

    private receive(message: FromWorker): void {
        if (message.type === 'ready') {
            this.version = message.version;
            this.setState('ready');
            if (this.current)
                this.begin();
            return;
        }
        if (message.type === 'broken') {
            this.fail(message.message);
            return;
        }
        if (message.type === 'answer' || message.type === 'refused') {
            const question = this.questions.get(message.id);
            this.questions.delete(message.id);
            if (message.type === 'answer')
                question?.resolve(message.value);
            else
                question?.reject(new Error(message.message));
            return;
        }
        const run = this.current;
        if (run?.id !== message.run)
            return;
        switch (message.type) {
        case 'output':
            run.events.output(message.chunks, message.dropped, () => {
                if (this.current === run)
                    this.worker?.postMessage({ type: 'ack', run: run.id, seq: message.seq });
            });
            break;
        case 'want-input':
            if (this.currentState === 'running')
                run.events.wantInput();
            break;
        case 'paused':
            this.currentStop = message.stop;
            if (this.currentState === 'running')
                this.tell('paused', message.stop);
            break;
        case 'ended':
            this.setState('ready');
            this.finish(message.result);
            break;
        }
    }

    private begin(): void {
        const run = this.current!;
        run.sent = true;
        this.setState('running');
        this.worker!.postMessage({ type: 'run', run: run.id, spec: run.spec });
        this.tell('began', run.spec);
    }

    /** Makes room for a new run: the old one is over now, and its worker with it if it got that far. */
    private abandonRun(): void {
        const wasSent = this.current!.sent;
        this.finish(STOPPED);
        if (wasSent)
            this.launch();
    }

    private finish(result: ClientResult): void {
        clearTimeout(this.patience);
        const run = this.current;
        this.current = undefined;
        this.currentStop = undefined;
        run?.finish(result);
        if (run?.sent)
            this.tell('ended', result);
    }

    private fail(message: string): void {
        this.discardWorker();
        this.failure = message;
        this.setState('failed');
        this.finish({ reason: 'crashed', message });
    }

    private discardWorker(): void {
        if (!this.worker)
            return;
        this.worker.onmessage = null;
        this.worker.onerror = null;
        this.worker.terminate();
        this.worker = undefined;
        for (const question of this.questions.values())
            question.reject(new Error('the program is gone'));
        this.questions.clear();
    }

    private setState(state: EngineState): void {
        if (state === this.currentState)
            return;
        this.currentState = state;
        this.options.onState?.(state);
    }
}
