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

const TRACEBACK = 'Traceback (most recent call last):\n';

/** Of a traceback only the first and the last line count, as in doctest; texts without one are compared whole. */
export function sameAnswer(expected: string, actual: string): boolean {
    const essence = (text: string): string => {
        const from = text.indexOf(TRACEBACK);
        return from < 0 ? text.trimEnd() : text.slice(0, from) + text.trimEnd().split('\n').pop()!;
    };
    return essence(expected) === essence(actual);
}
