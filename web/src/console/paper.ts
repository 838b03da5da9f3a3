/**
 * paper.ts - the text of the console as DOM: appended to, its last line rewritten when a program asks for it.
 *
 * Text sits in blocks of a bounded number of lines and characters, so that appending lays out one block and not
 * everything. A block holds one stream unless both write to one line. Line ends stay in the text, so it can be copied
 * and searched as it is.
 */
import type { Style } from './ansi';

export type Source = 'stdout' | 'stderr' | 'stdin' | 'note';

const BLOCK_LINES = 100;
/** A line longer than this goes on in another block: it is wrapped over many rows by then, and one row ends early. */
const BLOCK_CHARACTERS = 4000;
/** A text of more lines is folded, but for some at its beginning and its end. */
const MOST_LINES = 500;
const FIRST_LINES = 50;
const LAST_LINES = 100;

interface Ink {
    source: Source;
    style: Style;
}

interface Cell extends Ink {
    char: string;
}

function sameInk(a: Ink, b: Ink): boolean {
    return a.source === b.source && JSON.stringify(a.style) === JSON.stringify(b.style);
}

/** The last line while the program moves inside it: drawn from cells instead of appended to. */
interface LiveLine {
    element: HTMLElement;
    cells: Cell[];
    column: number;
}

export class Paper {
    private block: HTMLElement | undefined;
    private blockLines = 0;
    private blockCharacters = 0;
    private blockSource: Source = 'stdout';
    private text: Text | undefined;
    private ink: Ink = { source: 'stdout', style: {} };
    private atLineStart = true;
    private live: LiveLine | undefined;

    constructor(private readonly element: HTMLElement) {}

    clear(): void {
        this.element.replaceChildren();
        this.block = this.text = this.live = undefined;
        this.atLineStart = true;
    }

    get lineIsEmpty(): boolean {
        return this.atLineStart;
    }

    write(text: string, source: Source, style: Style): void {
        const ink = { source, style };
        let at = 0;
        if (this.live) {
            const end = text.indexOf('\n');
            overwrite(this.live, end < 0 ? text : text.slice(0, end), ink);
            if (end < 0)
                return;
            this.leaveLine();
            at = end;
        }
        while (at < text.length)
            at = this.appendPart(text, at, ink);
    }

    carriageReturn(): void {
        this.enterLine().column = 0;
    }

    backspace(): void {
        const line = this.enterLine();
        line.column = Math.max(0, line.column - 1);
    }

    erase(whole: boolean): void {
        const line = this.enterLine();
        line.cells.length = Math.min(line.cells.length, line.column);
        if (whole) {
            for (const cell of line.cells)
                cell.char = ' ';
        }
    }

    /** Draws the last line after a batch of output. */
    settle(): void {
        if (!this.live)
            return;
        const { element, cells } = this.live;
        element.replaceChildren();
        for (let i = 0; i < cells.length;) {
            let text = '';
            const first = cells[i]!;
            while (i < cells.length && sameInk(cells[i]!, first))
                text += cells[i++]!.char;
            element.append(inked(text, first));
        }
    }

    /** An element at the end of the text, such as the field of `input()`. */
    place(node: Node): void {
        this.leaveLine();
        if (!this.block)
            this.startBlock('stdout');
        this.block!.append(node);
        this.text = undefined;
    }

    /** Folds the middle of a long text into what `label` names it; false if there is nothing to fold. */
    fold(label: (lines: number) => string): boolean {
        const blocks = [...this.element.children].map((block) => ({ block, lines: block.textContent!.split('\n').length - 1 }));
        let lines = blocks.reduce((sum, each) => sum + each.lines, 0);
        if (lines <= MOST_LINES)
            return false;
        for (let kept = 0; kept < FIRST_LINES;) {
            const { lines: some } = blocks.shift()!;
            kept += some;
            lines -= some;
        }
        for (let kept = 0; kept < LAST_LINES;) {
            const { lines: some } = blocks.pop()!;
            kept += some;
            lines -= some;
        }
        // Only text: a figure stays in sight.
        if (lines < FIRST_LINES || blocks.some(({ block }) => !block.matches('.block') || block.querySelector(':scope > :not(span)')))
            return false;
        const folded = document.createElement('details');
        folded.className = 'folded';
        const summary = document.createElement('summary');
        summary.textContent = label(lines);
        folded.append(summary);
        blocks[0]!.block.before(folded);
        folded.append(...blocks.map(({ block }) => block));
        return true;
    }

    private enterLine(): LiveLine {
        if (this.live)
            return this.live;
        const cells = this.takeLine();
        if (!this.block)
            this.startBlock('stdout');
        const element = document.createElement('span');
        this.block!.append(element);
        this.text = undefined;
        this.atLineStart = false;
        this.live = { element, cells, column: cells.length };
        return this.live;
    }

    private leaveLine(): void {
        this.settle();
        this.live = undefined;
    }

    /** Takes what follows the last line end off the page, as cells. */
    private takeLine(): Cell[] {
        const cells: Cell[] = [];
        if (this.atLineStart || !this.block)
            return cells;
        for (let span = this.block.lastElementChild; span; span = this.block.lastElementChild) {
            const ink = inks.get(span) ?? { source: 'stdout' as const, style: {} };
            const content = span.textContent ?? '';
            const start = content.lastIndexOf('\n') + 1;
            cells.unshift(...Array.from(content.slice(start), (char) => ({ char, ...ink })));
            if (start > 0) {
                span.textContent = content.slice(0, start);
                break;
            }
            span.remove();
        }
        return cells;
    }

    /** Appends up to a block's end; returns where to go on. */
    private appendPart(text: string, from: number, ink: Ink): number {
        const full = this.blockLines >= BLOCK_LINES || this.blockSource !== ink.source;
        if (!this.block || (this.atLineStart && full) || this.blockCharacters >= BLOCK_CHARACTERS)
            this.startBlock(ink.source);
        // At least the rest of the line that the block has begun, at most what it still holds.
        const most = Math.min(text.length, from + BLOCK_CHARACTERS - this.blockCharacters);
        let end = from;
        do {
            const newline = text.indexOf('\n', end);
            if (newline < 0 || newline >= most) {
                end = most;
                break;
            }
            end = newline + 1;
            this.blockLines++;
        } while (this.blockLines < BLOCK_LINES && end < most);
        this.blockCharacters += end - from;
        this.append(text.slice(from, end), ink);
        this.atLineStart = text[end - 1] === '\n';
        return end;
    }

    private startBlock(source: Source): void {
        this.block = document.createElement('div');
        this.block.className = `block ${source}`;
        this.blockLines = this.blockCharacters = 0;
        this.blockSource = source;
        this.text = undefined;
        this.element.append(this.block);
    }

    private append(text: string, ink: Ink): void {
        if (this.text && sameInk(this.ink, ink)) {
            this.text.appendData(text);
            return;
        }
        const span = inked(text, ink);
        this.text = span.firstChild as Text;
        this.ink = ink;
        this.block!.append(span);
    }
}

function overwrite(line: LiveLine, text: string, ink: Ink): void {
    for (const char of text)
        line.cells[line.column++] = { char, ...ink };
}

/** What a span was drawn with, to take it off again. */
const inks = new WeakMap<Element, Ink>();

function inked(text: string, ink: Ink): HTMLElement {
    const span = document.createElement('span');
    span.className = classNames(ink);
    if (typeof ink.style.fg === 'string')
        span.style.color = ink.style.fg;
    if (typeof ink.style.bg === 'string')
        span.style.backgroundColor = ink.style.bg;
    span.append(text);
    inks.set(span, ink);
    return span;
}

function classNames({ source, style }: Ink): string {
    const names: string[] = [source];
    for (const key of ['bold', 'dim', 'italic', 'underline', 'inverse', 'strike'] as const) {
        if (style[key])
            names.push(`ansi-${key}`);
    }
    if (typeof style.fg === 'number')
        names.push(`ansi-fg-${style.fg}`);
    if (typeof style.bg === 'number')
        names.push(`ansi-bg-${style.bg}`);
    return names.join(' ');
}
