/**
 * parts.ts - a program in several pieces that share one `__main__`: set-up, the program, and what asks about it
 * afterwards (the checks of an exercise, the next block of a shared program).
 *
 * A check is a part with two more names, `__source__` (the program's text) and `__output__` (what it printed); what a
 * check prints is kept in its result and not shown.
 */
import { type Core, Mode } from './core';
import type { EndReason, ProgramSpec } from './runner';

export interface ProgramPart {
    source: string;
    /** As tracebacks call it; `<...>` for what is no file. */
    filename: string;
    check?: boolean;
    /** One statement at a prompt: the value of an expression is printed. */
    single?: boolean;
    /** Of a part before the program: an exception does not keep the program from running. */
    mayFail?: boolean;
}

/** An exception that ended a part. */
export interface RaisedError {
    /** `ZeroDivisionError`; with its module when that is not builtins. */
    type: string;
    /** The names of the type and its bases, first the type itself. */
    types: string[];
    /** `str(exception)`, or undefined when that fails. */
    message?: string;
    /** Its only argument, when that is a text. */
    argument?: string;
    /** The last line of the part that was on the way when it was raised. */
    line?: number;
}

export interface PartResult {
    /** `limit`: the instructions of the program ran out; `skipped`: an earlier part left nothing to run in. */
    reason: EndReason | 'limit' | 'skipped';
    exitCode: number;
    stdout: string;
    stderr: string;
    error?: RaisedError;
}

/** What the runner's loop lends. */
export interface PartEngine {
    core: Core;
    /** Bytes kept of each part's output. */
    limit: number;
    listen(transcript: Transcript | undefined): void;
    /** Shows text as if it was printed; it belongs to no transcript. */
    show(text: string): void;
    /** The program itself is what runs next. */
    programStarts(): void;
    loop(): Promise<EndReason>;
}

type Hidden = 'nothing' | 'stdout' | 'all';

/** What one part prints, up to a limit. */
export class Transcript {
    readonly text = { stdout: '', stderr: '' };
    private readonly decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    private left = { stdout: 0, stderr: 0 };

    /** `hidden`: what of it is not shown. */
    constructor(limit: number, private readonly hidden: Hidden) {
        this.left = { stdout: limit, stderr: limit };
    }

    shows(fd: number): boolean {
        return this.hidden === 'nothing' || (this.hidden === 'stdout' && fd === 2);
    }

    write(fd: number, bytes: Uint8Array): void {
        const stream = fd === 2 ? 'stderr' : 'stdout';
        const part = bytes.subarray(0, Math.max(0, this.left[stream]));
        this.left[stream] -= bytes.length;
        this.text[stream] += this.decoders[stream].decode(part, { stream: true });
    }
}

const LIMIT_EXIT_CODE = 124;
const SEPARATOR = '\u001f';

// Runs in a namespace of its own. sys.last_* is forgotten afterwards, so that it keeps nothing of the program alive.
const ASK = `
import sys
def ask(name):
    e = sys.last_exc
    kind = type(e)
    module = '' if kind.__module__ == 'builtins' else kind.__module__ + '.'
    try:
        message = '=' + str(e)
    except BaseException:
        message = ''
    argument = '=' + e.args[0] if len(e.args) == 1 and type(e.args[0]) is str else ''
    line, tb = '', e.__traceback__
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == name:
            line = str(tb.tb_lineno)
        tb = tb.tb_next
    if isinstance(e, SyntaxError) and e.filename == name:
        line = str(e.lineno)
    fields = [module + kind.__qualname__, ' '.join(t.__name__ for t in kind.__mro__), message, argument, line]
    del sys.last_exc, sys.last_value, sys.last_type, sys.last_traceback
    sys.__stdout__.write('\\x1f'.join(fields))
ask(NAME)
`;

/** A Python expression with this value. JSON's escapes of texts are Python's too. */
export function pythonText(text: string): string {
    return JSON.stringify(text);
}

function parseAnswer(answer: string): RaisedError | undefined {
    const [type, types, message, argument, line] = answer.split(SEPARATOR);
    if (type === undefined || types === undefined)
        return undefined;
    return {
        type, types: types.split(' '),
        ...(message ? { message: message.slice(1) } : {}),
        ...(argument ? { argument: argument.slice(1) } : {}),
        ...(line ? { line: Number(line) } : {}),
    };
}

/** A statement as it stands at a prompt. */
function asTyped(source: string): string {
    return source.replace(/\n$/, '').split('\n').map((line, i) => `${`${i === 0 ? '>>>' : '...'} ${line}`.trimEnd()}\n`).join('');
}

export async function runParts(spec: ProgramSpec & { filename: string },
                               engine: PartEngine): Promise<{ reason: EndReason; parts?: PartResult[] }> {
    const { core } = engine;
    const program: ProgramPart = { source: spec.source, filename: spec.filename };
    const one = async (part: ProgramPart, mode: Mode, hidden: Hidden): Promise<PartResult> => {
        const transcript = new Transcript(engine.limit, hidden);
        engine.listen(transcript);
        core.start(mode, part.filename, part.source);
        if (part === program)
            engine.programStarts();
        const ended = await engine.loop().finally(() => engine.listen(undefined));
        const exitCode = core.exitCode();
        const spent = exitCode === LIMIT_EXIT_CODE && spec.limits?.maxInstructions !== undefined
            && core.instructions() >= spec.limits.maxInstructions;
        return { reason: spent ? 'limit' : ended, exitCode, ...transcript.text };
    };
    const quietly = (source: string): Promise<PartResult> =>
        one({ source, filename: '<vivarium>' }, Mode.keep, 'all');
    const complete = async (part: ProgramPart): Promise<PartResult> => {
        const result = await one(part, part.single ? Mode.single : Mode.keep, part.check ? 'all' : 'nothing');
        if (result.reason === 'raised') {
            const ask = ASK.replace('NAME', pythonText(part.filename));
            const answer = await quietly(`__import__('builtins').exec(${pythonText(ask)}, {})`);
            const error = parseAnswer(answer.stdout);
            if (error)
                result.error = error;
        }
        return result;
    };

    for (const part of spec.before ?? []) {
        const { reason } = await one(part, Mode.keep, part.mayFail ? 'all' : 'stdout');
        if (reason === 'stopped' || reason === 'limit' || (reason === 'raised' && !part.mayFail))
            return { reason: reason === 'stopped' ? 'stopped' : 'raised' };
    }
    if (!spec.after) {
        core.start(Mode.exec, program.filename, program.source);
        engine.programStarts();
        return { reason: await engine.loop() };
    }
    const first = await complete(program);
    const parts = [first];
    let last = first;
    for (const part of spec.after) {
        if (last.reason === 'stopped' || last.reason === 'limit') {
            parts.push({ reason: 'skipped', exitCode: last.exitCode, stdout: '', stderr: '' });
            continue;
        }
        if (part.check)
            await quietly(`__source__, __output__ = ${pythonText(spec.source)}, ${pythonText(first.stdout)}`);
        if (part.single && spec.prompts)
            engine.show(asTyped(part.source));
        last = await complete(part);
        parts.push(last);
    }
    const stopped = parts.some((part) => part.reason === 'stopped');
    return { reason: stopped ? 'stopped' : first.reason === 'limit' ? 'raised' : first.reason as EndReason, parts };
}
