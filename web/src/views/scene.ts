/**
 * scene.ts - a picture as plain data: keyed shapes, which patch.ts shows in the page and `sceneToSvg` writes as text.
 *
 * Colours are presentation attributes that name the tokens (`var(--ink)`): they follow the theme without a style sheet,
 * pass a strict Content-Security-Policy, and are replaced by plain colours in an exported file.
 */
export type Paint =
    | 'ground' | 'surface' | 'sunken' | 'line' | 'edge' | 'ink' | 'soft' | 'accent' | 'accent-ink' | 'accent-wash'
    | 'danger' | 'danger-wash' | 'warn' | 'warn-wash' | 'focus' | 'code-keyword' | 'code-string' | 'code-number'
    | 'code-comment' | 'code-name';

export type Attributes = Record<string, string | number>;

export interface Shape {
    /** Unique among its siblings, the same for the same thing at every moment. */
    key: string;
    tag: 'g' | 'rect' | 'path' | 'text' | 'circle';
    attrs: Attributes;
    text?: string;
    children?: Shape[];
    /** What can be chosen: read out by `label`; `id` is the object that it stands for. */
    target?: { label: string; id?: number; action?: string };
    /** Moves to its place instead of jumping there. */
    at?: { x: number; y: number };
}

export interface Scene {
    width: number;
    height: number;
    /** What a screen reader says the picture is. */
    title: string;
    shapes: Shape[];
    /** What is to be in sight; when `of` differs from the picture before, it is scrolled there. */
    sight?: { of: string; y: number; height: number };
}

export const FONT = 13;
export const SMALL = 11;
const MONO = 0.605;

export const paint = (name: Paint): string => `var(--${name})`;

const isWide = (code: number): boolean =>
    code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3)
        || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60)
        || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd));

const NARROW = /^[\0-\u10ff]*$/;

/** How wide text in the monospaced font is drawn, about: without a page there is nobody to ask. */
export function textWidth(text: string, size = FONT): number {
    if (NARROW.test(text))
        return text.length * MONO * size;
    let cells = 0;
    for (const character of text)
        cells += isWide(character.codePointAt(0)!) ? 1 : MONO;
    return cells * size;
}

/** The text, cut with an ellipsis if it is wider than `width`. */
export function fit(text: string, width: number, size = FONT): string {
    if (textWidth(text, size) <= width)
        return text;
    let cut = '';
    let room = width - textWidth('…', size);
    for (const character of text) {
        room -= textWidth(character, size);
        if (room < 0)
            break;
        cut += character;
    }
    return `${cut}…`;
}

const PLAIN: Attributes = {};

export const group = (key: string, children: Shape[], attrs = PLAIN): Shape => ({ key, tag: 'g', attrs, children });

/** A group moved to a place. */
export const placed = (key: string, x: number, y: number, children: Shape[], attrs: Attributes = {}): Shape =>
    ({ key, tag: 'g', attrs: { ...attrs, transform: `translate(${round(x)} ${round(y)})` }, children, at: { x, y } });

export const rect = (key: string, x: number, y: number, width: number, height: number, fill: Paint | 'none', attrs: Attributes = {}): Shape => ({
    key, tag: 'rect', attrs: { x: round(x), y: round(y), width: round(width), height: round(height), fill: fill === 'none' ? 'none' : paint(fill), ...attrs },
});

/** A line of text; `y` is its baseline. */
export const write = (key: string, x: number, y: number, text: string, fill: Paint = 'ink', attrs: Attributes = {}): Shape => ({
    key, tag: 'text', attrs: { x: round(x), y: round(y), fill: paint(fill), ...attrs }, text,
});

export const path = (key: string, d: string, attrs: Attributes): Shape => ({ key, tag: 'path', attrs: { d, ...attrs } });

export const stroke = (colour: Paint, width = 1, attrs: Attributes = {}): Attributes =>
    ({ stroke: paint(colour), 'stroke-width': width, fill: 'none', ...attrs });

export const round = (value: number): number => Math.round(value * 10) / 10;

export const ROOT_ATTRIBUTES: Attributes = {
    xmlns: 'http://www.w3.org/2000/svg', 'font-family': 'var(--mono)', 'font-size': FONT, 'xml:space': 'preserve',
};

/** What no XML may hold is shown as the replacement character. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export const legible = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

export const escapeText = (text: string): string =>
    legible(text).replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);

function shapeToSvg({ tag, attrs, text, children }: Shape): string {
    const written = Object.entries(attrs).map(([name, value]) => ` ${name}="${escapeText(String(value))}"`).join('');
    const inside = text !== undefined ? escapeText(text) : (children ?? []).map(shapeToSvg).join('');
    return inside === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag}>`;
}

/**
 * The picture as an SVG document: no script, no style, nothing from outside. `resolve` turns a token (`ink`) into its
 * value; without it the colours stay variables of the page that the picture stands in.
 */
export function sceneToSvg(scene: Scene, resolve?: (token: string) => string): string {
    const { width, height, title, shapes } = scene;
    const attrs = { ...ROOT_ATTRIBUTES, role: 'img', 'aria-label': title, width: Math.ceil(width), height: Math.ceil(height), viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}` };
    const ground = resolve ? [rect('ground', 0, 0, Math.ceil(width), Math.ceil(height), 'surface')] : [];
    const opening = Object.entries(attrs).map(([name, value]) => ` ${name}="${escapeText(String(value))}"`).join('');
    const svg = `<svg${opening}><title>${escapeText(title)}</title>${[...ground, ...shapes].map(shapeToSvg).join('')}</svg>`;
    return resolve ? svg.replace(/var\(--([a-z-]+)\)/g, (_, token: string) => escapeText(resolve(token))) : svg;
}
