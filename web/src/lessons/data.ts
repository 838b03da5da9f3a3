/**
 * data.ts - what the page's script needs of a lesson beside its HTML; plain data, in the page as JSON.
 */
import type { CodeBlock, Exercise, Lesson, Parsons } from './model';
import { DEFAULT_LIMITS } from './schema';

export interface PartData {
    source: string;
    filename: string;
    mayFail?: boolean;
}

/** How a block runs: in the page as in the headless runner. */
export interface BlockData {
    source: string;
    role: CodeBlock['role'];
    /** As tracebacks call it. */
    filename: string;
    /** Set-up and the earlier blocks of a shared program: `ProgramSpec.before`. */
    before: PartData[];
    /** Given to standard input. */
    stdin?: string;
    views: string[];
    breakpoints: number[];
    watch?: string;
    /** Lines that the author points at. */
    mark: number[];
    /** Lines that are folded away in the editor (`hidelines`). */
    hidden?: readonly number[];
    raises?: string;
    readonly: boolean;
    autorun: boolean;
    env?: string;
}

export interface LessonData {
    blocks: Record<string, BlockData>;
    /** `ProgramSpec.limits` of what is checked. */
    limits: { maxInstructions: number; maxMemory: number };
    /** Of what is run to be looked at: there, Stop ends what the lesson sets no limit to. */
    runLimits: { maxInstructions?: number; maxMemory: number };
    /** Bytes a program may print, if the lesson says so. */
    maxOutput?: number;
    clock: 'virtual' | 'real';
    seed?: number;
    mode: 'run' | 'step' | 'repl';
    views: string[];
    /** Path below the working folder -> text: what the programs find there. */
    files: Record<string, string>;
}

/** `1,3-5` as numbers. */
function lineNumbers(text: string | undefined): number[] {
    return (text?.split(',') ?? []).flatMap((part) => {
        const [from, to] = part.split('-').map(Number) as [number, number?];
        return Array.from({ length: (to ?? from) - from + 1 }, (_, i) => from + i);
    });
}

/** What is typed into the program: `\n` in a fence's key ends a line, each text of the front matter is a line. */
export function inputOf(lesson: Lesson, block: CodeBlock): string | undefined {
    const own = block.info.keys.stdin;
    if (own !== undefined)
        return `${own.replaceAll('\\n', '\n')}\n`;
    const lines = lesson.matter.stdin;
    return lines === undefined ? undefined : lines.map((line) => `${line}\n`).join('');
}

export const MAIN = 'main.py';

/** What runs before `block`: the lesson's set-up, that of its shared program, and that program's earlier blocks. */
export function partsBefore(lesson: Lesson, block: CodeBlock): PartData[] {
    const { env } = block.info.keys;
    const parts: PartData[] = [];
    for (const each of lesson.blocks) {
        if (each.role === 'setup' && (each.info.keys.env === undefined || each.info.keys.env === env))
            parts.push({ source: each.source, filename: '<setup>' });
    }
    if (env === undefined)
        return parts;
    for (const each of lesson.blocks) {
        if (each === block)
            break;
        if (each.info.keys.env === env && (each.role === 'run' || each.role === 'step'))
            parts.push({ source: each.source, filename: filenameOf(each), ...(each.info.keys.raises ? { mayFail: true } : {}) });
    }
    return parts;
}

export function filenameOf(block: CodeBlock): string {
    return block.info.keys.file ?? MAIN;
}

export function limitsOf(lesson: Lesson): { instructions: number; heap_mb: number; output_kb: number } {
    return { ...DEFAULT_LIMITS, ...lesson.matter.limits };
}

function blockData(lesson: Lesson, block: CodeBlock): BlockData {
    const { keys, flags } = block.info;
    const stdin = inputOf(lesson, block);
    return {
        source: block.source, role: block.role, filename: filenameOf(block), before: partsBefore(lesson, block),
        views: keys.views?.split(',').map((name) => name.trim()) ?? [],
        breakpoints: lineNumbers(keys.break), mark: lineNumbers(keys.mark),
        readonly: flags.includes('readonly'), autorun: flags.includes('autorun'),
        ...(stdin === undefined ? {} : { stdin }), ...(keys.watch ? { watch: keys.watch } : {}),
        ...(block.hidden ? { hidden: block.hidden } : {}),
        ...(keys.raises ? { raises: keys.raises } : {}), ...(keys.env ? { env: keys.env } : {}),
    };
}

/** The lesson's own files and those that its blocks are (`file=`). */
export function filesOf(lesson: Lesson, folder: ReadonlyMap<string, string>): Record<string, string> {
    const files = Object.fromEntries(folder);
    for (const block of lesson.blocks.filter((each) => each.info.keys.file !== undefined))
        files[block.info.keys.file!] = block.source;
    return files;
}

export function lessonData(lesson: Lesson, folder: ReadonlyMap<string, string> = new Map()): LessonData {
    const limits = limitsOf(lesson);
    const own = lesson.matter.limits;
    const maxMemory = limits.heap_mb * 2 ** 20;
    const shown = lesson.blocks.filter((block) => ['run', 'step', 'repl', 'static', 'starter'].includes(block.role));
    return {
        blocks: Object.fromEntries(shown.map((block) => [block.id, blockData(lesson, block)])),
        limits: { maxInstructions: limits.instructions, maxMemory },
        runLimits: { maxMemory, ...(own?.instructions === undefined ? {} : { maxInstructions: limits.instructions }) },
        ...(own?.output_kb === undefined ? {} : { maxOutput: limits.output_kb * 1024 }),
        clock: lesson.matter.clock ?? 'real',
        ...(lesson.matter.seed === undefined ? {} : { seed: lesson.matter.seed }),
        mode: lesson.matter.mode ?? 'run',
        views: lesson.matter.views ?? [],
        files: filesOf(lesson, folder),
    };
}

/** Of an exercise, what its checks and its verdict need (src/check/exercise.ts). */
export interface ExerciseData {
    id: string;
    checks: Array<{ source: string; secret: boolean }>;
    messages: Array<{ id: string; on?: string }>;
    solution: string;
    attempts?: number;
    reveal: 'never' | 'after-attempts' | 'always';
}

export function exerciseData(exercise: Exercise, matter: Lesson['matter']): ExerciseData {
    const attempts = exercise.attempts ?? matter.attempts;
    return {
        id: exercise.id,
        checks: exercise.checks.map((block) => ({ source: block.source, secret: block.role === 'secret' })),
        messages: exercise.messages.map(({ id, on }) => (on === undefined ? { id } : { id, on })),
        solution: exercise.solution.source,
        ...(attempts === undefined ? {} : { attempts }),
        reveal: matter.reveal ?? 'after-attempts',
    };
}

export function parsonsData(puzzle: Parsons): { lines: string[]; distractors: string[] } {
    return { lines: puzzle.lines, distractors: puzzle.distractors };
}

/** JSON that may stand inside a `script` element. */
export function jsonForScript(value: unknown): string {
    return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
