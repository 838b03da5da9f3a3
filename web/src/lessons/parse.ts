/**
 * parse.ts - a lesson file as a model (model.ts): front matter, blocks of code, directives, and the markdown tokens to draw.
 *
 * The canonical (English) file stands alone; a translation is parsed with the canonical lesson beside it, and a fence
 * with a known `id` and an empty body takes that lesson's body. Problems are collected, with the line in the file.
 */
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { type Choice, readChoice } from './choices';
import { type DirectiveMeta, directiveRule } from './directive';
import { buildExercise, type ExerciseDraft } from './exercises';
import { parseMatter, splitFrontMatter } from './frontmatter';
import { checkInfo, type Info, parseInfo } from './info';
import type {
    CodeBlock, Exercise, FenceMeta, FrozenView, Lesson, Option, OptionMeta, OutputBlock, Parsons, Prediction, Quiz, Reference,
} from './model';
import { unknownWord } from './nearest';
import { buildParsons } from './puzzles';
import type { Problem } from './problem';
import {
    DIRECTIVES, EXERCISE_ROLES, FRONT_MATTER, OUTPUT_KEYS, PYTHON_KEYS, PYTHON_ROLES, type PythonRole, TEXT_ROLES,
    type ValueKind, VIEWS,
} from './schema';
import { shownSource, splitHidden } from './hidden';
import { parseSession } from './session';
import { slugs } from './slug';

export type * from './model';

export interface ParseOptions {
    file: string;
    language: string;
    canonical?: Lesson;
    /** What its chapter and course say of `hidelines`. */
    hidelines?: string;
}

/** A directive whose end has not come yet. */
interface Open {
    meta: DirectiveMeta;
    line: number;
    exercise?: ExerciseDraft;
    options?: Option[];
    solution?: CodeBlock;
}

export function createMarkdown(): MarkdownIt {
    // No raw HTML: what a lesson says is text. Links with script addresses are refused by markdown-it itself.
    const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
    md.use(directiveRule);
    return md;
}

/** True for addresses that a lesson may point to: the web, mail, and its own site. */
function isAllowedLink(address: string): boolean {
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(address.trim());
    return scheme === null || ['http', 'https', 'mailto'].includes(scheme[1]!.toLowerCase());
}

class LessonParser {
    private readonly problems: Problem[] = [];
    private readonly blocks: CodeBlock[] = [];
    private readonly outputs: OutputBlock[] = [];
    private readonly predictions: Prediction[] = [];
    private readonly quizzes: Quiz[] = [];
    private readonly parsons: Parsons[] = [];
    private readonly drafts: ExerciseDraft[] = [];
    private readonly references: Reference[] = [];
    private readonly views: FrozenView[] = [];
    private readonly anchors = new Map<string, number>();
    private readonly stack: Open[] = [];
    private readonly canonical: Lesson | undefined;
    private offset = 0;
    private numbered = 0;
    private hidelines: string | undefined;

    constructor(private readonly options: ParseOptions) {
        this.canonical = options.canonical;
    }

    parse(text: string): Lesson {
        const { file, language } = this.options;
        const { yaml, body, bodyOffset } = splitFrontMatter(text);
        const matter = parseMatter(yaml, FRONT_MATTER, file, 2, this.problems);
        if (matter.title === undefined)
            this.report(1, bodyOffset === 0 ? 'the file must begin with front matter: "---", "title: ...", "---"'
                : 'the front matter needs a "title"');
        if (matter.source !== undefined && !this.canonical)
            this.report(1, '"source" belongs to translations only');
        for (const view of (matter.views ?? []).filter((name) => !(VIEWS as readonly string[]).includes(name)))
            this.report(1, unknownWord('view', view, VIEWS));
        this.offset = bodyOffset + 1;
        const { hidelines = this.canonical?.matter.hidelines ?? this.options.hidelines } = matter;
        if (hidelines === '')
            this.report(1, '"hidelines" needs a text: every line begins with none');
        this.hidelines = hidelines || undefined;

        const md = createMarkdown();
        const source = md.parse(body, {});
        const tokens: Token[] = [];
        const slug = slugs();
        for (let i = 0; i < source.length; i++) {
            const token = source[i]!;
            if (token.type === 'list_item_open') {
                // The tokens of an answer come with marks for the renderer.
                const choice = this.choice(source, i);
                if (choice)
                    source.splice(i, choice.before, ...choice.tokens);
            }
            if (token.type === 'heading_open') {
                const id = slug(source[i + 1]!.content);
                token.attrSet('id', id);
                if (!this.anchors.has(id))
                    this.anchors.set(id, this.lineOf(token));
            }
            this.visit(token);
            tokens.push(token);
        }
        const exercises: Exercise[] = [];
        for (const draft of this.drafts) {
            const exercise = buildExercise(draft, this.canonical?.exercises.find((each) => each.id === draft.id),
                (line, message) => this.report(line, message));
            if (!exercise)
                continue;
            exercises.push(exercise);
            for (const block of [exercise.starter, exercise.solution, ...exercise.checks, ...exercise.mistakes]) {
                if (!this.blocks.includes(block))
                    this.blocks.push(block);
            }
        }
        this.checkReferences();
        this.problems.sort((a, b) => a.line - b.line);
        return {
            file, language,
            matter: this.canonical ? { ...this.canonical.matter, ...matter } : matter,
            blocks: this.blocks, outputs: this.outputs, predictions: this.predictions, quizzes: this.quizzes, exercises,
            parsons: this.parsons, views: this.views, references: this.references, anchors: this.anchors, tokens, problems: this.problems,
        };
    }

    private report(line: number, message: string): void {
        this.problems.push({ file: this.options.file, line, message });
    }

    private lineOf(token: Token): number {
        return (token.map?.[0] ?? 0) + this.offset;
    }

    private inside(name: string): Open | undefined {
        return this.stack.find((open) => open.meta.name === name);
    }

    private visit(token: Token): void {
        if (token.type === 'fence')
            this.fence(token);
        else if (token.type === 'directive_open')
            this.open(token);
        else if (token.type === 'directive_close')
            this.close();
        else if (token.type === 'inline' && /^:{3,}/m.test(token.content))
            this.report(this.lineOf(token), 'a line of colons that closes nothing: a directive ends at exactly as many colons '
                + 'as it began with, and what holds another one needs more');
        for (const child of token.children ?? []) {
            const address = child.attrGet('href') ?? child.attrGet('src');
            if (address === null)
                continue;
            if (!isAllowedLink(address))
                this.report(this.lineOf(token), `the address "${address}" is not allowed in a lesson`);
            else
                this.references.push({ address, image: child.type === 'image', line: this.lineOf(token) });
            if (child.type === 'image' && child.content.trim() === '')
                this.report(this.lineOf(token), `the image "${address}" needs a text for those who cannot see it: ![text](…)`);
        }
    }

    private complain(line: number, info: Info, schema: Record<string, ValueKind>): void {
        for (const message of checkInfo(info, schema))
            this.report(line, message);
    }

    private claim(id: string, line: number): void {
        const taken = this.anchors.get(id);
        if (taken !== undefined)
            this.report(line, `the id "${id}" is already used in line ${taken}`);
        else
            this.anchors.set(id, line);
    }

    private fence(token: Token): void {
        const info = parseInfo(token.info);
        const [language = '', second] = info.words;
        const line = this.lineOf(token);
        if (language === 'python') {
            this.python(token, info, second, line);
            return;
        }
        token.meta = { kind: 'other', language, id: '' } satisfies FenceMeta;
        if (second === 'output')
            this.output(token, info, line);
        else if (language === 'text' && second !== undefined)
            this.report(line, unknownWord('kind of text block', second, TEXT_ROLES));
        else if (second !== undefined && (PYTHON_ROLES as readonly string[]).includes(second))
            this.report(line, unknownWord('language of a block with a role,', language, ['python']));
    }

    private role(info: Info, second: string | undefined, line: number): PythonRole | undefined {
        // `python readonly` has no role: the word is a flag.
        if (second === undefined)
            return undefined;
        if ((PYTHON_KEYS as Record<string, ValueKind>)[second] === 'flag') {
            info.flags.unshift(second);
            return undefined;
        }
        if ((PYTHON_ROLES as readonly string[]).includes(second))
            return second as PythonRole;
        this.report(line, unknownWord('kind of Python block', second, PYTHON_ROLES));
        return undefined;
    }

    private python(token: Token, info: Info, second: string | undefined, line: number): void {
        const given = this.role(info, second, line);
        this.complain(line, info, PYTHON_KEYS);
        const role = given ?? 'run';
        const puzzle = this.inside('parsons');
        const belongs = EXERCISE_ROLES.includes(role) && !(puzzle && role === 'solution');
        const draft = belongs ? this.draftFor(info, role, line) : undefined;
        if (info.keys.message !== undefined && role !== 'mistake')
            this.report(line, '"message" belongs to "python mistake"');

        const named = info.keys.id !== undefined;
        const id = info.keys.id ?? (draft ? draft.name(role) : puzzle ? `${puzzle.meta.id}-lines` : `block-${++this.numbered}`);
        this.claim(id, line);
        const block: CodeBlock = { id, role, ...splitHidden(token.content, this.hidelines), info, line, named };
        if (block.source.trim() === '')
            this.inherit(block, given === undefined, draft);
        token.content = shownSource(block);
        if (draft) {
            block.owner = draft.id;
            draft.blocks.push(block);
        } else if (puzzle && role === 'solution') {
            block.owner = puzzle.meta.id!;
            if (puzzle.solution)
                this.report(line, `the puzzle already has its lines, in line ${puzzle.solution.line}`);
            puzzle.solution = block;
        }
        token.meta = { kind: 'python', language: 'python', id, role: block.role, owner: block.owner } satisfies FenceMeta;
        this.blocks.push(block);
        this.checkBlock(block);
    }

    /** The exercise that a fence of `role` belongs to. */
    private draftFor(info: Info, role: PythonRole, line: number): ExerciseDraft | undefined {
        const around = this.inside('exercise')?.exercise;
        const wanted = info.keys.for;
        const draft = wanted === undefined ? around : this.drafts.find((each) => each.id === wanted);
        if (!draft)
            this.report(line, wanted === undefined
                ? `"python ${role}" belongs inside "::: exercise", or names one by for=`
                : unknownWord('exercise', wanted, this.drafts.map((each) => each.id)));
        return draft;
    }

    /** An empty fence of a translation takes what the original has at its place. */
    private inherit(block: CodeBlock, anyRole: boolean, draft: ExerciseDraft | undefined): void {
        if (!this.canonical) {
            this.report(block.line, 'an empty block of code');
            return;
        }
        let from = this.canonical.blocks.find((each) => each.id === block.id);
        if (!from && draft) {
            const place = draft.blocks.filter((each) => each.role === block.role).length;
            from = this.canonical.blocks.filter((each) => each.owner === draft.id && each.role === block.role)[place];
        }
        if (!from) {
            this.report(block.line, unknownWord('block', block.id, this.canonical.blocks.map((each) => each.id)));
            return;
        }
        block.source = from.source;
        block.hidden = from.hidden;
        block.info = { ...block.info, keys: { ...from.info.keys, ...block.info.keys }, flags: [...from.info.flags, ...block.info.flags] };
        if (anyRole)
            block.role = from.role;
    }

    private checkBlock(block: CodeBlock): void {
        const { keys } = block.info;
        const lines = block.source.trimEnd().split('\n').length;
        for (const view of (keys.views?.split(',') ?? []).filter((name) => !(VIEWS as readonly string[]).includes(name.trim())))
            this.report(block.line, unknownWord('view', view.trim(), VIEWS));
        for (const key of ['break', 'mark'] as const) {
            for (const part of keys[key]?.split(',') ?? []) {
                const range = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
                if (!range || Number(range[1]) < 1 || Number(range[2] ?? range[1]) > lines)
                    this.report(block.line, `"${key}" names lines of the block, 1 to ${lines}, not "${part}"`);
            }
        }
        if (block.hidden && ['run', 'step', 'static', 'starter'].includes(block.role) && shownSource(block).trim() === '')
            this.report(block.line, 'every line of this block is hidden: a block that is not shown is "python setup"');
        if (keys.file !== undefined && !/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w./-]+$/.test(keys.file))
            this.report(block.line, `"file" is a path below the lesson's folder, not "${keys.file}"`);
        if (block.role === 'repl' && block.source.trim() !== '' && !parseSession(block.source))
            this.report(block.line, 'a "python repl" block begins with a prompt: ">>> "');
    }

    private output(token: Token, info: Info, line: number): void {
        this.complain(line, { ...info, flags: info.flags }, OUTPUT_KEYS);
        const puzzle = this.inside('parsons');
        const puzzleLines = puzzle && (puzzle.solution?.id ?? this.canonical?.parsons.find((each) => each.id === puzzle.meta.id)?.solution.id);
        const target = info.keys.for ?? puzzleLines ?? this.blocks[this.blocks.length - 1]?.id ?? '';
        let match = info.keys.match;
        if (token.content === '') {
            const inherited = this.canonical?.outputs.find((output) => output.for === target);
            if (inherited) {
                token.content = inherited.text;
                match ??= inherited.match;
            }
        }
        token.meta = { kind: 'output', language: 'text', id: '', target } satisfies FenceMeta;
        if (this.outputs.some((each) => each.for === target))
            this.report(line, `the block "${target}" already has an output`);
        this.outputs.push({
            for: target, text: token.content, line, match: (match ?? 'exact') as OutputBlock['match'],
            lines: [line, line + (token.map![1] - token.map![0]) - 1],
        });
    }

    private open(token: Token): void {
        const meta = token.meta as DirectiveMeta;
        const { name, info, closed } = meta;
        const line = this.lineOf(token);
        const open: Open = { meta, line };
        this.stack.push(open);
        const schema = (DIRECTIVES as Record<string, Record<string, ValueKind>>)[name];
        if (schema === undefined) {
            this.report(line, unknownWord('directive', name, Object.keys(DIRECTIVES)));
            return;
        }
        if (!closed)
            this.report(line, `"::: ${name}" is never closed by a line of as many colons`);
        this.complain(line, { ...info, flags: [...info.words, ...info.flags] }, schema);
        const exercise = this.inside('exercise')?.exercise;
        if (name !== 'message' && info.anchor !== undefined)
            this.claim(info.anchor, line);
        switch (name as keyof typeof DIRECTIVES) {
        case 'exercise':
            meta.id = info.anchor ?? `exercise-${this.drafts.length + 1}`;
            if (exercise)
                this.report(line, `an exercise inside the exercise of line ${this.inside('exercise')!.line}`);
            open.exercise = new Draft(meta.id, info, line);
            this.drafts.push(open.exercise);
            break;
        case 'hint':
        case 'solution':
        case 'message':
            if (!exercise) {
                this.report(line, `"::: ${name}" belongs inside "::: exercise"`);
                break;
            }
            meta.owner = exercise.id;
            if (name === 'hint')
                exercise.hints.push(line);
            if (name === 'message') {
                meta.id = info.anchor ?? '';
                if (!info.anchor)
                    this.report(line, 'a message needs an id: "::: message #id"');
                else if (exercise.messages.some((each) => each.id === info.anchor))
                    this.report(line, `the exercise already has a message "${info.anchor}"`);
                else
                    exercise.messages.push({ id: info.anchor, line, ...(info.keys.on ? { on: info.keys.on } : {}) });
            }
            break;
        case 'predict': {
            const id = info.anchor ?? `predict-${this.predictions.length + 1}`;
            const prediction: Prediction = { id, of: info.keys.of ?? '', options: [], line };
            open.options = prediction.options;
            this.predictions.push(prediction);
            meta.id = id;
            meta.prediction = prediction;
            break;
        }
        case 'quiz': {
            const quiz: Quiz = { id: info.anchor ?? `quiz-${this.quizzes.length + 1}`, options: [], line };
            open.options = quiz.options;
            this.quizzes.push(quiz);
            meta.id = quiz.id;
            break;
        }
        case 'view':
            meta.frozen = this.frozen(info, line);
            break;
        case 'parsons':
            meta.id = info.anchor ?? `parsons-${this.parsons.length + 1}`;
            break;
        default:
        }
    }

    private frozen({ keys }: Info, line: number): FrozenView {
        const view: FrozenView = { of: keys.of ?? this.lastExample?.id ?? '', view: keys.view ?? 'objects', line };
        if (keys.step !== undefined)
            view.step = Number(keys.step);
        const before = this.problems.length;
        if (view.step !== undefined && !(Number.isInteger(view.step) && view.step >= 1))
            this.report(line, `"step" counts the lines that the program comes to, from 1, not "${keys.step}"`);
        if (!(VIEWS as readonly string[]).includes(view.view))
            this.report(line, unknownWord('view', view.view, VIEWS));
        if (this.problems.length === before)
            this.views.push(view);
        return view;
    }

    /** The block of code that what follows is about. */
    private get lastExample(): CodeBlock | undefined {
        return this.blocks.filter((block) => block.owner === undefined && block.role !== 'setup').pop();
    }

    private close(): void {
        const { meta, options, line, solution } = this.stack.pop()!;
        const right = (options ?? []).filter((option) => option.right).length;
        switch (meta.name) {
        case 'predict': {
            const prediction = meta.prediction as Prediction;
            prediction.of ||= this.blocks.filter((block) => block.owner === undefined).pop()?.id ?? '';
            if (prediction.options.length < 2)
                this.report(line, 'a prediction needs a task list of at least two answers');
            else if (right !== 1)
                this.report(line, `a prediction needs exactly one answer marked [x], this one has ${right}`);
            break;
        }
        case 'quiz': {
            const original = this.canonical?.quizzes.find((each) => each.id === meta.id);
            if (options!.length < 2)
                this.report(line, 'a quiz needs a task list of at least two answers');
            else if (right === 0)
                this.report(line, 'a quiz needs at least one answer marked [x]');
            else if (original && original.options.map((each) => each.right).join() !== options!.map((each) => each.right).join())
                this.report(line, `the answers marked [x] are not those of the original (line ${original.line} there)`);
            meta.multiple = right > 1;
            break;
        }
        case 'parsons': {
            const original = this.canonical?.parsons.find((each) => each.id === meta.id);
            const puzzle = buildParsons(meta.id!, line, solution, original, (at, message) => this.report(at, message));
            if (puzzle) {
                this.parsons.push(puzzle);
                if (!this.blocks.includes(puzzle.solution))
                    this.blocks.push(puzzle.solution);
            }
            break;
        }
        default:
        }
    }

    /** The tokens of the list item at `at`, if it is an answer, marked for the renderer; notes the answer. */
    private choice(tokens: Token[], at: number): Choice | undefined {
        const open = this.stack[this.stack.length - 1];
        if (!open?.options)
            return undefined;
        const choice = readChoice(tokens, at);
        if (!choice)
            return undefined;
        const meta: OptionMeta = {
            option: open.options.length, text: choice.text, group: open.meta.id!,
        };
        choice.tokens[0]!.meta = meta;
        open.options.push({ text: choice.text, right: choice.right, line: this.lineOf(tokens[at]!) });
        return choice;
    }

    private checkReferences(): void {
        const known = this.blocks.map((block) => block.id);
        for (const output of this.outputs) {
            if (!known.includes(output.for))
                this.report(output.line, unknownWord('block', output.for, known));
        }
        for (const { of, line } of [...this.predictions, ...this.views]) {
            if (!known.includes(of))
                this.report(line, unknownWord('block', of, known));
        }
        for (const { of, line } of this.views) {
            const role = this.blocks.find((block) => block.id === of)?.role;
            if (role !== undefined && role !== 'run' && role !== 'step')
                this.report(line, `a view shows a block that runs, and "${of}" is "python ${role}"`);
        }
        for (const { address, line } of this.references) {
            if (address.startsWith('#') && !this.anchors.has(decodeURIComponent(address.slice(1))))
                this.report(line, unknownWord('place', decodeURIComponent(address.slice(1)), this.anchors.keys()));
        }
    }
}

/** What is known of an exercise while its file is read. */
class Draft implements ExerciseDraft {
    readonly blocks: CodeBlock[] = [];
    readonly hints: number[] = [];
    readonly messages: ExerciseDraft['messages'] = [];

    constructor(readonly id: string, readonly info: Info, readonly line: number) {}

    name(role: PythonRole): string {
        return `${this.id}-${role}-${this.blocks.filter((block) => block.role === role).length + 1}`;
    }
}

export function parseLesson(text: string, options: ParseOptions): Lesson {
    return new LessonParser(options).parse(text);
}
