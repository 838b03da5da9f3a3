/**
 * exercise.ts - how an exercise is judged, in the page and in the headless runner alike. No DOM, no Node.
 *
 *     const result = await run({ source: learnersText, after: checkParts(exercise) });   // ProgramSpec, RunResult
 *     const verdict = judge(exercise, result.parts!);
 *     verdict.ok, verdict.message, verdict.checks[i].ok
 */
import type { PartResult, ProgramPart, RaisedError } from '../engine/parts';
import type { ExerciseData } from '../lessons/data';

/** What is told to the learner. */
export type Told =
    /** A `::: message #id` of the exercise. */
    | { kind: 'message'; id: string }
    /** Words of the check's author, or the source line of an assert that has none. */
    | { kind: 'text'; text: string }
    /** The last line of a traceback. */
    | { kind: 'error'; type: string; text: string }
    /** The program, or a check of it, ran for too long. */
    | { kind: 'limit' };

export interface CheckVerdict {
    index: number;
    secret: boolean;
    /** Undefined: it was not run. */
    ok?: boolean;
    told?: Told;
}

export interface Verdict {
    ok: boolean;
    /** The program was stopped, so nothing is known. */
    stopped: boolean;
    checks: CheckVerdict[];
    /** The one thing to say. Absent when all is well, or stopped. */
    message?: Told;
}

/** What runs after the learner's program, in its namespace. */
export function checkParts(exercise: Pick<ExerciseData, 'checks'>): ProgramPart[] {
    return exercise.checks.map((check, i) => ({ source: check.source, filename: `<check ${i + 1}>`, check: true }));
}

function messageOn(exercise: Pick<ExerciseData, 'messages'>, error: RaisedError | undefined): Told | undefined {
    // The nearest base that has a message: NameError before Exception.
    for (const type of error?.types ?? []) {
        const found = exercise.messages.find((message) => message.on === type);
        if (found)
            return { kind: 'message', id: found.id };
    }
    return undefined;
}

function lastLine(result: PartResult): Told {
    const { error } = result;
    if (!error)
        return { kind: 'text', text: result.stderr.trim().split('\n').pop() || `exit code ${result.exitCode}` };
    return { kind: 'error', type: error.type, text: error.message ? `${error.type}: ${error.message}` : error.type };
}

/** What a failed check says itself. */
function explicit(exercise: Pick<ExerciseData, 'messages'>, source: string, result: PartResult): Told | undefined {
    const { error } = result;
    if (error?.type !== 'AssertionError')
        return undefined;
    if (error.argument?.startsWith('#')) {
        const id = error.argument.slice(1);
        if (exercise.messages.some((message) => message.id === id))
            return { kind: 'message', id };
    }
    const text = error.argument ?? error.message;
    if (text)
        return { kind: 'text', text };
    const line = source.split('\n')[(error.line ?? 1) - 1]?.trim();
    return { kind: 'text', text: line || 'AssertionError' };
}

const bad = (result: PartResult): boolean => result.reason === 'raised' || (result.reason === 'done' && result.exitCode !== 0);

/** `parts` is what `ProgramSpec.after = checkParts(exercise)` gave: the program's result, then one of each check. */
export function judge(exercise: Pick<ExerciseData, 'checks' | 'messages'>, parts: readonly PartResult[]): Verdict {
    const program = parts[0]!;
    const results = parts.slice(1);
    const own = exercise.checks.map(({ source }, i) => explicit(exercise, source, results[i]!));
    const checks = exercise.checks.map(({ secret }, index): CheckVerdict => {
        const result = results[index]!;
        if (result.reason === 'skipped' || result.reason === 'stopped')
            return { index, secret };
        if (result.reason === 'limit')
            return { index, secret, ok: false, told: { kind: 'limit' } };
        if (!bad(result))
            return { index, secret, ok: true };
        return { index, secret, ok: false, told: own[index] ?? messageOn(exercise, result.error) ?? lastLine(result) };
    });
    const stopped = parts.some((part) => part.reason === 'stopped');
    const failed = bad(program) && program.reason === 'raised';
    const ok = !stopped && !failed && program.reason !== 'limit' && checks.every((check) => check.ok === true);
    if (ok || stopped)
        return { ok, stopped, checks };
    const ofProgram = failed ? messageOn(exercise, program.error) ?? lastLine(program) : undefined;
    const unreadable = program.error?.types.includes('SyntaxError');
    const message: Told = (unreadable ? ofProgram : undefined)
        ?? (program.reason === 'limit' ? { kind: 'limit' } : undefined)
        // The names that a failed program lacks fail its checks too: of those, only their own words count before its error.
        ?? (failed ? own.find((told) => told !== undefined) : undefined)
        ?? ofProgram
        ?? checks.find(({ ok: passed, told }, i) => passed === false && (own[i] !== undefined || told?.kind === 'message'))?.told
        ?? checks.find((check) => check.ok === false)?.told
        ?? { kind: 'text', text: '' };
    return { ok, stopped, checks, message };
}
