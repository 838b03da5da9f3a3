/**
 * memory.ts - the view Memory: how full the heap is, objects by type, blocks by size, free lists, the room that lists keep
 * in reserve, and the bytes of the chosen object.
 */
import { type BytesAnswer, type HeapAnswer, type Id, type ObjectFacts, type ObjectsAnswer, readAnswer } from './answers';
import { drawHashTable, hashTableTable, type TableAnswer } from './hashtable';
import { bar, bytes, change, heading, HEADING, LINE, MARGIN, number, type Piece, wrap } from './kit';
import { inShort } from './saying';
import { fit, group, paint, placed, rect, type Scene, type Shape, SMALL, textWidth, write } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';
import type { Choices, Layout, View } from './view';

export interface MemoryModel {
    moment: number;
    heap: HeapAnswer;
    before?: HeapAnswer;
    /** Lists that names lead to, with the room that they have in reserve. */
    lists: { name: string; object: ObjectFacts; changed: boolean }[];
    /** Dicts and sets that names lead to. */
    hashed: { name: string; object: ObjectFacts }[];
    bytes?: BytesAnswer;
    table?: TableAnswer;
}

const TYPES = 14;
const MOST_LISTS = 12;
/** From this width on there are two columns. */
const COLUMN = 440;
const BETWEEN = 48;

function namesOf({ scopes }: ObjectsAnswer): Map<Id, string[]> {
    const names = new Map<Id, string[]>();
    for (const { label, to } of scopes.flatMap((scope) => scope.names))
        names.set(to, [...names.get(to) ?? [], String(label)]);
    return names;
}

const HASHED = new Set(['dict', 'set', 'frozenset', 'defaultdict', 'OrderedDict', 'Counter']);

function hashedOf(answer: ObjectsAnswer): MemoryModel['hashed'] {
    const names = namesOf(answer);
    return answer.nodes.filter(({ type }) => HASHED.has(type)).slice(0, MOST_LISTS).map((object) => ({ name: names.get(object.id)?.join(', ') ?? inShort(object), object }));
}

function listsOf(answer: ObjectsAnswer, before: MemoryModel | undefined): MemoryModel['lists'] {
    const { nodes } = answer;
    const names = namesOf(answer);
    const old = new Map(before?.lists.map(({ object }) => [object.id, object]));
    return nodes.filter(({ type, capacity }) => type === 'list' && capacity !== undefined && capacity > 0).slice(0, MOST_LISTS).map((object) => {
        const was = old.get(object.id);
        return { name: names.get(object.id)?.join(', ') ?? inShort(object), object, changed: was !== undefined && (was.length !== object.length || was.capacity !== object.capacity) };
    });
}

/** Rows keep the place that they had; what is new comes last. */
function inOrder<T>(rows: T[], key: (row: T) => string, before: Layout): T[] {
    const known = (row: T): number => before.get(key(row))?.y ?? Infinity;
    return rows.map((row, i) => ({ row, i })).sort((a, b) => {
        const [x, y] = [known(a.row), known(b.row)];
        return x === y ? a.i - b.i : x < y ? -1 : 1;
    }).map(({ row }) => row);
}

const listName = ({ of, items }: HeapAnswer['freeLists'][number], texts: Texts): string => items === undefined ? of : texts.tupleOf(items);

function drawTypes({ heap, before }: MemoryModel, choices: Choices, texts: Texts, layout: Layout, width: number): Piece & { order: string[] } {
    const old = new Map(before?.byType.map((row) => [row.typeId, row]));
    const open = choices.toggled.has('open types');
    const isChanged = (row: HeapAnswer['byType'][number]): boolean => before !== undefined && old.get(row.typeId)?.count !== row.count;
    // What changed is always among the rows; the rest by size.
    const first = heap.byType.filter((row, i) => open || i < TYPES || isChanged(row) || layout.has(`type ${row.typeId}`));
    const rows = inOrder(first, ({ typeId }) => `type ${typeId}`, layout);
    const most = Math.max(1, ...rows.map(({ size }) => size));
    const longest = width < 420 ? 116 : 180;
    const names = Math.max(...rows.map(({ type }) => textWidth(fit(type, longest, 12), 12)));
    const counts = Math.max(...rows.map(({ count }) => textWidth(number(count), 12)));
    const sizes = 62;
    const room = width - names - counts - sizes - 86;
    const shapes: Shape[] = [heading('title', 0, 0, texts.byType)];
    rows.forEach((row, i) => {
        const y = HEADING + i * LINE;
        const text = change(row.count, before && (old.get(row.typeId)?.count ?? 0));
        shapes.push(placed(`type ${row.typeId}`, 0, y, [
            ...text ? [rect('wash', -4, 0, width + 8, LINE, 'accent-wash', { rx: 3 })] : [],
            write('name', 0, 15, fit(row.type, longest, 12), 'ink', { 'font-size': 12 }),
            write('count', names + 12 + counts, 15, number(row.count), 'ink', { 'font-size': 12, 'text-anchor': 'end' }),
            ...text ? [write('change', names + counts + 18, 15, text, 'accent', { 'font-size': SMALL, 'font-weight': 600 })] : [],
            ...room >= 30 ? [bar('bar', names + counts + 72, 7, room, row.size, most, text ? 'accent' : 'edge')] : [],
            write('size', width, 15, bytes(row.size), 'soft', { 'font-size': SMALL, 'text-anchor': 'end' }),
        ]));
    });
    let height = HEADING + rows.length * LINE;
    const rest = heap.types - rows.length;
    if (rest > 0 || open) {
        shapes.push({
            ...group('more', [rect('hit', 0, height + 1, 140, LINE, 'surface', { 'fill-opacity': 0, class: 'hit', rx: 3 }), write('text', 0, height + 15, open ? texts.fewer : texts.more(rest), 'soft', { 'font-size': SMALL })]),
            target: { label: open ? texts.fewer : texts.more(rest), action: 'open types' },
        });
        height += LINE;
    }
    return { shapes, width, height, order: rows.map(({ typeId }) => `type ${typeId}`) };
}

function drawSizes({ heap, before }: MemoryModel, texts: Texts, width: number): Piece {
    const old = new Map(before?.bySize.map(({ upTo, count }) => [upTo, count]));
    const shapes: Shape[] = [heading('title', 0, 0, texts.bySize)];
    const columns = Math.max(1, Math.floor(width / 46));
    const tall = 54;
    const most = Math.sqrt(Math.max(1, ...heap.bySize.map(({ count }) => count)));
    heap.bySize.forEach(({ upTo, count }, i) => {
        const x = (i % columns) * 46;
        const y = HEADING + Math.floor(i / columns) * (tall + 46);
        const part = count === 0 ? 0 : Math.max(2, (Math.sqrt(count) / most) * tall);
        const changed = before !== undefined && old.get(upTo) !== count;
        shapes.push(group(`size ${upTo}`, [
            rect('bar', x + 6, y + 14 + tall - part, 30, part, changed ? 'accent' : 'edge', { rx: 2 }),
            write('count', x + 21, y + 10 + tall - part, number(count), changed ? 'accent' : 'soft', { 'font-size': 10, 'text-anchor': 'middle', ...changed ? { 'font-weight': 600 } : {} }),
            write('upTo', x + 21, y + tall + 26, upTo === null ? texts.larger : `≤${upTo}`, 'ink', { 'font-size': 10, 'text-anchor': 'middle' }),
        ]));
    });
    return { shapes, width, height: HEADING + Math.ceil(heap.bySize.length / columns) * (tall + 46) - 10 };
}

function drawFreeLists({ heap, before }: MemoryModel, choices: Choices, texts: Texts, width: number): Piece {
    const old = new Map(before?.freeLists.map((list) => [`${list.of} ${list.items}`, list.length]));
    const open = choices.toggled.has('open free');
    const shown = heap.freeLists.filter((list) => open || list.items === undefined || list.length > 0 || (old.get(`${list.of} ${list.items}`) ?? 0) > 0);
    const shapes: Shape[] = [heading('title', 0, 0, texts.freeLists)];
    const names = Math.max(...shown.map((list) => textWidth(fit(listName(list, texts), 150), 12)));
    const cells = Math.max(4, Math.min(20, Math.floor((width - names - 100) / 12)));
    shown.forEach((list, i) => {
        const y = HEADING + i * LINE;
        const was = old.get(`${list.of} ${list.items}`);
        const changed = before !== undefined && was !== list.length;
        const slots = Math.min(cells, list.limit);
        shapes.push(group(`free ${list.of} ${list.items}`, [
            ...changed ? [rect('wash', -4, y, width + 8, LINE, 'accent-wash', { rx: 3 })] : [],
            write('name', 0, y + 15, fit(listName(list, texts), 150, 12), 'ink', { 'font-size': 12 }),
            ...Array.from({ length: slots }, (_, at) => rect(`slot ${at}`, names + 12 + at * 12, y + 6, 10, 10, at < list.length ? 'accent' : 'surface', { stroke: paint(at < list.length ? 'accent' : 'line'), rx: 2 })),
            write('count', width, y + 15, texts.ofLimit(list.length, list.limit), changed ? 'accent' : 'soft', { 'font-size': SMALL, 'text-anchor': 'end', ...changed ? { 'font-weight': 600 } : {} }),
        ]));
    });
    let height = HEADING + shown.length * LINE;
    const hidden = heap.freeLists.length - shown.length;
    if (hidden > 0 || open) {
        const text = open ? texts.fewer : texts.moreEmpty(hidden);
        shapes.push({
            ...group('more', [rect('hit', 0, height + 1, 160, LINE, 'surface', { 'fill-opacity': 0, class: 'hit', rx: 3 }), write('text', 0, height + 15, text, 'soft', { 'font-size': SMALL })]),
            target: { label: text, action: 'open free' },
        });
        height += LINE;
    }
    return { shapes, width, height };
}

function drawLists({ lists }: MemoryModel, choices: Choices, texts: Texts, width: number): Piece {
    const shapes: Shape[] = [heading('title', 0, 0, texts.listRoom)];
    const names = Math.min(140, Math.max(40, ...lists.map(({ name }) => textWidth(fit(name, 140), 12))));
    lists.forEach(({ name, object, changed }, i) => {
        const y = HEADING + i * LINE;
        const { length = 0, capacity = 0 } = object;
        const most = Math.max(4, Math.min(32, Math.floor((width - names - 110) / 12)));
        const slots = Math.min(most, capacity);
        const used = capacity > most ? Math.round((length / capacity) * most) : length;
        shapes.push({
            ...group(`list ${object.id}`, [
                rect('hit', -4, y, width + 8, LINE, changed ? 'accent-wash' : 'surface', { rx: 3, class: 'hit', ...object.id === choices.selected ? { stroke: paint('focus'), 'stroke-width': 2 } : {} }),
                write('name', 0, y + 15, fit(name, 140, 12), 'ink', { 'font-size': 12 }),
                ...Array.from({ length: slots }, (_, at) => rect(`slot ${at}`, names + 12 + at * 12, y + 6, 10, 10, at < used ? 'edge' : 'surface', { stroke: paint(at < used ? 'edge' : 'accent'), rx: 2, ...at < used ? {} : { 'stroke-dasharray': '2 2' } })),
                write('count', width, y + 15, texts.usedOf(length, capacity), changed ? 'accent' : 'soft', { 'font-size': SMALL, 'text-anchor': 'end' }),
            ]), target: { label: `${name}: ${texts.usedOf(length, capacity)}`, id: object.id },
        });
    });
    return { shapes, width, height: HEADING + lists.length * LINE };
}

function drawHashed({ hashed }: MemoryModel, choices: Choices, texts: Texts, width: number): Piece {
    const shapes: Shape[] = [heading('title', 0, 0, texts.hashTables)];
    hashed.forEach(({ name, object }, i) => {
        const y = HEADING + i * LINE;
        shapes.push({
            ...group(`hashed ${object.id}`, [
                rect('hit', -4, y, width + 8, LINE, 'surface', { rx: 3, class: 'hit', ...object.id === choices.selected ? { stroke: paint('focus'), 'stroke-width': 2 } : {} }),
                write('name', 0, y + 15, fit(name, 160, 12), 'ink', { 'font-size': 12 }),
                write('what', width, y + 15, inShort(object), 'soft', { 'font-size': SMALL, 'text-anchor': 'end' }),
            ]), target: { label: texts.hashTableOf(name), id: object.id },
        });
    });
    return { shapes, width, height: HEADING + hashed.length * LINE };
}

const FIELD_COLOURS = ['accent-wash', 'sunken', 'warn-wash', 'danger-wash'] as const;

/** The bytes of one object, a row of the dump for each field. */
function drawBytes(answer: BytesAnswer, texts: Texts, width: number): Piece {
    const shapes: Shape[] = [heading('title', 0, 0, texts.bytesOf(inShort(answer.object)))];
    const names = Math.min(130, Math.max(...answer.fields.map(({ name }) => textWidth(fit(name, 130), 12))));
    answer.fields.forEach((field, i) => {
        const y = HEADING + i * LINE;
        const hex = answer.bytes.slice((field.offset - answer.start) * 2, (field.offset - answer.start + field.size) * 2).match(/../g)?.join(' ') ?? '';
        shapes.push({
            ...group(`field ${field.offset}`, [
                rect('hit', -4, y, width + 8, LINE - 1, FIELD_COLOURS[i % 2]!, { rx: 2, class: 'hit' }),
                write('offset', 24, y + 15, String(field.offset), 'soft', { 'font-size': SMALL, 'text-anchor': 'end' }),
                write('name', 36, y + 15, fit(field.name, 130, 12), 'ink', { 'font-size': 12 }),
                write('hex', 48 + names, y + 15, fit(hex, Math.max(80, width - names - 170), 12), 'code-number', { 'font-size': 12 }),
                write('text', width - 4, y + 15, fit(field.text, 110, 12), 'ink', { 'font-size': 12, 'text-anchor': 'end' }),
            ]),
            ...field.to ? { target: { label: `${field.name}: ${field.text}`, id: field.to } } : {},
        });
    });
    return { shapes, width, height: HEADING + answer.fields.length * LINE };
}

export function drawMemory(model: MemoryModel, choices: Choices, texts: Texts, before: Layout): { scene: Scene; layout: Layout } {
    const { heap } = model;
    const room = (choices.width ?? 672) - 2 * MARGIN;
    const columns = room >= 2 * COLUMN ? 2 : 1;
    const width = Math.max(280, Math.min(640, columns === 2 ? (room - BETWEEN) / 2 : room));
    const lines = wrap(texts.heapLine(number(heap.objects), bytes(heap.used), bytes(heap.peak)) + (model.before ? `  ${change(heap.used, model.before.used)}` : ''), width);
    const total: Piece = {
        width, height: 38 + lines.length * 16,
        shapes: [
            heading('title', 0, 0, texts.heapTitle),
            bar('bar', 0, 24, width, heap.used, Math.max(heap.peak, 1)),
            ...lines.map((line, i) => write(`text ${i}`, 0, 48 + i * 16, line, 'soft', { 'font-size': 12 })),
        ],
    };
    const types = drawTypes(model, choices, texts, before, width);
    const first: [string, Piece][] = [
        ['total', total],
        ...model.table ? [['table', drawHashTable(model.table, texts, width)] as [string, Piece]] : [],
        ...model.bytes ? [['bytes', drawBytes(model.bytes, texts, width)] as [string, Piece]] : [],
        ...model.lists.length > 0 ? [['lists', drawLists(model, choices, texts, width)] as [string, Piece]] : [],
        ...model.hashed.length > 0 ? [['hashed', drawHashed(model, choices, texts, width)] as [string, Piece]] : [],
    ];
    const second: [string, Piece][] = [['types', types], ['free', drawFreeLists(model, choices, texts, width)], ['sizes', drawSizes(model, texts, width)]];
    const halves = columns === 2 ? [[...first, ...second.slice(1)], second.slice(0, 1)] : [[...first, ...second]];
    let y = 0;
    const shapes = halves.flatMap((pieces, column) => {
        let at = 0;
        return pieces.map(([key, piece]) => {
            const shape = placed(key, column * (width + BETWEEN), at, piece.shapes);
            at += piece.height + 20;
            y = Math.max(y, at);
            return shape;
        });
    });
    return {
        scene: { title: texts.memoryTitle(heap.objects), width: columns * width + (columns - 1) * BETWEEN + 2 * MARGIN, height: y + 2 * MARGIN - 20, shapes: [group('all', shapes, { transform: `translate(${MARGIN} ${MARGIN})` })] },
        layout: new Map(types.order.map((key, i) => [key, { x: 0, y: i }])),
    };
}

export function memoryTables(model: MemoryModel, texts: Texts): Table[] {
    const { heap, before } = model;
    const types = new Map(before?.byType.map((row) => [row.typeId, row.count]));
    const sizes = new Map(before?.bySize.map((row) => [row.upTo, row.count]));
    const free = new Map(before?.freeLists.map((row) => [`${row.of} ${row.items}`, row.length]));
    return [
        { key: 'total', caption: texts.heapTitle, columns: [texts.what, texts.number, texts.change], rows: [
            { key: 'objects', cells: [texts.objectsWord, heap.objects, change(heap.objects, before?.objects)] }, { key: 'blocks', cells: [texts.blocks, heap.blocks, change(heap.blocks, before?.blocks)] },
            { key: 'used', cells: [texts.usedBytes, heap.used, change(heap.used, before?.used)] }, { key: 'peak', cells: [texts.peakBytes, heap.peak, change(heap.peak, before?.peak)] }, { key: 'limit', cells: [texts.limitBytes, heap.limit, ''] },
        ] },
        ...model.table ? [hashTableTable(model.table, texts)] : [],
        ...model.bytes ? [{
            key: 'bytes', caption: texts.bytesOf(inShort(model.bytes.object)), columns: [texts.offset, texts.field, texts.bytesWord, texts.value],
            rows: model.bytes.fields.map(({ offset, size, name, text, to }) => ({
                key: String(offset), cells: [offset, name, model.bytes!.bytes.slice((offset - model.bytes!.start) * 2, (offset - model.bytes!.start + size) * 2).match(/../g)?.join(' ') ?? '', to ? { text, id: to } : text],
            })),
        }] : [],
        ...model.lists.length > 0 ? [{
            key: 'lists', caption: texts.listRoom, columns: [texts.name, texts.length, texts.capacity, texts.bytes64],
            rows: model.lists.map(({ name, object, changed }) => ({ key: String(object.id), marked: changed, cells: [{ text: name, id: object.id }, object.length ?? 0, object.capacity ?? 0, object.size64] })),
        }] : [],
        ...model.hashed.length > 0 ? [{
            key: 'hashed', caption: texts.hashTables, columns: [texts.name, texts.type, texts.length],
            rows: model.hashed.map(({ name, object }) => ({ key: String(object.id), cells: [{ text: name, id: object.id }, object.type, object.length ?? 0] })),
        }] : [],
        { key: 'types', caption: texts.byType, columns: [texts.type, texts.number, texts.change, texts.bytesHere, texts.bytes64], rows: heap.byType.map((row) => {
            const text = change(row.count, before && (types.get(row.typeId) ?? 0));
            return { key: String(row.typeId), marked: text !== '', cells: [row.type, row.count, text, row.size, row.size64] };
        }) },
        { key: 'free', caption: texts.freeLists, columns: [texts.what, texts.number, texts.limit, texts.change], rows: heap.freeLists.map((list) => {
            const text = change(list.length, before && (free.get(`${list.of} ${list.items}`) ?? 0));
            return { key: `${list.of} ${list.items}`, marked: text !== '', cells: [listName(list, texts), list.length, list.limit, text] };
        }) },
        { key: 'sizes', caption: texts.bySize, columns: [texts.upTo, texts.number, texts.bytesHere, texts.change], rows: heap.bySize.map((row) => {
            const text = change(row.count, before && (sizes.get(row.upTo) ?? 0));
            return { key: String(row.upTo), marked: text !== '', cells: [row.upTo ?? texts.larger, row.count, row.bytes, text] };
        }) },
    ];
}

export const memory: View<MemoryModel> = {
    name: 'memory',
    asksForSelected: true,
    async read(ask, { selected }, before) {
        const heap = readAnswer<HeapAnswer>(await ask('heap limit=100'));
        const objects = readAnswer<ObjectsAnswer>(await ask('objects limit=200 depth=4'));
        const model: MemoryModel = { moment: heap.moment, heap, before: before?.heap, lists: listsOf(objects, before), hashed: hashedOf(objects) };
        if (selected !== undefined) {
            const found = await ask(`bytes id=${selected}`) as BytesAnswer | { error: string };
            if (!('error' in found))
                model.bytes = found;
            if (!('error' in found) && HASHED.has(found.object.type)) {
                const table = await ask(`table id=${selected}`) as unknown as TableAnswer | { error: string };
                if (!('error' in table) && (table.dict || table.set))
                    model.table = table;
            }
        }
        return model;
    },
    news({ heap, before }, texts) {
        if (!before)
            return '';
        const old = new Map(before.byType.map(({ typeId, count }) => [typeId, count]));
        const changed = heap.byType.map((row) => [row.type, change(row.count, old.get(row.typeId) ?? 0)] as const).filter(([, text]) => text !== '');
        return texts.memoryNews(changed.map(([type, text]) => `${type} ${text}`), change(heap.used, before.used));
    },
    empty: () => undefined,
    picks: () => [],
    draw: drawMemory,
    tables: (model, _choices, texts) => memoryTables(model, texts),
};
