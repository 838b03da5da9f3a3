/**
 * parse.ts - a lesson file as a model: front matter, blocks of code, directives, and the markdown tokens to draw.
 *
 * The canonical (English) file stands alone; a translation is parsed with the canonical lesson beside it, and a fence
 * with a known `id` and an empty body takes that lesson's body. Problems are collected, with the line in the file.
 */
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { type DirectiveMeta, directiveRule } from './directive';
import { parseMatter, splitFrontMatter } from './frontmatter';
import { checkInfo, type Info, parseInfo } from './info';
import { unknownWord } from './nearest';
import type { Problem } from './problem';
import {
    DIRECTIVES, FRONT_MATTER, type FrontMatter, OUTPUT_KEYS, PYTHON_KEYS, PYTHON_ROLES, type PythonRole, type ValueKind,
} from './schema';

/** A block of Python code. */
export interface CodeBlock {
    id: string;
    role: PythonRole;
    source: string;
    info: Info;
    line: number;
}

/** What a block must print. */
export interface OutputBlock {
    for: string;
    text: string;
    match: 'exact' | 'ellipsis' | 'regex';
    line: number;
}

export interface Prediction {
    id: string;
    of: string;
    options: Array<{ text: string; right: boolean }>;
    line: number;
}

export interface Lesson {
    file: string;
    language: string;
    matter: FrontMatter;
    blocks: CodeBlock[];
    outputs: OutputBlock[];
    predictions: Prediction[];
    tokens: Token[];
    problems: Problem[];
}

export interface ParseOptions {
    file: string;
    language: string;
    canonical?: Lesson;
}

/** Attached to fence tokens for the renderer. */
export interface FenceMeta {
    kind: 'python' | 'output' | 'other';
    language: string;
    id: string;
    role?: PythonRole;
    target?: string;
}

const TASK = /^\[([ xX])\]\s+/;

function createMarkdown(): MarkdownIt {
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
    readonly problems: Problem[] = [];
    readonly blocks: CodeBlock[] = [];
    readonly outputs: OutputBlock[] = [];
    readonly predictions: Prediction[] = [];
    private readonly ids = new Map<string, number>();
    private offset = 0;

    constructor(private readonly options: ParseOptions) {}

    parse(text: string): Lesson {
        const { file, language, canonical } = this.options;
        const { yaml, body, bodyOffset } = splitFrontMatter(text);
        const matter = parseMatter(yaml, FRONT_MATTER, file, 2, this.problems);
        if (matter.title === undefined)
            this.report(1, 'the front matter needs a "title"');
        if (matter.source !== undefined && !canonical)
            this.report(1, '"source" belongs to translations only');
        this.offset = bodyOffset + 1;

        const md = createMarkdown();
        const env = {};
        const tokens = md.parse(body, env);
        for (const token of tokens)
            this.visit(token);
        this.collectPredictions(tokens);
        this.checkReferences();
        return {
            file, language,
            matter: canonical ? { ...canonical.matter, ...matter } : matter,
            blocks: this.blocks, outputs: this.outputs, predictions: this.predictions, tokens, problems: this.problems,
        };
    }

    private report(line: number, message: string): void {
        this.problems.push({ file: this.options.file, line, message });
    }

    private lineOf(token: Token): number {
        return (token.map?.[0] ?? 0) + this.offset;
    }

    private visit(token: Token): void {
        if (token.type === 'fence')
            this.fence(token);
        else if (token.type === 'directive_open')
            this.directive(token);
        for (const child of token.children ?? []) {
            const address = child.attrGet('href') ?? child.attrGet('src');
            if (address !== null && !isAllowedLink(address))
                this.report(this.lineOf(token), `the address "${address}" is not allowed in a lesson`);
        }
    }

    private complain(token: Token, info: Info, schema: Record<string, ValueKind>): void {
        for (const message of checkInfo(info, schema))
            this.report(this.lineOf(token), message);
    }

    private claim(id: string, line: number): void {
        const taken = this.ids.get(id);
        if (taken !== undefined)
            this.report(line, `the id "${id}" is already used in line ${taken}`);
        else
            this.ids.set(id, line);
    }

    private fence(token: Token): void {
        const info = parseInfo(token.info);
        const [language = '', second] = info.words;
        const line = this.lineOf(token);
        if (language === 'python')
            this.python(token, info, second, line);
        else if (second === 'output')
            this.output(token, info, line);
        else
            token.meta = { kind: 'other', language, id: '' } satisfies FenceMeta;
    }

    private python(token: Token, info: Info, second: string | undefined, line: number): void {
        // `python readonly` has no role: the word is a flag.
        const isFlag = second !== undefined && (PYTHON_KEYS as Record<string, ValueKind>)[second] === 'flag';
        if (isFlag)
            info.flags.unshift(second);
        let role: PythonRole = 'run';
        if (second !== undefined && !isFlag) {
            if ((PYTHON_ROLES as readonly string[]).includes(second))
                role = second as PythonRole;
            else
                this.report(line, unknownWord('kind of Python block', second, PYTHON_ROLES));
        }
        this.complain(token, info, PYTHON_KEYS);
        const id = info.keys.id ?? `block-${this.blocks.length + 1}`;
        this.claim(id, line);
        let source = token.content;
        if (source.trim() === '') {
            const inherited = this.options.canonical?.blocks.find((block) => block.id === id);
            if (inherited) {
                source = inherited.source;
                role = second === undefined || isFlag ? inherited.role : role;
            } else {
                this.report(line, this.options.canonical
                    ? unknownWord('block', id, this.options.canonical.blocks.map((block) => block.id))
                    : 'an empty block of code');
            }
        }
        token.content = source;
        token.meta = { kind: 'python', language: 'python', id, role } satisfies FenceMeta;
        this.blocks.push({ id, role, source, info, line });
    }

    private output(token: Token, info: Info, line: number): void {
        this.complain(token, info, OUTPUT_KEYS);
        const target = info.keys.for ?? this.blocks[this.blocks.length - 1]?.id ?? '';
        if (token.content === '') {
            const inherited = this.options.canonical?.outputs.find((output) => output.for === target);
            if (inherited)
                token.content = inherited.text;
        }
        token.meta = { kind: 'output', language: 'text', id: '', target } satisfies FenceMeta;
        this.outputs.push({
            for: target, text: token.content, line, match: (info.keys.match ?? 'exact') as OutputBlock['match'],
        });
    }

    private directive(token: Token): void {
        const { name, info, closed } = token.meta as DirectiveMeta;
        const line = this.lineOf(token);
        const schema = (DIRECTIVES as Record<string, Record<string, ValueKind>>)[name];
        if (schema === undefined) {
            this.report(line, unknownWord('directive', name, Object.keys(DIRECTIVES)));
            return;
        }
        if (!closed)
            this.report(line, `"::: ${name}" is never closed by a line of as many colons`);
        this.complain(token, { ...info, flags: [...info.words, ...info.flags] }, schema);
        if (info.anchor !== undefined)
            this.claim(info.anchor, line);
    }

    /** Reads the task list of every `predict`, and marks its tokens for the renderer. */
    private collectPredictions(tokens: Token[]): void {
        let current: Prediction | undefined;
        for (const [i, token] of tokens.entries()) {
            const meta = token.meta as DirectiveMeta | null;
            if (token.type === 'directive_open' && meta?.name === 'predict') {
                const line = this.lineOf(token);
                const before = this.blocks.filter((block) => block.line < line);
                current = {
                    id: meta.info.anchor ?? `predict-${this.predictions.length + 1}`,
                    of: meta.info.keys.of ?? before[before.length - 1]?.id ?? '', options: [], line,
                };
                this.predictions.push(current);
                meta.prediction = current;
            } else if (token.type === 'directive_close' && meta?.name === 'predict') {
                this.checkPrediction(current!);
                current = undefined;
            } else if (current && token.type === 'list_item_open') {
                const inline = tokens[i + 2];
                const task = inline?.type === 'inline' ? TASK.exec(inline.content) : null;
                if (!inline || !task)
                    continue;
                const first = inline.children?.find((child) => child.type === 'text');
                if (first)
                    first.content = first.content.replace(TASK, '');
                const text = (inline.children ?? []).map((child) => child.content).join('');
                current.options.push({ text, right: task[1] !== ' ' });
                token.meta = { option: text, predict: current.id };
            }
        }
    }

    private checkPrediction(prediction: Prediction): void {
        const right = prediction.options.filter((option) => option.right).length;
        if (prediction.options.length < 2)
            this.report(prediction.line, 'a prediction needs a task list of at least two answers');
        else if (right !== 1)
            this.report(prediction.line, `a prediction needs exactly one answer marked [x], this one has ${right}`);
    }

    private checkReferences(): void {
        const known = this.blocks.map((block) => block.id);
        for (const output of this.outputs) {
            if (!known.includes(output.for))
                this.report(output.line, unknownWord('block', output.for, known));
        }
        for (const prediction of this.predictions) {
            if (!known.includes(prediction.of))
                this.report(prediction.line, unknownWord('block', prediction.of, known));
        }
    }
}

export function parseLesson(text: string, options: ParseOptions): Lesson {
    return new LessonParser(options).parse(text);
}
