/**
 * lesson.ts - proves what one lesson claims, in one language: outputs, exceptions, sessions, exercises, predictions, limits.
 *
 * Every claim is one line of the report, whether it holds or not. Programs that two languages or two claims share run once.
 */
import type { PartResult } from '../engine/parts';
import { exerciseData, filenameOf, filesOf, inputOf, limitsOf, partsBefore } from '../lessons/data';
import type { CodeBlock, Exercise, FrozenView, Lesson, OutputBlock } from '../lessons/model';
import { parseSession, sameAnswer } from '../lessons/session';
import { difference, matches } from './compare';
import { checkParts, judge, type Told, type Verdict } from './exercise';
import type { LessonProgram, Machine, Outcome, VivariumMachine } from './machine';
import { atMoment } from './moment';
import type { Claim } from './types';

/** Runs each program once. */
export class Runs {
    private readonly known = new Map<string, Promise<Outcome>>();

    constructor(readonly machine: Machine) {}

    of(program: LessonProgram): Promise<Outcome> {
        const key = JSON.stringify(program);
        let outcome = this.known.get(key);
        if (!outcome)
            this.known.set(key, outcome = this.machine.run(program).catch((error) => broken(program, error)));
        return outcome;
    }
}

/** The outcome of a program that broke the machine: the core found a defect of its own. */
function broken(program: LessonProgram, error: unknown): Outcome {
    const stderr = `internal error: ${error instanceof Error ? error.message : String(error)}\n`;
    const part: PartResult = { reason: 'raised', exitCode: ABORTED, stdout: '', stderr };
    return {
        stdout: '', stderr, exitCode: ABORTED, limit: false, dropped: 0,
        ...(program.after ? { parts: [part, ...program.after.map((): PartResult => ({ ...part, reason: 'skipped' }))] } : {}),
    };
}

/** 128 + SIGABRT, as a shell has it. */
const ABORTED = 134;
const TRACEBACK = 'Traceback (most recent call last):';
const DEFAULT_SEED = 1;
const EMPTY: ReadonlyMap<string, string> = new Map();

export interface LessonCheck {
    lesson: Lesson;
    /** Of the lesson's folder. */
    files?: ReadonlyMap<string, string>;
    runs: Runs;
    /** The Python that Vivarium must agree with. */
    oracle?: Runs;
}

export function programOf({ lesson, files }: Pick<LessonCheck, 'lesson' | 'files'>, block: CodeBlock): LessonProgram {
    const limits = limitsOf(lesson);
    const stdin = inputOf(lesson, block);
    const { raises } = block.info.keys;
    const session = block.role === 'repl' ? parseSession(block.source) ?? [] : undefined;
    return {
        source: session ? '' : block.source, filename: filenameOf(block), before: partsBefore(lesson, block),
        ...(stdin === undefined ? {} : { stdin }),
        files: filesOf(lesson, files ?? EMPTY),
        limits: { maxInstructions: limits.instructions, maxMemory: limits.heap_mb * 2 ** 20 },
        maxOutput: limits.output_kb * 1024, seed: lesson.matter.seed ?? DEFAULT_SEED,
        ...(session ? { after: session.map(({ source }) => ({ source, filename: '<stdin>', single: true })) } : {}),
        // The kind of an exception is asked of the program itself.
        ...(raises ? { after: [] } : {}),
    };
}

/** What the page shows of a run that the lesson quotes: output, and the traceback if the lesson quotes one. */
export function shown(outcome: Outcome, expected: string): string {
    const text = expected.includes(TRACEBACK) ? outcome.stdout + outcome.stderr : outcome.stdout;
    return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** It has no end of its own. */
function endless(outcome: Outcome): boolean {
    return outcome.limit || outcome.stuck === true;
}

/** What a program and its checks gave when what runs them broke, or a set-up failed, before any of them. */
function nothingRan({ exitCode, stdout, stderr }: Outcome, checks: number): PartResult[] {
    const skipped: PartResult = { reason: 'skipped', exitCode: 0, stdout: '', stderr: '' };
    return [{ reason: 'raised', exitCode: exitCode || 1, stdout, stderr }, ...Array<PartResult>(checks).fill(skipped)];
}

function lastLine(text: string): string {
    return text.trimEnd().split('\n').pop() ?? '';
}

/** The line of `filename` that the traceback in `text` names last. */
function lineIn(text: string, filename: string): number {
    const lines = [...text.matchAll(/^ {2}File "([^"]+)", line (\d+)/gm)].filter(([, name]) => name?.endsWith(filename));
    return Number(lines[lines.length - 1]?.[2] ?? 0);
}

class Checker {
    readonly claims: Claim[] = [];

    constructor(private readonly check: LessonCheck) {}

    claim(what: string, line: number, message?: string, detail: string[] = []): void {
        const file = this.check.lesson.file;
        this.claims.push({ what, file, line, ...(message === undefined ? {} : { failure: { message, detail } }) });
    }

    async all(): Promise<Claim[]> {
        const { lesson } = this.check;
        for (const block of lesson.blocks) {
            const puzzle = lesson.parsons.some((each) => each.solution === block);
            if (block.owner === undefined ? ['run', 'step'].includes(block.role) : puzzle)
                await this.block(block);
            else if (block.role === 'repl')
                await this.session(block);
        }
        for (const prediction of lesson.predictions)
            await this.prediction(prediction);
        for (const view of lesson.views)
            await this.view(view);
        for (const exercise of lesson.exercises)
            await this.exercise(exercise);
        return this.claims;
    }

    /** What is wrong with how a program ended, if anything. */
    private ending(outcome: Outcome, block: CodeBlock): { message: string; line: number; detail: string[] } | undefined {
        const limits = limitsOf(this.check.lesson);
        const { raises } = block.info.keys;
        const at = (message: string, detail: string[] = []): { message: string; line: number; detail: string[] } =>
            ({ message, detail, line: block.line + lineIn(outcome.stderr, filenameOf(block)) });
        const traceback = outcome.stderr.trimEnd().split('\n').map((line) => `  ${line}`);
        if (outcome.limit)
            return at(`block "${block.id}" exceeds its limit of ${limits.instructions} instructions (limits: {instructions: N})`);
        if (outcome.stuck)
            return at(`block "${block.id}" waits for something that can no longer happen`);
        if (outcome.dropped > 0)
            return at(`block "${block.id}" prints more than its limit of ${limits.output_kb} KB (limits: {output_kb: N})`);
        const error = outcome.parts?.[0]?.error;
        if (raises !== undefined) {
            if (error?.type === raises || error?.types[0] === raises)
                return undefined;
            if (raises === 'SystemExit' && outcome.exitCode !== 0)
                return undefined;
            return at(`block "${block.id}" must raise ${raises}, ${error ? `but raises ${error.type}` : 'but runs to its end'}`, error ? traceback : []);
        }
        if (outcome.exitCode === 0)
            return undefined;
        if (/^MemoryError/m.test(lastLine(outcome.stderr)))
            return at(`block "${block.id}" exceeds its limit of ${limits.heap_mb} MB (limits: {heap_mb: N})`, traceback);
        const why = lastLine(outcome.stderr) || `exit code ${outcome.exitCode}`;
        return at(`block "${block.id}" fails: ${why} (raises=${/^\w+/.exec(why)?.[0] ?? 'NAME'} says that it should)`, traceback);
    }

    private async block(block: CodeBlock): Promise<void> {
        const { lesson, runs, oracle } = this.check;
        const program = programOf(this.check, block);
        const outcome = await runs.of(program);
        const expected = lesson.outputs.find((each) => each.for === block.id);
        const ending = this.ending(outcome, block);
        if (ending && !(expected && ending.detail.length > 0 && expected.text.includes(TRACEBACK))) {
            this.claim(`block "${block.id}" runs`, ending.line, ending.message, ending.detail);
            return;
        }
        if (expected)
            this.output(block, expected, shown(outcome, expected.text), this.check.runs.machine.name);
        else
            this.claim(`block "${block.id}" runs`, block.line);
        if (!oracle || block.info.keys.impl === 'vivarium')
            return;
        const other = await oracle.of(program);
        const otherEnding = this.ending(other, block);
        const quoted = expected?.text ?? '';
        const mine = shown(outcome, quoted);
        const theirs = shown(other, quoted);
        const what = `block "${block.id}" is the same under ${oracle.machine.name}`;
        if (otherEnding && !quoted.includes(TRACEBACK))
            this.claim(what, otherEnding.line, `under ${oracle.machine.name}: ${otherEnding.message}`, otherEnding.detail);
        else if (expected && expected.match !== 'exact')
            this.output(block, expected, theirs, oracle.machine.name);
        else
            this.claim(what, block.line, mine === theirs ? undefined
                : `block "${block.id}" prints other text under ${oracle.machine.name} (+) than under ${runs.machine.name} (-)`,
            difference(mine, theirs));
    }

    private output(block: CodeBlock, expected: OutputBlock, actual: string, machine: string): void {
        const what = `block "${block.id}" prints its output (${machine})`;
        let same: boolean;
        try {
            same = matches(expected.text, actual, expected.match);
        } catch (error) {
            this.claim(what, expected.line, `the output is no regular expression: ${(error as Error).message}`);
            return;
        }
        const under = machine === this.check.runs.machine.name ? '' : `, under ${machine}`;
        this.claim(what, expected.line, same ? undefined : `block "${block.id}" prints (+) what its output does not say (-)${under}`,
            difference(expected.text, actual));
    }

    private async session(block: CodeBlock): Promise<void> {
        const { runs, oracle } = this.check;
        const exchanges = parseSession(block.source) ?? [];
        for (const each of [runs, oracle]) {
            if (!each || (each === oracle && block.info.keys.impl === 'vivarium'))
                continue;
            const program = programOf(this.check, block);
            const what = `session "${block.id}" (${each.machine.name})`;
            if (endless(await runs.of(program))) {
                this.claim(what, block.line, `session "${block.id}" exceeds its limit of instructions, or waits for ever`);
                continue;
            }
            const { parts = [] } = await each.of(program);
            const wrong = exchanges.findIndex(({ expected }, i) => !sameAnswer(expected, answerOf(parts[i + 1])));
            if (wrong < 0) {
                this.claim(what, block.line);
                continue;
            }
            const { expected, line, source } = exchanges[wrong]!;
            this.claim(what, block.line + 1 + line,
                `session "${block.id}": the answer (+) to "${source.trim().split('\n')[0]}" is not what it says (-)${each === oracle ? `, under ${each.machine.name}` : ''}`,
                difference(expected, answerOf(parts[wrong + 1])));
        }
    }

    private async prediction(prediction: Lesson['predictions'][number]): Promise<void> {
        const block = this.check.lesson.blocks.find((each) => each.id === prediction.of);
        const right = prediction.options.find((option) => option.right);
        if (!block || !right)
            return; // the parser has said so
        const what = `prediction "${prediction.id}"`;
        const printed = (await this.check.runs.of(programOf(this.check, block))).stdout.trim();
        const same = (text: string): boolean => text.trim() === printed;
        const twin = prediction.options.find((option) => !option.right && option.text.trim() === right.text.trim());
        if (!same(right.text))
            this.claim(what, right.line, `the answer marked [x] is not what block "${block.id}" prints`, difference(right.text, printed));
        else if (twin)
            this.claim(what, twin.line, 'this answer has the text of the one marked [x]');
        else
            this.claim(what, prediction.line);
    }

    private async view(view: FrozenView): Promise<void> {
        const { runs: { machine }, lesson, files } = this.check;
        // Without such a block, the parser has said so.
        if (!machine.moment || !lesson.blocks.some((block) => block.id === view.of && ['run', 'step'].includes(block.role)))
            return;
        const what = `view of "${view.of}" ${view.step === undefined ? 'at its end' : `at step ${view.step}`}`;
        const found = await atMoment(machine as VivariumMachine, lesson, files ?? EMPTY, view, (ask) => ask('stop'));
        this.claim(what, view.line, 'problem' in found ? found.problem : undefined);
    }

    private async exercise(exercise: Exercise): Promise<void> {
        const { runs, oracle, lesson } = this.check;
        const data = exerciseData(exercise, lesson.matter);
        for (const each of [runs, oracle]) {
            const vivarium = exercise.solution.info.keys.impl === 'vivarium' || exercise.starter.info.keys.impl === 'vivarium';
            if (!each || (each === oracle && vivarium))
                continue;
            const under = each === oracle ? ` under ${each.machine.name}` : '';
            const judged = async (block: CodeBlock): Promise<{ verdict: Verdict; outcome: Outcome } | undefined> => {
                const program = { ...programOf(this.check, { ...block, role: 'run' }), after: checkParts(data) };
                // Only what ends is given to the other Python, which has no limits.
                if (each === oracle && endless(await runs.of(program)))
                    return undefined;
                const outcome = await each.of(program);
                return { verdict: judge(data, outcome.parts ?? nothingRan(outcome, data.checks.length)), outcome };
            };
            const starter = await judged(exercise.starter);
            if (starter)
                this.claim(`exercise "${exercise.id}": the starter fails its checks${under}`, exercise.starter.line,
                    starter.verdict.ok ? `exercise "${exercise.id}": the starter already passes all checks${under}` : undefined);
            const solution = await judged(exercise.solution);
            if (solution)
                this.solution(exercise, solution.verdict, solution.outcome.parts ?? [], under);
            for (const [i, mistake] of exercise.mistakes.entries()) {
                const result = await judged(mistake);
                if (result)
                    this.mistake(exercise, i, result.verdict, under);
            }
        }
    }

    private solution(exercise: Exercise, verdict: Verdict, parts: readonly PartResult[], under: string): void {
        const what = `exercise "${exercise.id}": the solution passes${under}`;
        if (verdict.ok) {
            this.claim(what, exercise.solution.line);
            return;
        }
        const failed = verdict.checks.find((check) => check.ok === false);
        const program = parts[0];
        if (program?.reason === 'raised' || !failed) {
            const detail = program?.stderr.trimEnd().split('\n').map((line) => `  ${line}`) ?? [];
            this.claim(what, exercise.solution.line + (program?.error?.line ?? 0),
                `exercise "${exercise.id}": the solution fails${under}: ${tell(verdict.message)}`, detail);
            return;
        }
        const block = exercise.checks[failed.index]!;
        const result = parts[failed.index + 1];
        this.claim(what, block.line + (result?.error?.line ?? 0),
            `exercise "${exercise.id}": the solution fails this ${failed.secret ? 'secret ' : ''}check${under}: ${tell(failed.told)}`,
            result?.stderr.trimEnd().split('\n').map((line) => `  ${line}`) ?? []);
    }

    private mistake(exercise: Exercise, index: number, verdict: Verdict, under: string): void {
        const mistake = exercise.mistakes[index]!;
        const what = `exercise "${exercise.id}": mistake ${index + 1} shows #${mistake.message}${under}`;
        const told = verdict.message;
        if (verdict.ok)
            this.claim(what, mistake.line, `exercise "${exercise.id}": the mistake passes all checks${under}, so #${mistake.message} is never shown`);
        else if (told?.kind === 'message' && told.id === mistake.message)
            this.claim(what, mistake.line);
        else
            this.claim(what, mistake.line, `exercise "${exercise.id}": the mistake must show #${mistake.message}, but shows ${tell(told)}${under}`);
    }
}

export function answerOf(part: PartResult | undefined): string {
    return part ? part.stdout + part.stderr : '';
}

function tell(told: Told | undefined): string {
    switch (told?.kind) {
    case 'message':
        return `#${told.id}`;
    case 'text':
        return `"${told.text}"`;
    case 'error':
        return told.text;
    case 'limit':
        return 'that it runs for too long';
    default:
        return 'nothing';
    }
}

export function checkLesson(check: LessonCheck): Promise<Claim[]> {
    return new Checker(check).all();
}
