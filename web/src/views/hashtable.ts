/**
 * hashtable.ts - in the view Memory: the hash table of the chosen dict or set. A dict has an index of slots, each the number of an entry,
 * and its entries in the order of insertion; a set has its keys in the slots themselves. Who found its slot taken stands elsewhere.
 */
import type { Id, ObjectFacts } from './answers';
import { heading, HEADING, LINE, type Piece, wrap } from './kit';
import { inShort } from './saying';
import { fit, group, paint, rect, type Shape, SMALL, textWidth, write } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';

interface KeyAnswer {
    hash: string;
    key: Id;
    text: string | null;
    /** Where it would stand if nothing else did. */
    slot: number;
}

/** What `table` answers of a dict or a set. */
export interface TableAnswer {
    object: ObjectFacts;
    dict?: { slots: number; used: number; usable: number; deleted: number; index: number[]; entries: (KeyAnswer | null)[] };
    set?: { slots: number; used: number; deleted: number; table: (KeyAnswer & { at: number })[] };
}

interface Row extends KeyAnswer {
    entry: number;
    at: number;
}

const DELETED = -2;
const CELL = 34;
const TALL = 22;

/** Of each slot the entry in it, DELETED, or undefined; and the entries. */
function read({ dict, set }: TableAnswer): { slots: (number | undefined)[]; rows: Row[] } {
    if (dict) {
        const slots = dict.index.map((entry) => (entry === -1 ? undefined : entry));
        return { slots, rows: dict.entries.flatMap((key, entry) => (key ? [{ ...key, entry, at: slots.indexOf(entry) }] : [])) };
    }
    const rows = set!.table.map((key, entry) => ({ ...key, entry }));
    const at = new Map(rows.map((row) => [row.at, row.entry]));
    return { slots: Array.from({ length: Math.min(set!.slots, 128) }, (_, slot) => at.get(slot)), rows };
}

function lineOf({ dict, set }: TableAnswer, texts: Texts): string {
    const { slots, used, deleted } = (dict ?? set)!;
    return texts.hashLine(slots, used - (dict ? deleted : 0), deleted, dict?.usable);
}

const keyText = ({ text }: KeyAnswer): string => text ?? '…';

export function drawHashTable(answer: TableAnswer, texts: Texts, width: number): Piece {
    const { slots, rows } = read(answer);
    const moved = new Set(rows.filter(({ slot, at }) => at >= 0 && slot !== at).map(({ entry }) => entry));
    const lines = wrap(lineOf(answer, texts), width);
    const shapes: Shape[] = [heading('title', 0, 0, texts.hashTableOf(inShort(answer.object))), ...lines.map((line, i) => write(`line ${i}`, 0, HEADING + 12 + i * 16, line, 'soft', { 'font-size': 12 }))];
    let y = HEADING + lines.length * 16 + 6;
    const across = [16, 8, 4].find((n) => n * CELL <= width) ?? 4;
    slots.forEach((entry, slot) => {
        const [x, top] = [(slot % across) * CELL, y + Math.floor(slot / across) * (TALL + 20)];
        const fill = entry === undefined ? 'surface' : entry === DELETED ? 'sunken' : moved.has(entry) ? 'warn-wash' : 'accent-wash';
        shapes.push(group(`slot ${slot}`, [
            rect('cell', x, top, CELL - 4, TALL, fill, { rx: 3, stroke: paint(entry === undefined ? 'line' : 'edge'), ...entry === DELETED ? { 'stroke-dasharray': '3 3' } : {} }),
            ...entry === undefined ? [] : [write('entry', x + (CELL - 4) / 2, top + 15, entry === DELETED ? '×' : String(entry), entry === DELETED ? 'soft' : 'ink', { 'font-size': 12, 'text-anchor': 'middle' })],
            write('number', x + (CELL - 4) / 2, top + TALL + 11, String(slot), 'soft', { 'font-size': 10, 'text-anchor': 'middle' }),
        ]));
    });
    y += Math.ceil(slots.length / across) * (TALL + 20) + 4;
    const keys = Math.min(150, Math.max(40, ...rows.map((row) => textWidth(fit(keyText(row), 150), 12))));
    const places = rows.map((row) => (moved.has(row.entry) ? texts.slotTaken(row.slot, row.at) : texts.inSlot(row.at)));
    const right = Math.max(0, ...places.map((text) => textWidth(text, SMALL)));
    rows.forEach((row, i) => {
        const top = y + i * LINE;
        const room = width - keys - right - 60;
        shapes.push({
            ...group(`entry ${row.entry}`, [
                rect('hit', -4, top, width + 8, LINE - 1, moved.has(row.entry) ? 'warn-wash' : 'surface', { rx: 3, class: 'hit' }),
                write('number', 16, top + 15, String(row.entry), 'soft', { 'font-size': 12, 'text-anchor': 'end' }),
                write('key', 28, top + 15, fit(keyText(row), 150), 'ink', { 'font-size': 12 }),
                ...room > 60 ? [write('hash', 40 + keys, top + 15, fit(`${texts.hash} ${row.hash}`, room), 'soft', { 'font-size': SMALL })] : [],
                write('at', width - 2, top + 15, places[i]!, 'ink', { 'font-size': SMALL, 'text-anchor': 'end' }),
            ]),
            target: { label: `${texts.entry} ${row.entry}: ${keyText(row)}, ${places[i]}`, id: row.key },
        });
    });
    return { shapes, width, height: y + rows.length * LINE };
}

export function hashTableTable(answer: TableAnswer, texts: Texts): Table {
    return {
        key: 'hash', caption: `${texts.hashTableOf(inShort(answer.object))}. ${lineOf(answer, texts)}`, columns: [texts.entry, texts.key, texts.hash, texts.wantedSlot, texts.slot],
        rows: read(answer).rows.map((row) => ({
            key: String(row.entry), marked: row.slot !== row.at, cells: [row.entry, { text: keyText(row), id: row.key }, row.hash, row.slot, row.at],
        })),
    };
}
