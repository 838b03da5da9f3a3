/** kit.ts - pieces that several pictures are made of: headings, cards with rows, chips, bars. */
import type { ObjectFacts } from './answers';
import { inShort, valuePaint } from './saying';
import { fit, group, paint, path, type Paint, rect, round, type Shape, SMALL, stroke, textWidth, write } from './scene';

export const LINE = 22;
export const HEADING = 26;
export const PAD = 10;
export const MARGIN = 16;

/** A piece of a picture with its measure. */
export interface Piece {
    shapes: Shape[];
    width: number;
    height: number;
}

export const heading = (key: string, x: number, y: number, text: string): Shape =>
    write(key, x, y + 14, text, 'ink', { 'font-weight': 600 });

/** A value that can be chosen. */
export function valueShape(key: string, x: number, y: number, object: ObjectFacts, label: string, selected: number | undefined, width = 220): { shape: Shape; width: number } {
    const text = fit(inShort(object), width);
    const wide = textWidth(text) + 8;
    return {
        width: wide,
        shape: {
            ...group(key, [
                rect('hit', x - 4, y + 1, wide, LINE - 2, 'surface', { rx: 3, class: 'hit', ...object.id === selected ? { fill: 'none', stroke: paint('focus'), 'stroke-width': 2 } : { 'fill-opacity': 0 } }),
                write('text', x, y + 15, text, valuePaint(object)),
            ]),
            target: { label: `${label}: ${inShort(object)}`, id: object.id },
        },
    };
}

export interface CardRow {
    key: string;
    label: string;
    value?: ObjectFacts;
    text?: string;
    changed?: boolean;
    soft?: boolean;
}

/** A box with a title, a remark at its right, and rows of names and values. */
export function card({ title, remark = '', rows, ground = 'surface', edge = 'edge', heavy = false, atLeast = 150, selected, target }: {
    title: string; remark?: string; rows: CardRow[]; ground?: Paint; edge?: Paint; heavy?: boolean; atLeast?: number; selected?: number; target?: Shape['target'];
}): Piece {
    const labels = Math.min(150, Math.max(0, ...rows.map(({ label }) => textWidth(label))));
    const values = Math.max(0, ...rows.map(({ value, text = '' }) => Math.min(228, textWidth(value ? inShort(value) : text) + 8)));
    const titleWidth = Math.min(240, textWidth(title));
    const width = Math.max(atLeast, titleWidth + textWidth(remark, SMALL) + 2 * PAD + (remark ? 14 : 0), labels + values + 2 * PAD + 12);
    const height = HEADING + rows.length * LINE + (rows.length > 0 ? 4 : 0);
    const shapes: Shape[] = [
        rect('body', 0, 0, width, height, ground, { rx: 6, stroke: paint(edge), 'stroke-width': heavy ? 2 : 1, class: 'body' }),
        {
            ...group('head', [
                rect('hit', 0, 0, width, HEADING, 'surface', { rx: 6, 'fill-opacity': 0, class: 'hit' }),
                write('title', PAD, 18, fit(title, 240), 'ink', { 'font-weight': 600 }),
                ...remark ? [write('remark', width - PAD, 18, remark, 'soft', { 'font-size': SMALL, 'text-anchor': 'end' })] : [],
            ]), ...target ? { target } : {},
        },
    ];
    if (rows.length > 0)
        shapes.push(path('rule', `M0.5 ${HEADING - 1}H${round(width - 0.5)}`, stroke('line')));
    rows.forEach(({ key, label, value, text = '', changed, soft }, i) => {
        const y = HEADING + i * LINE;
        const parts: Shape[] = changed ? [rect('wash', 1, y, width - 2, LINE, 'accent-wash'), rect('bar', 1, y, 3, LINE, 'accent')] : [];
        parts.push(write('label', PAD, y + 15, fit(label, labels), soft ? 'soft' : 'ink', changed ? { 'font-weight': 600 } : {}));
        if (value)
            parts.push(valueShape('value', PAD + labels + 12, y, value, label, selected).shape);
        else if (text)
            parts.push(write('text', PAD + labels + 12, y + 15, fit(text, 228), 'soft'));
        shapes.push(group(`row ${key}`, parts));
    });
    return { shapes, width, height };
}

/** Small boxes side by side, wrapped at `width`. */
export function chips(items: { key: string; text: string; label: string; id?: number; changed?: boolean; faded?: boolean; tone?: Paint }[], width: number, selected: number | undefined): Piece {
    const shapes: Shape[] = [];
    let x = 0;
    let y = 0;
    for (const { key, text, label, id, changed, faded, tone = 'ink' } of items) {
        const shown = fit(text, Math.min(200, width - 16));
        const wide = textWidth(shown, 12) + 16;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += 30;
        }
        shapes.push({
            key, tag: 'g', attrs: { transform: `translate(${round(x)} ${y})`, ...faded ? { class: 'gone' } : {} }, at: { x, y },
            children: [
                rect('hit', 0, 0, wide, 24, changed ? 'accent-wash' : 'surface', {
                    rx: 12, class: 'hit', stroke: paint(id !== undefined && id === selected ? 'focus' : changed ? 'accent' : 'edge'), 'stroke-width': id !== undefined && id === selected ? 2.5 : changed ? 1.5 : 1,
                    ...faded ? { 'stroke-dasharray': '4 4' } : {},
                }),
                write('text', 8, 16.5, shown, faded ? 'soft' : tone, { 'font-size': 12 }),
            ], ...id !== undefined ? { target: { label, id } } : {},
        });
        x += wide + 6;
    }
    return { shapes, width, height: items.length === 0 ? 0 : y + 24 };
}

/** A bar of `part` in `whole`. */
export const bar = (key: string, x: number, y: number, width: number, part: number, whole: number, colour: Paint = 'accent'): Shape => group(key, [
    rect('ground', x, y, width, 8, 'sunken', { rx: 4, stroke: paint('line') }),
    ...part > 0 ? [rect('part', x, y, Math.max(3, width * Math.min(1, part / Math.max(1, whole))), 8, colour, { rx: 4 })] : [],
]);

/** Lines of at most `width`; Chinese breaks anywhere. */
export function wrap(text: string, width: number, size = 12): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/(?<=[\s\u3000-\u9fff，。；：])/u)) {
        if (line && textWidth((line + word).trimEnd(), size) > width) {
            lines.push(line.trimEnd());
            line = '';
        }
        line += word;
    }
    return line ? [...lines, line.trimEnd()] : lines;
}

export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** `+3`, `−2`, nothing for nothing. */
export const change = (now: number, before: number | undefined): string =>
    before === undefined || before === now ? '' : now > before ? `+${number(now - before)}` : `−${number(before - now)}`;

export const bytes = (n: number): string => n < 10_240 ? `${number(n)} B` : n < 10_485_760 ? `${number(Math.round(n / 1024))} KB` : `${number(Math.round(n / 1_048_576))} MB`;
