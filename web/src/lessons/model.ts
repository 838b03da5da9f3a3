/** model.ts - what a lesson file says, once it is parsed. */
import type Token from 'markdown-it/lib/token.mjs';
import type { Info } from './info';
import type { Problem } from './problem';
import type { FrontMatter, PythonRole } from './schema';

/** A block of Python code. */
export interface CodeBlock {
    id: string;
    role: PythonRole;
    source: string;
    /** Lines that run and are not shown (`hidelines`), from 1. */
    hidden?: readonly number[];
    info: Info;
    line: number;
    /** The lesson's author named it; others are numbered. */
    named: boolean;
    /** The exercise or puzzle it belongs to. */
    owner?: string;
}

/** What a block must print. */
export interface OutputBlock {
    for: string;
    text: string;
    match: 'exact' | 'ellipsis' | 'regex';
    line: number;
    /** Lines of the fence in the file, from 1: its first and its last one. */
    lines: [number, number];
}

export interface Option {
    /** As text: what a prediction compares with the block's output. */
    text: string;
    right: boolean;
    line: number;
}

export interface Prediction {
    id: string;
    of: string;
    options: Option[];
    line: number;
}

export interface Quiz {
    id: string;
    options: Option[];
    line: number;
}

/** `::: view`: a frozen picture of a program at a moment. */
export interface FrozenView {
    of: string;
    view: string;
    /** Before which of the lines that the program comes to, from 1; at its end when absent. */
    step?: number;
    line: number;
}

/** Lines to be put in order. */
export interface Parsons {
    id: string;
    solution: CodeBlock;
    /** In the right order, with their indentation. */
    lines: string[];
    distractors: string[];
    line: number;
}

export interface Message {
    id: string;
    /** Shown for an uncaught exception of this type that has no message of its own. */
    on?: string;
    line: number;
}

export interface Mistake extends CodeBlock {
    /** Id of the message that it must show. */
    message: string;
}

export interface Exercise {
    id: string;
    title?: string;
    attempts?: number;
    line: number;
    starter: CodeBlock;
    solution: CodeBlock;
    /** `check` and `secret` fences, in the order in which they run: public ones first. */
    checks: CodeBlock[];
    mistakes: Mistake[];
    messages: Message[];
    /** Lines of its hints. */
    hints: number[];
}

/** A link or an image. */
export interface Reference {
    address: string;
    image: boolean;
    line: number;
}

export interface Lesson {
    file: string;
    language: string;
    matter: FrontMatter;
    /** Every block of code, those of exercises and puzzles too. */
    blocks: CodeBlock[];
    outputs: OutputBlock[];
    predictions: Prediction[];
    quizzes: Quiz[];
    exercises: Exercise[];
    parsons: Parsons[];
    views: FrozenView[];
    references: Reference[];
    /** What `#...` may point to, with its line. */
    anchors: Map<string, number>;
    tokens: Token[];
    problems: Problem[];
}

/** Attached to fence tokens for the renderer. */
export interface FenceMeta {
    kind: 'python' | 'output' | 'other';
    language: string;
    id: string;
    role?: PythonRole;
    target?: string;
    /** It belongs to this exercise or puzzle, which shows it in its own way. */
    owner?: string;
}

/** Attached to the tokens of a list item that is an answer. */
export interface OptionMeta {
    option: number;
    text: string;
    /** Id of the question. */
    group: string;
}
