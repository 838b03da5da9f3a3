/** exercises.ts - the fences of an exercise put together, a translation's with what it inherits. */
import type { Info } from './info';
import type { CodeBlock, Exercise, Message, Mistake } from './model';
import { unknownWord } from './nearest';
import type { PythonRole } from './schema';

export interface ExerciseDraft {
    readonly id: string;
    readonly info: Info;
    readonly line: number;
    readonly blocks: CodeBlock[];
    readonly hints: number[];
    readonly messages: Message[];
    /** An id for its next block of this role. */
    name(role: PythonRole): string;
}

type Report = (line: number, message: string) => void;

const MESSAGE_IN_CHECK = /(["'])#([\w-]+)\1/g;

export function buildExercise(draft: ExerciseDraft, original: Exercise | undefined, report: Report): Exercise | undefined {
    const of = (role: PythonRole, inherited: CodeBlock[]): CodeBlock[] => {
        const own = draft.blocks.filter((block) => block.role === role);
        if (original && own.length > inherited.length)
            report(own[inherited.length]!.line, `the original has ${inherited.length} "python ${role}" in this exercise, not ${own.length}`);
        return [...own, ...inherited.slice(own.length).map((block) => ({ ...block, line: draft.line }))];
    };
    const single = (role: 'starter' | 'solution'): CodeBlock | undefined => {
        const found = of(role, original ? [original[role]] : []);
        if (found.length === 0)
            report(draft.line, `the exercise needs a "python ${role}"`);
        for (const extra of found.slice(1))
            report(extra.line, `the exercise already has a "python ${role}", in line ${found[0]!.line}`);
        return found[0];
    };
    const starter = single('starter');
    const solution = single('solution');
    const checks = [
        ...of('check', original?.checks.filter((block) => block.role === 'check') ?? []),
        ...of('secret', original?.checks.filter((block) => block.role === 'secret') ?? []),
    ];
    if (!checks.some((block) => block.role === 'check'))
        report(draft.line, 'the exercise needs a "python check"');

    const known = draft.messages.map((message) => message.id);
    const mistakes = of('mistake', original?.mistakes ?? []).map((block): Mistake => {
        const message = (block.info.keys.message ?? '').replace(/^#/, '');
        if (message === '')
            report(block.line, 'a mistake names the message that it must show: "python mistake message=ID"');
        else if (!known.includes(message))
            report(block.line, unknownWord('message', message, known));
        return Object.assign(block, { message });
    });
    for (const check of checks) {
        for (const [, , id] of check.source.matchAll(MESSAGE_IN_CHECK)) {
            if (!known.includes(id!))
                report(check.line, unknownWord('message', id!, known));
        }
    }
    if (original) {
        for (const missing of original.messages.filter((message) => !known.includes(message.id)))
            report(draft.line, `the translation lacks "::: message #${missing.id}" of the original`);
        if (draft.hints.length !== original.hints.length)
            report(draft.line, `the original has ${original.hints.length} hints in this exercise, not ${draft.hints.length}`);
    }
    if (!starter || !solution)
        return undefined;
    const attempts = draft.info.keys.attempts === undefined ? original?.attempts : Number(draft.info.keys.attempts);
    const title = draft.info.keys.title ?? original?.title;
    const messages = draft.messages.map((message): Message => {
        const on = message.on ?? original?.messages.find((each) => each.id === message.id)?.on;
        return { id: message.id, line: message.line, ...(on === undefined ? {} : { on }) };
    });
    return {
        id: draft.id, line: draft.line, starter, solution, checks, mistakes, messages, hints: draft.hints,
        ...(title === undefined ? {} : { title }), ...(attempts === undefined ? {} : { attempts }),
    };
}
