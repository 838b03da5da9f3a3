/** session.ts - a `python repl` block: what is typed at the prompts, and what each answers. */

export interface Exchange {
    /** One statement, without prompts. */
    source: string;
    /** What follows it, up to the next prompt. */
    expected: string;
    /** From 0, in the block. */
    line: number;
    /** Line after the last one of the answer, from 0. */
    end: number;
}

const PROMPT = /^>>>(?: (.*)|$)/;
const MORE = /^\.\.\.(?: (.*)|$)/;

/** The exchanges of a session; undefined when its first line is no prompt. */
export function parseSession(text: string): Exchange[] | undefined {
    const exchanges: Exchange[] = [];
    const lines = text.replace(/\n+$/, '').split('\n');
    let answering = false;
    for (const [i, line] of lines.entries()) {
        const prompt = PROMPT.exec(line);
        const last = exchanges[exchanges.length - 1];
        if (prompt) {
            exchanges.push({ source: `${prompt[1] ?? ''}\n`, expected: '', line: i, end: i + 1 });
            answering = false;
            continue;
        }
        if (!last)
            return undefined;
        const more = answering ? null : MORE.exec(line);
        if (more)
            last.source += `${more[1] ?? ''}\n`;
        else {
            answering = true;
            last.expected += `${line}\n`;
        }
        last.end = i + 1;
    }
    return exchanges;
}

/** Where a line's code begins: after its prompt, if it has one. */
export const codeFrom = (line: string): number => /^(?:>>>|\.\.\.)(?: |$)/.exec(line)?.[0].length ?? 0;

export interface Span {
    from: number;
    to: number;
    classes: string;
}

/** Prompts, code and answers, in order and each on one line; `tokens` tells the spans of a program. Empty when the text is no session. */
export function sessionSpans(text: string, tokens: (source: string) => Span[]): Span[] {
    const starts: number[] = [];
    const lines = text.split('\n');
    for (let i = 0, at = 0; i < lines.length; at += lines[i++]!.length + 1)
        starts.push(at);
    const spans: Span[] = [];
    for (const { source, line, end } of parseSession(text) ?? []) {
        const typed = source.split('\n').slice(0, -1);
        const places = typed.map((_, i) => starts[line + i]! + codeFrom(lines[line + i]!));
        const found = tokens(source);
        for (let i = 0, from = 0; i < typed.length; from += typed[i++]!.length + 1) {
            spans.push({ from: starts[line + i]!, to: places[i]!, classes: 'tok-prompt' });
            // A token of several lines stops at each of them.
            const to = from + typed[i]!.length;
            for (const token of found) {
                const [first, last] = [Math.max(token.from, from), Math.min(token.to, to)];
                if (first < last)
                    spans.push({ from: places[i]! + first - from, to: places[i]! + last - from, classes: token.classes });
            }
        }
        for (let i = line + typed.length; i < end; i++)
            spans.push({ from: starts[i]!, to: starts[i]! + lines[i]!.length, classes: 'tok-answer' });
    }
    return spans.filter(({ from, to }) => from < to);
}

const TRACEBACK = 'Traceback (most recent call last):\n';

/** Of a traceback only the first and the last line count, as in doctest; texts without one are compared whole. */
export function sameAnswer(expected: string, actual: string): boolean {
    const essence = (text: string): string => {
        const from = text.indexOf(TRACEBACK);
        return from < 0 ? text.trimEnd() : text.slice(0, from) + text.trimEnd().split('\n').pop()!;
    };
    return essence(expected) === essence(actual);
}
