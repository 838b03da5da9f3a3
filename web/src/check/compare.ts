/** compare.ts - what a block prints against what its lesson says, and the difference in words. */
import type { OutputBlock } from '../lessons/model';

const ELLIPSIS = '...';

/** `...` stands for any text, also for none, over several lines too, as in doctest. */
function matchesEllipsis(expected: string, actual: string): boolean {
    const pieces = expected.split(ELLIPSIS);
    const first = pieces.shift()!;
    const last = pieces.pop();
    if (last === undefined)
        return first === actual;
    if (!actual.startsWith(first) || !actual.endsWith(last) || actual.length < first.length + last.length)
        return false;
    let at = first.length;
    const end = actual.length - last.length;
    for (const piece of pieces) {
        const found = actual.indexOf(piece, at);
        if (found < 0 || found + piece.length > end)
            return false;
        at = found + piece.length;
    }
    return true;
}

export function matches(expected: string, actual: string, how: OutputBlock['match']): boolean {
    switch (how) {
    case 'exact':
        return expected === actual;
    case 'ellipsis':
        return matchesEllipsis(expected, actual);
    case 'regex':
        return new RegExp(`^(?:${expected.replace(/\n$/, '')})\n?$`, 'u').test(actual);
    }
}

const CONTEXT = 2;
const MOST_LINES = 40;

/** A difference line by line: `-` is what the lesson says, `+` what was printed. */
export function difference(expected: string, actual: string): string[] {
    const a = expected.replace(/\n$/, '').split('\n');
    const b = actual.replace(/\n$/, '').split('\n');
    if (actual === '')
        b.length = 0;
    if (expected === '')
        a.length = 0;
    if (a.length * b.length > 1_000_000)
        return [`- ${a.length} lines`, `+ ${b.length} lines`];
    // Longest common subsequence.
    const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--)
            longest[i]![j] = a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
    const lines: string[] = [];
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            lines.push(`  ${a[i]}`);
            i++;
            j++;
        } else if (i < a.length && (j === b.length || longest[i + 1]![j]! >= longest[i]![j + 1]!))
            lines.push(`- ${a[i++]}`);
        else
            lines.push(`+ ${b[j++]}`);
    }
    const near = lines.map((_, at) => lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => !line.startsWith(' ')));
    const shown = lines.filter((_, at) => near[at]);
    if (expected.endsWith('\n') !== actual.endsWith('\n') && expected !== '' && actual !== '')
        shown.push(actual.endsWith('\n') ? '  (the lesson has no newline at its end)' : '  (no newline is printed at the end)');
    return shown.length > MOST_LINES ? [...shown.slice(0, MOST_LINES), `  (${shown.length - MOST_LINES} more lines)`] : shown;
}
