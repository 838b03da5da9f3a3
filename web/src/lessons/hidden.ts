/** hidden.ts - `hidelines`: lines that run with a program and are not shown with it. */
import type { CodeBlock } from './model';

/** The program in `text`, without the marks of its hidden lines, and the numbers of those lines. */
export function splitHidden(text: string, mark: string | undefined): Pick<CodeBlock, 'source' | 'hidden'> {
    if (mark === undefined)
        return { source: text };
    const lines = text.split('\n');
    const hidden = lines.flatMap((line, i) => (line.startsWith(mark) ? [i + 1] : []));
    if (hidden.length === 0)
        return { source: text };
    return { source: lines.map((line) => (line.startsWith(mark) ? line.slice(mark.length) : line)).join('\n'), hidden };
}

export function shownSource({ source, hidden }: Pick<CodeBlock, 'source' | 'hidden'>): string {
    return hidden ? source.split('\n').filter((_, i) => !hidden.includes(i + 1)).join('\n') : source;
}
