/**
 * core.ts - one WebAssembly instance, which is one Python program, as a typed object over the flat `vvx_*` functions.
 *
 * Invariant: no view of linear memory is kept across a call, because any call may grow the memory and detach it.
 * Both links of the core (the page's Emscripten module and Node's WASI reactor) export the same functions, so
 * everything above this file is the same in a page and in Node.
 */

import { addSide } from '../../../src/host/browser/side.mjs';

/** What `run` reports: the numbers of `vv_status`. */
export const Status = { done: 0, raised: 1, budget: 2, wait: 3, host: 4, break: 5 } as const;
export type Status = (typeof Status)[keyof typeof Status];

/** How the source is compiled: the numbers of `vv_mode`. */
export const Mode = { exec: 0, single: 1, keep: 2 } as const;
export type Mode = (typeof Mode)[keyof typeof Mode];

/** What a program may use; 0 or absent is the core's default. */
export interface Limits {
    maxMemory?: number;
    maxInstructions?: number;
}

/** What the core imports. Byte views are valid only during the call. */
export interface CoreHost {
    write(fd: number, bytes: Uint8Array): void;
    monotonicNs(): number;
    realtimeNs(): number;
    random(bytes: Uint8Array): void;
    abort(file: string, line: number, what: string): never;
}

export type RequestKind = 'read-file' | 'write-file' | 'stat' | 'list' | 'folder' | 'make-folder' | 'remove-folder' | 'remove-file'
    | 'rename' | 'read-link' | 'load-side';

/** Something only the host can serve, already copied out of the program's memory. */
export interface CoreRequest {
    kind: RequestKind;
    /** The same as a number of `vv_request_kind` (src/api/vivarium.h, which says what each is answered with). */
    number: number;
    path: string;
    data: Uint8Array;
}

export interface CoreAnswer {
    /** 0, or an errno value of Linux. */
    error: number;
    bytes?: Uint8Array;
}

/** An answer of the inspector: src/observe/observe.h lists the questions, tests/observe/schema.json says what answers look like. */
export interface Observation {
    version: number;
    view?: string;
    /** Instructions executed when the answer was made. */
    moment?: number;
    /** Why the question cannot be answered; nothing else is there then. */
    error?: string;
    [member: string]: unknown;
}

/** What a paused program goes on to: the numbers of `vv_step_kind`. */
export const Step = { none: 0, into: 1, over: 2, out: 3, instruction: 4 } as const;
export type StepKind = 'into' | 'over' | 'out' | 'instruction';

export interface Breakpoint {
    line: number;
    /** A Python expression, evaluated in the frame. */
    condition?: string;
}

/** The answer to `stop`: where a program stands, and why if it has paused there. */
export interface Stop extends Observation {
    paused: boolean;
    /** `condition`: of a breakpoint; it raised an exception or does not compile, `message` says how. */
    reason: 'step' | 'breakpoint' | 'condition' | 'return' | 'yield' | 'exception' | 'end' | 'value' | null;
    file: string | null;
    line: number | null;
    function: string | null;
    /** Python frames. */
    depth: number;
    message: string | null;
    /** What the function of the step returned or yielded: an object as the inspector describes it. */
    value: { id: number; type: string; text: string | null; [member: string]: unknown } | null;
}

/** Where a text is wrong: lines from 1, columns count code points from 0; null where the compiler does not say. */
export interface Diagnosis {
    /** `SyntaxError`, `IndentationError`, `SyntaxWarning`, ... */
    type: string;
    message: string | null;
    line?: number | null;
    column?: number | null;
    endLine?: number | null;
    endColumn?: number | null;
}

/** What the compiler says of a text, without running it. */
export interface Compilation {
    error: Diagnosis | null;
    warnings: Diagnosis[];
    /** The lines at which a program of this text can stop, ascending; empty when it does not compile. */
    lines: number[];
}

/** One program. `engine/runner.ts` is its only caller. */
export interface Core {
    readonly version: string;
    create(args: readonly string[], limits: Limits): void;
    start(mode: Mode, filename: string, source: string): void;
    run(budget: number): Status;
    /** Milliseconds until the program wants to go on; 0 when it is time, -1 when no clock will wake it. */
    waitMs(): number;
    waitsForInput(): boolean;
    giveInput(text: string, eof: boolean): void;
    interrupt(): void;
    request(): CoreRequest;
    answer(answer: CoreAnswer): void;
    /** The answer to 'load-side': adds the module in these bytes. */
    addSide(bytes: Uint8Array): Promise<void>;
    /** Asks about the program between two calls of `run`, or after its end; changes nothing. */
    inspect(question: string): Observation;
    /** What the next `run` goes on to. */
    step(kind: StepKind | 'none'): void;
    runTo(file: string, line: number): void;
    /** In place of those the file had. Throws when they are too many. */
    breakAt(file: string, points: readonly Breakpoint[]): void;
    /** The repr of an expression where the program pauses, or its error, at most 199 bytes; null: it does not compile, waits, takes long.
     * Afterwards the program is as if it had not been asked. */
    evaluate(expression: string): string | null;
    /** `run` answers `break` before the program's names are torn down at its end. */
    pauseAtEnd(): void;
    /** A copy of the program; `restore` makes it what it was. Undefined where that would take more than 128 MB. */
    save(): Uint8Array | undefined;
    restore(saved: Uint8Array): void;
    /** Compiles a text only. Needs `create`, no program. */
    check(filename: string, source: string): Compilation;
    exitCode(): number;
    instructions(): number;
    memoryPeak(): number;
    destroy(): void;
}

/** Makes fresh programs from one compiled module. */
export interface CoreFactory {
    instantiate(host: CoreHost): Promise<Core>;
}

/** The raw functions and the memory of an instance, however its loader names them. */
export interface RawCore {
    call(name: string, ...args: number[]): number;
    memory(): ArrayBuffer;
    /** What else side modules are linked to. */
    exports(): WebAssembly.Exports;
}

const ABI = 1;
const SCRATCH_BYTES = 1 << 20;
const LARGEST_COPY = 128 << 20;
/** Instructions of an expression that is watched: some ten milliseconds. */
const EVALUATION_BUDGET = 1_000_000;
const EIO = 5;
const ENOMEM = 12;
const E2BIG = 27;
const REQUEST_KINDS: Record<number, RequestKind> = {
    1: 'read-file', 2: 'write-file', 4: 'stat', 5: 'list', 6: 'folder', 7: 'make-folder', 8: 'remove-folder', 9: 'remove-file', 10: 'rename',
    11: 'read-link', 12: 'load-side',
};
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The real core. Throws when the module is of another generation than this file. */
export class WasmCore implements Core {
    readonly version: string;
    private readonly program: number;
    private readonly scratch: number;

    constructor(private readonly raw: RawCore) {
        const abi = raw.call('vvx_abi');
        if (abi !== ABI)
            throw new Error(`the Python runtime speaks interface ${abi}, this page speaks ${ABI}`);
        this.version = this.text(raw.call('vvx_version'));
        this.program = raw.call('vvx_open', SCRATCH_BYTES);
        if (this.program === 0)
            throw new Error('there is not enough memory to start Python');
        this.scratch = raw.call('vvx_scratch', this.program);
    }

    create(args: readonly string[], limits: Limits): void {
        const bytes = encoder.encode(args.map((arg) => `${arg}\0`).join(''));
        this.put(bytes);
        const result = this.raw.call('vvx_create', this.program, args.length, bytes.length, limits.maxMemory ?? 0,
            limits.maxInstructions ?? 0, 0, 0, 0);
        if (result !== 0)
            throw new Error(result === -1 ? 'there is not enough memory to start Python' : 'bad program arguments');
    }

    start(mode: Mode, filename: string, source: string): void {
        const [name, text] = this.putSource(filename, source);
        this.raw.call('vvx_start', this.program, mode, name, text);
    }

    run(budget: number): Status {
        return this.raw.call('vvx_run', this.program, budget) as Status;
    }

    waitMs(): number {
        return this.raw.call('vvx_wait_ms', this.program);
    }

    waitsForInput(): boolean {
        return this.raw.call('vvx_wait_input', this.program) !== 0;
    }

    giveInput(text: string, eof: boolean): void {
        const bytes = encoder.encode(text);
        let at = 0;
        do {
            const part = bytes.subarray(at, at + SCRATCH_BYTES);
            at += part.length;
            this.put(part);
            this.raw.call('vvx_give_input', this.program, part.length, eof && at >= bytes.length ? 1 : 0);
        } while (at < bytes.length);
    }

    interrupt(): void {
        this.raw.call('vvx_interrupt', this.program);
    }

    request(): CoreRequest {
        const number = this.raw.call('vvx_request_kind', this.program);
        const kind = REQUEST_KINDS[number];
        if (!kind)
            throw new Error('the program asks for something this page does not know');
        const path = this.text(this.raw.call('vvx_request_path', this.program));
        const from = this.raw.call('vvx_request_data', this.program);
        const size = this.raw.call('vvx_request_size', this.program);
        return { kind, number, path, data: new Uint8Array(this.raw.memory(), from, size).slice() };
    }

    answer(answer: CoreAnswer): void {
        const bytes = answer.bytes ?? new Uint8Array(0);
        const fits = bytes.length <= SCRATCH_BYTES;
        if (fits)
            this.put(bytes);
        this.raw.call('vvx_answer', this.program, fits ? answer.error : E2BIG, fits ? bytes.length : 0);
    }

    async addSide(bytes: Uint8Array): Promise<void> {
        const exports = this.raw.exports();
        const core = {
            memory: exports.memory as WebAssembly.Memory,
            table: exports.__indirect_function_table as WebAssembly.Table,
            stackPointer: exports.__stack_pointer as WebAssembly.Global,
            api: this.raw.call('vvx_side_api'),
        };
        const side = await addSide(core, bytes, (size) => this.raw.call('vvx_side_memory', this.program, size)).catch(() => undefined);
        this.answer(side ? { error: 0, bytes: side.answer } : { error: side === null ? ENOMEM : EIO });
    }

    inspect(question: string): Observation {
        const bytes = encoder.encode(question);
        this.put(bytes);
        return this.answered(this.raw.call('vvx_inspect', this.program, bytes.length)) as Observation;
    }

    step(kind: StepKind | 'none'): void {
        this.raw.call('vvx_set_step', this.program, Step[kind]);
    }

    runTo(file: string, line: number): void {
        this.put(encoder.encode(`${file}\0`));
        if (this.raw.call('vvx_run_to', this.program, line) !== 0)
            throw new RangeError(`the name is too long: ${file}`);
    }

    breakAt(file: string, points: readonly Breakpoint[]): void {
        const texts = points.map(({ line, condition }) => condition ? `${line} ${condition.replace(/\0/g, '')}` : `${line}`);
        const bytes = encoder.encode([file, ...texts].map((text) => `${text}\0`).join(''));
        this.put(bytes);
        if (this.raw.call('vvx_break_at', this.program, points.length, bytes.length) !== 0)
            throw new RangeError('too many breakpoints');
    }

    evaluate(expression: string): string | null {
        const saved = this.save();
        if (!saved)
            return null;
        try {
            const bytes = encoder.encode(expression);
            this.put(bytes);
            const begun = this.raw.call('vvx_evaluate', this.program, bytes.length) === 0;
            return begun && this.run(EVALUATION_BUDGET) === Status.break ? (this.inspect('stop') as Stop).message : null;
        } finally {
            this.restore(saved);
        }
    }

    pauseAtEnd(): void {
        this.raw.call('vvx_pause_at_end', this.program, 1);
    }

    save(): Uint8Array | undefined {
        const memory = this.raw.memory();
        return memory.byteLength > LARGEST_COPY ? undefined : new Uint8Array(memory).slice();
    }

    restore(saved: Uint8Array): void {
        new Uint8Array(this.raw.memory()).set(saved);
    }

    check(filename: string, source: string): Compilation {
        const [name, text] = this.putSource(filename, source);
        return this.answered(this.raw.call('vvx_check_source', this.program, name, text)) as Compilation;
    }

    private answered(size: number): unknown {
        if (size < 0)
            throw new Error('there is not enough memory for the answer');
        const from = this.raw.call('vvx_inspected', this.program);
        return JSON.parse(decoder.decode(new Uint8Array(this.raw.memory(), from, size)));
    }

    exitCode(): number {
        return this.raw.call('vvx_exit_code', this.program);
    }

    instructions(): number {
        return this.raw.call('vvx_instructions', this.program);
    }

    memoryPeak(): number {
        return this.raw.call('vvx_memory_peak', this.program);
    }

    destroy(): void {
        this.raw.call('vvx_destroy', this.program);
    }

    private put(bytes: Uint8Array): void {
        if (bytes.length > SCRATCH_BYTES)
            throw new RangeError(`the program is too long: more than ${SCRATCH_BYTES} bytes`);
        new Uint8Array(this.raw.memory(), this.scratch, bytes.length).set(bytes);
    }

    /** Puts both into the scratch area, a NUL between them; their lengths in bytes. */
    private putSource(filename: string, source: string): [number, number] {
        const name = encoder.encode(filename);
        const text = encoder.encode(source);
        const both = new Uint8Array(name.length + 1 + text.length);
        both.set(name, 0);
        both.set(text, name.length + 1);
        this.put(both);
        return [name.length, text.length];
    }

    private text(at: number): string {
        const bytes = new Uint8Array(this.raw.memory());
        return decoder.decode(bytes.subarray(at, bytes.indexOf(0, at)));
    }
}
