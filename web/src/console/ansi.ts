/**
 * ansi.ts - splits program output into styled text and the few cursor movements a line-based console honours.
 *
 * A sequence may be cut anywhere between two writes, so what is incomplete waits for the next. Sequences that are not
 * understood are swallowed, never shown; a figure (figure.ts) that is cut off or too long is shown as text.
 */
import { FIGURE_START, MOST_FIGURE } from './figure';

/** Colours are 0-15 by number, or `#rrggbb`. */
export interface Style {
    fg?: number | string;
    bg?: number | string;
    bold?: boolean;
    dim?: boolean;
    italic?: boolean;
    underline?: boolean;
    inverse?: boolean;
    strike?: boolean;
}

export type AnsiPart =
    | { type: 'text'; text: string; style: Style }
    /** Carriage return: what follows overwrites the line. */
    | { type: 'return' }
    | { type: 'backspace' }
    /** From the cursor to the end of the line, or the whole line. */
    | { type: 'erase'; whole: boolean }
    /** What stands between the number and the end of a figure's message: `KIND;JSON`. */
    | { type: 'figure'; message: string };

const ESCAPE = '\x1b';
// One control sequence (CSI), operating system command (OSC) or short escape, complete.
const SEQUENCE = /\x1b(?:\[([0-9:;<=>?]*)[ -/]*([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])/y;
const LONGEST_SEQUENCE = 256;
const FIGURE = /\x1b\]5379;([\x20-\x7e]*)(?:(\x07|\x1b\\)|(\x1b?$)|)/y;
const CONTROL = /[\x1b\r\x08\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]/g;
const PLAIN: Style = Object.freeze({});

export class AnsiParser {
    private style: Style = PLAIN;
    private held = '';

    /** Takes the next piece of output. */
    parse(piece: string): AnsiPart[] {
        const text = this.held + piece;
        this.held = '';
        const parts: AnsiPart[] = [];
        let at = 0;
        while (at < text.length) {
            CONTROL.lastIndex = at;
            const control = CONTROL.exec(text);
            const end = control ? control.index : text.length;
            if (end > at)
                parts.push({ type: 'text', text: text.slice(at, end), style: this.style });
            if (!control)
                break;
            if (control[0] !== ESCAPE) {
                at = end + 1;
                if (control[0] === '\r' && at === text.length) {
                    // Whether this is half of a line end shows with the next piece.
                    this.held = '\r';
                } else if (control[0] === '\r' && text[at] !== '\n') {
                    parts.push({ type: 'return' });
                } else if (control[0] === '\b') {
                    parts.push({ type: 'backspace' });
                }
                continue;
            }
            if (text.startsWith(FIGURE_START, end)) {
                FIGURE.lastIndex = end;
                const [whole, message, done, open] = FIGURE.exec(text)! as unknown as [string, string, string?, string?];
                if (open !== undefined && message.length <= MOST_FIGURE) {
                    this.held = text.slice(end);
                    break;
                }
                at = end + (done === undefined ? 1 : whole.length);
                if (done !== undefined)
                    parts.push(message.length <= MOST_FIGURE ? { type: 'figure', message } : { type: 'text', text: message, style: this.style });
                continue;
            }
            SEQUENCE.lastIndex = end;
            const sequence = SEQUENCE.exec(text);
            if (sequence) {
                at = SEQUENCE.lastIndex;
                this.sequence(sequence[1] ?? '', sequence[2], parts);
            } else if (text.length - end < LONGEST_SEQUENCE) {
                this.held = text.slice(end);
                break;
            } else {
                at = end + 1;
            }
        }
        return parts;
    }

    /** The output is over: the text of a figure that never ended. */
    end(): AnsiPart[] {
        const { held, style } = this;
        this.held = '';
        return held.startsWith(FIGURE_START) ? [{ type: 'text', text: held.slice(1).replace(ESCAPE, ''), style }] : [];
    }

    private sequence(parameters: string, final: string | undefined, parts: AnsiPart[]): void {
        if (final === 'm')
            this.style = applySgr(this.style, parameters);
        else if (final === 'K')
            parts.push({ type: 'erase', whole: parameters === '2' });
    }
}

const SWITCHES: Record<number, Partial<Style>> = {
    1: { bold: true }, 2: { dim: true }, 3: { italic: true }, 4: { underline: true }, 7: { inverse: true },
    9: { strike: true }, 21: { underline: true },
    22: { bold: undefined, dim: undefined }, 23: { italic: undefined }, 24: { underline: undefined },
    27: { inverse: undefined }, 29: { strike: undefined }, 39: { fg: undefined }, 49: { bg: undefined },
};

/** The style after `ESC [ parameters m`. */
export function applySgr(style: Style, parameters: string): Style {
    const codes = parameters.split(/[;:]/).map(Number);
    let next: Style = { ...style };
    for (let i = 0; i < codes.length; i++) {
        const code = codes[i]!;
        if (code === 0) {
            next = {};
        } else if (code === 38 || code === 48) {
            const [colour, used] = extendedColour(codes.slice(i + 1));
            next[code === 38 ? 'fg' : 'bg'] = colour;
            i += used;
        } else if (code in SWITCHES) {
            Object.assign(next, SWITCHES[code]);
        } else {
            const colour = basicColour(code);
            if (colour)
                next[colour.where] = colour.value;
        }
    }
    return next;
}

function basicColour(code: number): { where: 'fg' | 'bg'; value: number } | undefined {
    if (code >= 30 && code <= 37)
        return { where: 'fg', value: code - 30 };
    if (code >= 40 && code <= 47)
        return { where: 'bg', value: code - 40 };
    if (code >= 90 && code <= 97)
        return { where: 'fg', value: code - 82 };
    if (code >= 100 && code <= 107)
        return { where: 'bg', value: code - 92 };
    return undefined;
}

/** After 38 or 48: `5;n` or `2;r;g;b`. Returns the colour and how many codes it took. */
function extendedColour(codes: number[]): [number | string | undefined, number] {
    const [kind, a = 0, b = 0, c = 0] = codes;
    if (kind === 2)
        return [hex(a, b, c), 4];
    if (kind !== 5)
        return [undefined, codes.length];
    if (a < 16)
        return [a, 2];
    if (a >= 232) {
        const grey = 8 + (Math.min(a, 255) - 232) * 10;
        return [hex(grey, grey, grey), 2];
    }
    const level = (n: number): number => (n === 0 ? 0 : 55 + n * 40);
    const cube = a - 16;
    return [hex(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)), 2];
}

function hex(...channels: number[]): string {
    return `#${channels.map((n) => Math.max(0, Math.min(255, n)).toString(16).padStart(2, '0')).join('')}`;
}
