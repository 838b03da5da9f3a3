/** values.ts - short texts of values, from what the inspector says of objects. No DOM, no Python. */
import type { Observation } from '../engine/core';

/** A node of the view `objects`; a value of the view `frames` has no edges. */
export interface Described {
    id: number;
    type: string;
    text: string | null;
    length?: number;
    edges?: Array<{ kind: string; label: string | number | null; to: number }>;
    hidden?: number;
}

export interface Variable {
    label: string;
    value: Described;
}

const ROOM = 48;
const QUIET = ['function', 'type', 'module', 'builtin_function_or_method'];
const BRACKETS: Record<string, [string, string]> = {
    list: ['[', ']'], tuple: ['(', ')'], set: ['{', '}'], frozenset: ['frozenset({', '})'],
};

/** What an inline value would only clutter: names that a program calls rather than computes. */
export const isQuiet = (value: Described): boolean => QUIET.includes(value.type);

export function nodesOf(...answers: Observation[]): Map<number, Described> {
    return new Map(answers.flatMap((answer) => (answer.nodes as Described[] | undefined) ?? []).map((node) => [node.id, node]));
}

/** A text as Python writes it, quotes and all. */
export function quoted(text: string, cut: boolean): string {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const escaped = text.replace(/[\\\n\t\r]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' })[c]!)
        .replaceAll(quote, `\\${quote}`);
    return `${quote}${escaped}${cut ? '…' : ''}${quote}`;
}

function shorten(text: string, room: number): string {
    const points = [...text];
    return points.length <= room ? text : `${points.slice(0, room - 1).join('')}…`;
}

/** The inspector gives a key's text without its type: what reads like a number or a constant is taken for one. */
function keyText(label: string | number | null): string {
    if (typeof label !== 'string')
        return label === null ? '…' : String(label);
    return /^(-?\d+(\.\d+)?|None|True|False)$/.test(label) ? label : quoted(label, false);
}

/** The text of an object; containers with their first items, as far as `nodes` knows them. */
export function shortText(value: Described, nodes: Map<number, Described>, room = ROOM, deep = 2): string {
    const node = nodes.get(value.id) ?? value;
    const { type, text } = node;
    if (type === 'str' || type === 'bytes')
        return shorten(`${type === 'bytes' ? 'b' : ''}${quoted(text ?? '', (node.length ?? 0) > [...(text ?? '')].length)}`, room);
    if (text !== null)
        return shorten(isQuiet(node) || type === 'generator' || type === 'coroutine' ? `${type === 'type' ? 'class' : type} ${text}` : text, room);
    const inside = (id: number): string => {
        const item = nodes.get(id);
        return item && deep > 0 ? shortText(item, nodes, room, deep - 1) : '…';
    };
    const edges = deep > 0 ? node.edges ?? [] : [];
    const parts: string[] = [];
    let shown = 0;
    if (type === 'dict') {
        for (const edge of edges.filter(({ kind }) => kind === 'value'))
            shown += Math.min(1, parts.push(`${keyText(edge.label)}: ${inside(edge.to)}`));
    } else if (BRACKETS[type]) {
        for (const edge of edges.filter(({ kind }) => kind === 'item'))
            shown += Math.min(1, parts.push(inside(edge.to)));
    } else {
        for (const edge of edges.filter(({ kind }) => kind === 'attribute'))
            shown += Math.min(1, parts.push(`${edge.label}: ${inside(edge.to)}`));
        return shorten(parts.length > 0 ? `${type} {${parts.join(', ')}}` : type, room);
    }
    if (shown < (node.length ?? 0))
        parts.push('…');
    const [open, close] = BRACKETS[type] ?? ['{', '}'];
    const comma = type === 'tuple' && node.length === 1 ? ',' : '';
    if ((type === 'set' || type === 'frozenset') && node.length === 0)
        return `${type}()`;
    return shorten(`${open}${parts.join(', ')}${comma}${close}`, room);
}
