/**
 * console.ts - the console panel: draws output once a frame, marks stderr, and asks for input where the program asks.
 *
 * Invariant: everything shown came in through `append` in order; the field of `input()` is the last thing on the page
 * while it is there.
 */
import type { OutputChunk, StreamName } from '../engine';
import { type AnsiPart, AnsiParser } from './ansi';
import { Paper } from './paper';
import { createInputField } from './input-field';

/** More than this and a screen reader is not told every line any more: only how the run ended. */
const ANNOUNCED_CHARACTERS = 4000;
const HIDDEN_PAGE_MS = 100;
/** What is laid out in one frame; the rest of a flood follows in the next ones. */
const LINES_PER_FRAME = 500;
const CHARACTERS_PER_FRAME = 16_000;
const NEAR_BOTTOM_PX = 40;
const MOST_LINKS = 100;
/** As in `  File "main.py", line 3, in f`. */
const PLACE = /File "([^"\n]+)", line (\d+)/g;

export interface ConsoleTexts {
    stdin: string;
    stdinHint: string;
    capped(bytes: number): string;
    folded(lines: number): string;
}

/** Draws the message of a figure into its place; false if it cannot be drawn, and is to be shown as text. */
export type DrawFigure = (place: HTMLElement, message: string) => Promise<boolean>;

/** A program that draws in a loop gets this many figures, then the text. */
const MOST_FIGURES = 50;

export class ConsolePanel {
    private readonly paper: Paper;
    private parsers: Record<StreamName, AnsiParser> = { stdout: new AnsiParser(), stderr: new AnsiParser() };
    private queue: Array<{ chunks: OutputChunk[]; dropped: number; done: () => void }> = [];
    private scheduled = false;
    private drained: () => void = () => {};
    private announced = 0;
    private figures = 0;
    private cappedNote: HTMLElement | undefined;
    private field: HTMLElement | undefined;

    constructor(private readonly element: HTMLElement, public texts: ConsoleTexts, private readonly drawFigure?: DrawFigure) {
        this.paper = new Paper(element);
        // Keys that would be typed into a terminal belong to the field, wherever in the console the focus is.
        element.addEventListener('click', () => {
            if (getSelection()?.isCollapsed !== false)
                this.field?.querySelector('input')?.focus();
        });
    }

    clear(): void {
        for (const { done } of this.queue)
            done();
        this.queue = [];
        this.drained();
        this.closeInput();
        this.paper.clear();
        this.parsers = { stdout: new AnsiParser(), stderr: new AnsiParser() };
        this.announced = this.figures = 0;
        this.cappedNote = undefined;
        this.element.setAttribute('aria-live', 'polite');
    }

    /** Shows output at the next frame; `done` is called when it is on the page. */
    append(chunks: OutputChunk[], dropped: number, done: () => void): void {
        this.queue.push({ chunks: [...chunks], dropped, done });
        this.schedule();
    }

    /** Opens the field where the output ends; `send` gets the line, with its line end, or the end of the input. */
    askInput(send: (text: string, eof: boolean) => void, focus: boolean): void {
        if (this.field)
            return;
        this.draw(Infinity);
        this.field = createInputField(this.texts.stdin, this.texts.stdinHint, {
            line: (line) => {
                this.closeInput();
                this.paper.write(`${line}\n`, 'stdin', {});
                send(`${line}\n`, false);
                this.scrollToEnd();
            },
            end: () => {
                this.closeInput();
                send('', true);
            },
        });
        this.paper.place(this.field);
        this.scrollToEnd();
        if (focus)
            this.field.querySelector('input')?.focus();
    }

    /** The program has ended: resolves when all it printed is on the page. */
    finish(): Promise<void> {
        this.closeInput();
        this.draw();
        const end = (): void => {
            for (const stream of ['stdout', 'stderr'] as const)
                this.show(stream, this.parsers[stream].end());
            this.paper.settle();
            this.fold();
        };
        if (this.queue.length === 0)
            return Promise.resolve(end());
        return new Promise((resolve) => {
            this.drained = () => resolve(end());
        });
    }

    /** Makes the places of tracebacks in these files into buttons that lead there. */
    linkPlaces(files: readonly string[], go: (file: string, line: number) => void): void {
        let left = MOST_LINKS;
        for (const span of this.element.querySelectorAll<HTMLElement>('span.stderr')) {
            for (const node of [...span.childNodes]) {
                if (!(node instanceof Text))
                    continue;
                const text = node.data;
                const pieces: Array<string | Node> = [];
                let at = 0;
                for (const match of text.matchAll(PLACE)) {
                    const [place, file, line] = match as unknown as [string, string, string];
                    if (!files.includes(file) || left-- <= 0)
                        continue;
                    const button = document.createElement('button');
                    button.type = 'button';
                    button.className = 'link';
                    button.textContent = place;
                    button.addEventListener('click', () => go(file, Number(line)));
                    pieces.push(text.slice(at, match.index), button);
                    at = match.index + place.length;
                }
                if (pieces.length > 0)
                    node.replaceWith(...pieces, text.slice(at));
            }
        }
    }

    get asksInput(): boolean {
        return this.field !== undefined;
    }

    /** A flood becomes short; not while somebody reads in it. */
    private fold(): void {
        if (!this.nearEnd)
            return;
        // What moves is no news.
        const live = this.element.getAttribute('aria-live');
        this.element.setAttribute('aria-live', 'off');
        if (this.paper.fold(this.texts.folded))
            this.scrollToEnd();
        else if (live)
            this.element.setAttribute('aria-live', live);
    }

    private closeInput(): void {
        const hadFocus = this.field?.contains(document.activeElement) ?? false;
        this.field?.remove();
        this.field = undefined;
        if (hadFocus)
            this.element.focus({ preventScroll: true });
    }

    private schedule(): void {
        if (this.scheduled)
            return;
        this.scheduled = true;
        const draw = (): void => {
            this.scheduled = false;
            this.draw();
        };
        // Frames stop while the page is hidden, and the program should not.
        if (document.hidden)
            setTimeout(draw, HIDDEN_PAGE_MS);
        else
            requestAnimationFrame(draw);
    }

    /** Draws what one frame can bear of what waits, and comes back for the rest. */
    private draw(portion = 1): void {
        if (this.queue.length === 0)
            return;
        const follow = this.nearEnd;
        const share = { lines: LINES_PER_FRAME * portion, characters: CHARACTERS_PER_FRAME * portion };
        const drawn: Array<() => void> = [];
        while (this.queue.length > 0 && share.lines > 0 && share.characters > 0) {
            const { chunks, dropped, done } = this.queue[0]!;
            const chunk = chunks.shift();
            if (chunk) {
                const end = take(chunk.text, share);
                this.write(chunk.stream, chunk.text.slice(0, end));
                if (end < chunk.text.length)
                    chunks.unshift({ stream: chunk.stream, text: chunk.text.slice(end) });
                continue;
            }
            if (dropped > 0)
                this.noteCapped(dropped);
            this.queue.shift();
            drawn.push(done);
        }
        this.paper.settle();
        if (this.announced > ANNOUNCED_CHARACTERS)
            this.element.setAttribute('aria-live', 'off');
        if (follow)
            this.scrollToEnd();
        for (const done of drawn)
            done();
        if (this.queue.length > 0)
            this.schedule();
        else
            this.drained();
    }

    private write(stream: StreamName, text: string): void {
        this.announced += text.length;
        this.show(stream, this.parsers[stream].parse(text));
    }

    private show(stream: StreamName, parts: AnsiPart[]): void {
        for (const part of parts) {
            switch (part.type) {
            case 'text':
                this.paper.write(part.text, stream, part.style);
                break;
            case 'return':
                this.paper.carriageReturn();
                break;
            case 'backspace':
                this.paper.backspace();
                break;
            case 'erase':
                this.paper.erase(part.whole);
                break;
            case 'figure':
                this.figure(part.message);
                break;
            }
        }
    }

    private figure(message: string): void {
        const place = document.createElement('div');
        const asText = (): void => {
            place.className = 'undrawn';
            place.textContent = message;
        };
        this.paper.place(place);
        if (!this.drawFigure || ++this.figures > MOST_FIGURES) {
            asText();
            return;
        }
        const follow = this.nearEnd;
        this.drawFigure(place, message).then((drawn) => {
            if (!drawn)
                asText();
            if (follow && place.isConnected)
                this.scrollToEnd();
        }, asText);
    }

    private get nearEnd(): boolean {
        return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < NEAR_BOTTOM_PX;
    }

    /** One note, which counts up while the program goes on printing. */
    private noteCapped(bytes: number): void {
        const text = this.texts.capped(bytes);
        if (this.cappedNote?.isConnected) {
            this.cappedNote.textContent = text;
            return;
        }
        if (!this.paper.lineIsEmpty)
            this.paper.write('\n', 'note', {});
        this.cappedNote = document.createElement('p');
        this.cappedNote.className = 'capped';
        this.cappedNote.dataset.testid = 'capped';
        this.cappedNote.textContent = text;
        this.paper.place(this.cappedNote);
    }

    private scrollToEnd(): void {
        this.element.scrollTop = this.element.scrollHeight;
    }
}

/** How much of `text` the share still allows, which it is taken off from. */
function take(text: string, share: { lines: number; characters: number }): number {
    let end = 0;
    while (share.lines > 0 && share.characters > 0 && end < text.length) {
        const newline = text.indexOf('\n', end);
        const next = Math.min(newline < 0 ? text.length : newline + 1, end + share.characters);
        share.characters -= next - end;
        share.lines--;
        end = next;
    }
    return end;
}
