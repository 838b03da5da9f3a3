/**
 * objects.ts - the view Objects: names, the objects that they refer to, and what those refer to.
 *
 * Facts first (`readObjects`), marked with what changed since the moment before; then a picture whose boxes keep their
 * places. Small values stand in the rows that refer to them, unless the reader wants every object as a box.
 */
import { isAnother } from '../../../src/host/browser/changes.mjs';
import { type Edge, type GraphNode, type Id, type ObjectFacts, type ObjectsAnswer, readAnswer, type Scope } from './answers';
import { type Arrow, type Box, place, type Place } from './layout';
import { Memo } from './memo';
import { inShort, isAtom, valuePaint } from './saying';
import { fit, group, paint, path, placed, rect, round, type Scene, type Shape, SMALL, stroke, textWidth, write } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';
import type { Choices, Layout, View } from './view';

export interface Slot {
    key: string;
    label: string;
    to: Id;
    kind: Edge['kind'];
    /** Since the moment before: it is new here, or leads to something else. */
    changed: boolean;
}

export interface ObjectBox {
    key: string;
    facts: GraphNode;
    slots: Slot[];
    /** Slots that the answer left out. */
    hidden: number;
    isNew: boolean;
    countBefore?: number | null;
    /** Gone since the moment before: freed, or without a way to it from any name. */
    gone?: 'freed' | 'unreachable';
}

export interface ScopeBox {
    key: string;
    kind: Scope['scope'];
    name: string;
    line?: number;
    slots: Slot[];
    isNew: boolean;
}

export interface ObjectsModel {
    moment: number;
    scopes: ScopeBox[];
    boxes: ReadonlyMap<Id, ObjectBox>;
    gone: ObjectBox[];
    complete: boolean;
}

const QUESTION = 'objects limit=400 depth=40';
/** Of a class, what every class has. */
const CLASS_SCENERY = new Set(['__module__', '__dict__', '__weakref__', '__bases__', '__mro__', '__qualname__', '__static_attributes__']);
/** What leaves a picture at once is asked about up to here. */
const MOST_GONE = 100;

const isScenery = ({ type, class: isClass }: ObjectFacts, { kind, label }: Edge): boolean =>
    label === '__code__' || (kind === 'field' && label === 'code') || label === '__class__'
    || ((isClass || type === 'type') && (CLASS_SCENERY.has(String(label)) || label === '__doc__'));

export const boxKey = ({ id, typeId }: ObjectFacts): string => `${id}/${typeId}`;

function slotsOf(edges: Edge[], before: Slot[] | undefined, marks: boolean): Slot[] {
    const old = new Map(before?.map((slot) => [slot.key, slot]));
    const used = new Map<string, number>();
    const slots = edges.map(({ kind, label, to }): Slot => {
        const name = `${kind}:${label}`;
        const again = used.get(name) ?? 0;
        used.set(name, again + 1);
        const key = again > 0 ? `${name}#${again}` : name;
        const was = old.get(key);
        return was?.to === to && !was.changed ? was
            : { key, kind, label: label === null ? '' : String(label), to, changed: marks && was?.to !== to };
    });
    return slots.length === before?.length && slots.every((slot, i) => slot === before[i]) ? before : slots;
}

const sameEdges = (before: Edge[], now: Edge[]): boolean =>
    before.length === now.length && before.every(({ kind, label, to }, i) => to === now[i]!.to && label === now[i]!.label && kind === now[i]!.kind);

/** Everything that an answer says of an object. */
const sameFacts = (a: GraphNode, b: GraphNode): boolean =>
    a.refcount === b.refcount && a.text === b.text && a.length === b.length && a.capacity === b.capacity && a.size === b.size && a.size64 === b.size64
    && a.typeId === b.typeId && a.generation === b.generation && a.hidden === b.hidden && a.interned === b.interned && a.class === b.class
    && a.type === b.type && sameEdges(a.edges, b.edges);

/** The facts of an answer, with what has changed since `before`. What has not is the very same there: drawing tells by that. */
export function readObjects(answer: ObjectsAnswer, before?: ObjectsModel): ObjectsModel {
    const boxes = new Map<Id, ObjectBox>();
    const marks = before !== undefined;
    for (const node of answer.nodes) {
        const old = before?.boxes.get(node.id);
        const same = old && !isAnother(old.facts, node) ? old : undefined;
        const facts = same && sameFacts(same.facts, node) ? same.facts : node;
        const slots = facts === same?.facts && !same.slots.some(({ changed }) => changed) ? same.slots
            : slotsOf(facts.edges.filter((edge) => !isScenery(facts, edge)), same?.slots, marks && same !== undefined);
        boxes.set(node.id, same && facts === same.facts && slots === same.slots && !same.isNew && same.countBefore === undefined ? same : {
            key: boxKey(facts), facts, hidden: facts.hidden ?? 0, isNew: marks && !same, slots,
            countBefore: same && same.facts.refcount !== facts.refcount ? same.facts.refcount : undefined,
        });
    }
    // The module first and callers above what they call: a new frame comes below, nothing else moves.
    const frames = answer.scopes.filter(({ scope }) => scope === 'frame').reverse();
    const others = answer.scopes.filter(({ scope }) => scope !== 'frame');
    const scopes = [...others, ...frames].map((scope, i): ScopeBox => {
        const key = `${scope.scope}${i}:${scope.name ?? ''}`;
        const old = before?.scopes.find((known) => known.key === key);
        return { key, kind: scope.scope, name: scope.name ?? '', line: scope.line, isNew: marks && !old, slots: slotsOf(scope.names, old?.slots, marks) };
    });
    const gone = [...before?.boxes.values() ?? []].filter(({ facts }) => boxes.get(facts.id)?.isNew ?? true)
        .filter(({ facts }) => !isAtom(facts)).map((box): ObjectBox => ({ ...box, gone: 'freed', isNew: false }));
    return { moment: answer.moment, scopes, boxes, gone, complete: answer.complete };
}

/* ---- what is a box, and what stands in a row ---- */

const NAMED_ONLY = new Set(['module', 'type', 'function', 'builtin_function_or_method', 'method_descriptor', 'code']);

/** Known by its name: it stands in the row, until the reader opens it. */
function isNamed({ facts, slots }: ObjectBox): boolean {
    return (facts.class || NAMED_ONLY.has(facts.type)) && facts.text !== null && (facts.type !== 'function' || slots.length === 0);
}

export function isInline(box: ObjectBox, { everyObject, toggled }: Choices): boolean {
    if (toggled.has(box.key))
        return false;
    return isNamed(box) || (!everyObject && isAtom(box.facts));
}

const SHOWN = 8;
const FIRST = 6;
const CELLS = 60;

interface Shown {
    box: ObjectBox;
    /** What is drawn of the slots; `undefined` stands for those left out. */
    rows: (Slot | undefined)[];
    left: number;
    cells: boolean;
    canOpen: boolean;
}

function shownOf(box: ObjectBox, model: ObjectsModel, choices: Choices): Shown {
    const { slots, hidden, facts } = box;
    const closed = facts.class || facts.type === 'module';
    const open = choices.toggled.has(`open ${box.key}`) || (closed && choices.toggled.has(box.key));
    if (closed && !open)
        return { box, rows: [], left: slots.length + hidden, cells: false, canOpen: slots.length > 0 };
    const cells = slots.length > 0 && (facts.type === 'list' || facts.type === 'tuple') && slots.every(({ to }) => {
        const target = model.boxes.get(to);
        return target && isInline(target, choices) && isAtom(target.facts) && inShort(target.facts).length <= 6;
    });
    const most = cells ? CELLS : SHOWN;
    if (open || slots.length + (hidden > 0 ? 1 : 0) <= most)
        return { box, rows: hidden > 0 ? [...slots, undefined] : slots, left: hidden, cells, canOpen: slots.length > most };
    const first = hidden > 0 ? SHOWN - 1 : FIRST;
    const rows = [...slots.slice(0, first), undefined, ...hidden > 0 ? [] : slots.slice(first - SHOWN + 1)];
    return { box, rows, left: slots.length + hidden - rows.length + 1, cells, canOpen: true };
}

/** The boxes that can be seen: reached from the names through boxes that are drawn. */
export function visible(model: ObjectsModel, choices: Choices): Map<Id, Shown> {
    const found = new Map<Id, Shown>();
    const waiting: Id[] = [];
    const meet = (slots: readonly (Slot | undefined)[]): void => {
        for (const slot of slots) {
            const box = slot && model.boxes.get(slot.to);
            if (!box || found.has(box.facts.id) || isInline(box, choices))
                continue;
            found.set(box.facts.id, shownOf(box, model, choices));
            waiting.push(box.facts.id);
        }
    };
    for (const { slots } of model.scopes)
        meet(slots);
    for (let at = 0; at < waiting.length; at++)
        meet(found.get(waiting[at]!)!.rows);
    return found;
}

/* ---- the picture ---- */

const ROW = 22;
const HEAD = 26;
const PAD = 10;
const MARGIN = 16;
const MIN_COLUMN = 132;
const MAX_LABEL = 150;
const MAX_VALUE = 190;
const CELL = 34;
const CELL_COLUMNS = 8;

interface Drawn extends Box {
    shapes: Shape[];
    /** Where arrows leave: the middle of the row, from the top of the box. */
    exits: { slot: Slot; y: number; x: number }[];
}

const countText = ({ refcount }: ObjectFacts, texts: Texts): string => refcount === null ? texts.immortalMark : `×${refcount}`;

function rowShapes(key: string, y: number, width: number, labelWidth: number, slot: Slot, model: ObjectsModel, choices: Choices, value: ObjectBox | undefined, muted: boolean): Shape[] {
    const target = value && isInline(value, choices) ? value : undefined;
    const shapes: Shape[] = [];
    if (slot.changed) {
        shapes.push(rect(`${key} wash`, 1, y, width - 2, ROW, 'accent-wash', { class: 'wash' }));
        shapes.push(rect(`${key} bar`, 1, y, 3, ROW, 'accent'));
    }
    shapes.push(write(`${key} label`, PAD, y + 15, fit(slot.label, labelWidth), muted ? 'soft' : 'ink'));
    if (target) {
        const text = fit(inShort(target.facts), MAX_VALUE);
        shapes.push({
            ...group(`${key} value`, [
                rect('hit', PAD + labelWidth + 8, y + 1, textWidth(text) + 8, ROW - 2, 'surface', { rx: 3, 'fill-opacity': 0, class: 'hit' }),
                write('text', PAD + labelWidth + 12, y + 15, text, valuePaint(target.facts)),
            ]),
            target: { label: `${slot.label}: ${inShort(target.facts)}`, id: target.facts.id, ...isNamed(target) ? { action: target.key } : {} },
        });
    } else if (!model.boxes.has(slot.to)) {
        shapes.push(write(`${key} value`, PAD + labelWidth + 12, y + 15, '…', 'soft'));
    }
    return shapes;
}

/** All that its rows are made of, for `Memo.keep`. */
function madeOf({ rows, left, canOpen }: Omit<Shown, 'box'>, model: ObjectsModel, choices: Choices): unknown[] {
    const of: unknown[] = [left, canOpen, ...rows];
    for (const slot of rows) {
        const value = slot && model.boxes.get(slot.to);
        of.push(value && (isInline(value, choices) ? value.facts : value.key));
    }
    return of;
}

function drawRows(titleWidth: number, shown: Omit<Shown, 'box'> & { key: string }, model: ObjectsModel, choices: Choices, texts: Texts, muted: boolean, atLeast = 96): Drawn {
    const { rows, left, key } = shown;
    const slots = rows.filter((slot) => slot !== undefined);
    const labelWidth = Math.min(MAX_LABEL, Math.max(12, ...slots.map(({ label }) => textWidth(label))));
    const values = slots.map(({ to }) => model.boxes.get(to)).filter((box) => box !== undefined && isInline(box, choices))
        .map((box) => textWidth(inShort(box!.facts)) + 18);
    const more = left > 0 ? texts.more(left) : '';
    const width = Math.max(atLeast, titleWidth + 2 * PAD, PAD * 2 + labelWidth + Math.min(MAX_VALUE + 18, Math.max(22, ...values)), textWidth(more, SMALL) + 2 * PAD);
    const shapes: Shape[] = [];
    const exits: Drawn['exits'] = [];
    let y = HEAD;
    for (const slot of rows) {
        if (slot === undefined) {
            shapes.push({
                ...group('more', [
                    rect('hit', 1, y, width - 2, ROW, 'surface', { 'fill-opacity': 0, class: 'hit' }),
                    write('text', PAD, y + 15, more, 'soft', { 'font-size': SMALL }),
                ]),
                ...shown.canOpen ? { target: { label: more, action: `open ${key}` } } : {},
            });
        } else {
            const value = model.boxes.get(slot.to);
            shapes.push(group(`row ${slot.key}`, rowShapes('r', y, width, labelWidth, slot, model, choices, value, muted)));
            if (value && !isInline(value, choices)) {
                shapes.push(path(`lead ${slot.key}`, `M${round(width - 12)} ${y + ROW / 2}H${round(width)}`, stroke(slot.changed ? 'accent' : 'edge', slot.changed ? 2 : 1.25)));
                shapes.push({ key: `dot ${slot.key}`, tag: 'circle', attrs: { cx: round(width - 12), cy: y + ROW / 2, r: 3.5, fill: paint(slot.changed ? 'accent' : 'edge') } });
                exits.push({ slot, y: y + ROW / 2, x: width });
            }
        }
        y += ROW;
    }
    return { key, width, height: y + (rows.length > 0 ? 4 : 0), shapes, exits };
}

/** Small values side by side, as a list is often drawn. */
function drawCells(titleWidth: number, { box, rows, left, canOpen }: Shown, model: ObjectsModel, texts: Texts): Drawn {
    const texts_ = rows.map((slot) => slot ? inShort(model.boxes.get(slot.to)!.facts) : '…');
    const cell = Math.max(CELL, ...texts_.map((text) => Math.ceil(textWidth(text)) + 14));
    const columns = Math.min(CELL_COLUMNS, rows.length);
    const width = Math.max(96, titleWidth + 2 * PAD, columns * cell + 2 * PAD);
    const height = 40;
    const shapes: Shape[] = [];
    rows.forEach((slot, i) => {
        const x = PAD + (i % columns) * cell;
        const y = HEAD + 2 + Math.floor(i / columns) * height;
        if (!slot) {
            shapes.push({
                ...group('more', [
                    rect('hit', x, y, cell, 24, 'surface', { 'fill-opacity': 0, class: 'hit' }),
                    write('text', x + 6, y + 16, '…', 'soft'),
                ]), ...canOpen ? { target: { label: texts.more(left), action: `open ${box.key}` } } : {},
            });
            return;
        }
        const value = model.boxes.get(slot.to)!;
        shapes.push({
            ...group(`cell ${slot.key}`, [
                rect('box', x, y, cell, 24, slot.changed ? 'accent-wash' : 'sunken', { stroke: paint(slot.changed ? 'accent' : 'line'), 'stroke-width': slot.changed ? 1.5 : 1, class: 'hit' }),
                write('text', x + cell / 2, y + 17, texts_[i]!, valuePaint(value.facts), { 'text-anchor': 'middle', ...slot.changed ? { 'font-weight': 600 } : {} }),
                write('index', x + cell / 2, y + 35, slot.label, 'soft', { 'text-anchor': 'middle', 'font-size': 10 }),
            ]),
            target: { label: `${slot.label}: ${texts_[i]}`, id: value.facts.id },
        });
    });
    return { key: box.key, width, height: HEAD + 4 + Math.ceil(rows.length / columns) * height, shapes, exits: [] };
}

/** `few`: so few are new that each is marked. */
function drawObject(shown: Shown, few: boolean, model: ObjectsModel, choices: Choices, texts: Texts, memo: Memo): Drawn {
    const { box } = shown;
    const { facts, slots, countBefore, gone } = box;
    const isNew = box.isNew && few;
    const key = (gone ?? '') + box.key;
    const atom = isAtom(facts);
    const name = fit(facts.text !== null && !atom ? inShort(facts) : facts.length !== undefined && !atom ? `${facts.type} · ${facts.length}` : facts.type, 220);
    const count = countBefore === undefined ? countText(facts, texts)
        : `${countBefore === null ? texts.immortalMark : `×${countBefore}`} → ${countText(facts, texts)}`;
    const nameWidth = textWidth(name);
    const countWidth = textWidth(count, SMALL) + 12;
    const value = atom ? fit(inShort(facts), 240) : '';
    const titleWidth = Math.max(nameWidth + 14 + countWidth, textWidth(value));
    const inner = memo.keep(`in ${key}`, [texts, titleWidth, shown.cells, ...madeOf(shown, model, choices)], () => shown.cells
        ? drawCells(titleWidth, shown, model, texts)
        : drawRows(titleWidth, { ...shown, key: box.key }, model, choices, texts, facts.type === 'list' || facts.type === 'tuple'));
    const chosen = choices.selected === facts.id;
    return memo.keep(`box ${key}`, [inner, facts, slots, isNew, countBefore, gone, chosen], () => {
        const { width } = inner;
        const height = atom ? HEAD + ROW + 4 : inner.height;
        const changed = slots.some((slot) => slot.changed);
        const body = rect('body', 0, 0, width, height, gone ? 'sunken' : 'surface', {
            rx: 6, class: 'body', stroke: paint(chosen ? 'focus' : gone ? 'edge' : isNew || changed ? 'accent' : 'edge'),
            'stroke-width': chosen ? 2.5 : changed || isNew ? 1.75 : 1, ...gone ? { 'stroke-dasharray': '4 4' } : {},
        });
        const head = memo.keep(`head ${key}`, [inner, facts.type, name, count, value, countBefore, gone], () => [
            rect('hit', 0, 0, width, inner.exits.length > 0 || shown.rows.length > 0 ? HEAD : height, 'surface', { rx: 6, 'fill-opacity': 0, class: 'hit' }),
            write('type', PAD, 18, name, 'soft'),
            rect('count ground', width - countWidth - 6, 5, countWidth, 16, countBefore !== undefined ? 'accent-wash' : 'sunken', { rx: 8 }),
            write('count', width - countWidth / 2 - 6, 17, count, countBefore !== undefined ? 'accent' : 'soft', {
                'font-size': SMALL, 'text-anchor': 'middle', ...countBefore !== undefined ? { 'font-weight': 600 } : {},
            }),
            ...shown.rows.length > 0 || atom ? [path('rule', `M0.5 ${HEAD - 1}H${round(width - 0.5)}`, stroke('line'))] : [],
            ...atom ? [write('value', PAD, HEAD + 16, value, valuePaint(facts))] : [],
            ...gone ? [write('gone', PAD, height + 13, gone === 'freed' ? texts.freed : texts.unreachable, 'soft', { 'font-size': SMALL })] : [],
        ]);
        // The head is what is chosen; rows and cells have targets of their own beside it.
        const target = { label: describe(box, isNew, texts), id: facts.id, ...shown.rows.length === 0 && shown.canOpen ? { action: box.key } : {} };
        return { ...inner, height, shapes: [body, { ...group('head', head), target }, ...inner.shapes] };
    });
}

function drawScope(scope: ScopeBox, column: number, model: ObjectsModel, choices: Choices, texts: Texts, memo: Memo): Drawn {
    const title = scope.kind === 'main' ? texts.scopeMain : scope.kind === 'frame' ? scope.name : texts.scopeObject;
    const line = scope.line !== undefined ? texts.line(scope.line) : '';
    const titleWidth = textWidth(title) + (line ? textWidth(line, SMALL) + 14 : 0);
    const shown = { rows: scope.slots, left: 0, cells: false, canOpen: false, key: scope.key };
    const inner = memo.keep(`in ${scope.key} ${column}`, [texts, titleWidth, ...madeOf(shown, model, choices)],
        () => drawRows(titleWidth, shown, model, choices, texts, false, column));
    return memo.keep(`box ${scope.key} ${column}`, [inner, scope.isNew, line], () => ({
        ...inner,
        shapes: [
            rect('body', 0, 0, inner.width, inner.height, 'sunken', { rx: 6, stroke: paint(scope.isNew ? 'accent' : 'line'), 'stroke-width': scope.isNew ? 1.75 : 1 }),
            write('title', PAD, 18, fit(title, 200), 'ink', { 'font-weight': 600 }),
            ...line ? [write('line', inner.width - PAD, 18, line, 'soft', { 'font-size': SMALL, 'text-anchor': 'end' })] : [],
            ...inner.shapes,
        ],
    }));
}

/**
 * A curve from a row to the head of a box: into its left side, or into its right side when it is not further right. To a box in an
 * earlier column it leaves its own (`source`, at `corner`, if it is told) to the right and goes back below it.
 */
export function arrow(from: Place, to: Place, box: Box, corner: Place = from, source?: Box): string {
    if (source && to.x + box.width + 12 < corner.x) {
        const [x, y, right, low] = [to.x + box.width, to.y + HEAD / 2, corner.x + source.width + 12, corner.y + source.height + 9].map(round) as [number, number, number, number];
        return `M${round(from.x)} ${round(from.y)}H${right - 6}q6 0 6 6V${low - 6}q0 6 -6 6H${round(corner.x)}`
            + `C${x + 30} ${low} ${x + 40} ${y} ${x} ${y}M${x + 7} ${y - 4}L${x} ${y}L${x + 7} ${y + 4}`;
    }
    const forward = to.x > from.x + 12;
    const x = forward ? to.x : to.x + box.width;
    const y = to.y + HEAD / 2;
    const way = forward ? -1 : 1;
    const bend = forward ? Math.max(18, Math.min(90, (x - from.x) / 2)) : Math.min(120, 28 + Math.abs(from.y - y) / 5);
    const turn = forward ? x - bend : Math.max(x, Math.min(from.x, x + 60)) + bend;
    return `M${round(from.x)} ${round(from.y)}C${round(from.x + bend)} ${round(from.y)} ${round(turn)} ${round(y)} ${round(x)} ${round(y)}`
        + `M${round(x + way * 7)} ${round(y - 4)}L${round(x)} ${round(y)}L${round(x + way * 7)} ${round(y + 4)}`;
}

function describe(box: ObjectBox, isNew: boolean, texts: Texts): string {
    const { facts, countBefore, gone } = box;
    return [
        inShort(facts), texts.countOf(facts.refcount), isNew ? texts.isNew : '', countBefore !== undefined ? texts.wasCount(countBefore) : '',
        gone ? (gone === 'freed' ? texts.freed : texts.unreachable) : '',
    ].filter(Boolean).join(', ');
}

/** The column of all names: one box for dagre; in a layout, its width is kept under this key. */
const ROOT = 'names';
const SLACK = 24;
const MOST_APPEARING = 40;

export function drawObjects(model: ObjectsModel, choices: Choices, texts: Texts, before: Layout): { scene: Scene; layout: Layout } {
    const memo = Memo.after(before);
    const seen = visible(model, choices);
    // Names in a column of their own, one width for all; it never becomes narrower.
    const known = before.get(ROOT)?.x ?? 0;
    const column = Math.max(known, ...model.scopes.map((scope) => drawScope(scope, MIN_COLUMN, model, choices, texts, memo).width));
    const scopes = model.scopes.map((scope) => drawScope(scope, column, model, choices, texts, memo));
    // Where more appear than the eye can tell apart, no mark helps: the news and the table say it.
    const few = [...seen.values()].filter(({ box }) => box.isNew).length <= MOST_APPEARING;
    const objects = [...seen.values()].map((shown) => ({ shown, drawn: drawObject(shown, few, model, choices, texts, memo) }));
    const ghosts = model.gone.filter(({ key }) => before.has(key)).map((box) => {
        const shown: Shown = { ...shownOf(box, model, choices), rows: [], cells: false, canOpen: false };
        return { shown, drawn: drawObject(shown, few, model, choices, texts, memo) };
    });
    const fixed: Layout = new Map();
    let top = 0;
    for (const drawn of scopes) {
        const was = before.get(drawn.key);
        fixed.set(drawn.key, was?.y === top ? was : { x: 0, y: top });
        top += drawn.height + 18;
    }
    // A box stands beside what leads to it first: only those arrows have a say in the layout.
    const arrows: Arrow[] = [];
    const led = new Set<string>();
    const exits: { from: Drawn; exit: Drawn['exits'][number]; to: ObjectBox }[] = [];
    for (const drawn of [...scopes, ...objects.map(({ drawn }) => drawn)]) {
        for (const exit of drawn.exits) {
            const to = model.boxes.get(exit.slot.to)!;
            if (!led.has(to.key))
                arrows.push({ from: drawn.key, to: to.key, row: exit.y - HEAD / 2 });
            led.add(to.key);
            exits.push({ from: drawn, exit, to });
        }
    }
    const boxes: Box[] = objects.map(({ drawn: { key, width, height } }) => ({ key, width, height }));
    const old: Layout = new Map([...before].filter(([key]) => !fixed.has(key) && key !== ROOT));
    if (column > known + SLACK && known > 0) {
        // The names need more room than there is: all the rest moves aside as one.
        for (const [key, { x, y }] of old)
            old.set(key, { x: x + column - known, y });
    }
    let places: Layout;
    if (boxes.every(({ key }) => !old.has(key))) {
        // The first picture: all at once, from one box for all names.
        const root: Box = { key: ROOT, width: column, height: Math.max(top - 18, 1) };
        const isScope = new Set(scopes.map(({ key }) => key));
        const all = place([root, ...boxes], arrows.map((a) => isScope.has(a.from) ? { ...a, from: ROOT } : a), new Map());
        const left = all.get(ROOT)!.x;
        const highest = Math.min(...boxes.map(({ key }) => all.get(key)!.y));
        places = new Map(boxes.map(({ key }) => [key, { x: all.get(key)!.x - left, y: all.get(key)!.y - highest }]));
    } else {
        const kept = ghosts.map(({ drawn: { key, width, height } }) => ({ key, width, height: height + 14 }));
        const names = scopes.map(({ key, height }) => ({ key, height, width: column }));
        places = place([...names, ...boxes, ...kept], arrows, old, fixed);
    }
    for (const [key, at] of fixed)
        places.set(key, at);
    places.set(ROOT, { x: column > known + SLACK ? column : Math.max(known, 1), y: 0 });

    const boxOf = new Map([...scopes, ...objects.map(({ drawn }) => drawn)].map((drawn) => [drawn.key, drawn]));
    let width = column;
    let bottom = top - 18;
    for (const { key, width: w, height } of [...scopes, ...objects.map(({ drawn }) => drawn), ...ghosts.map(({ drawn }) => drawn)]) {
        const at = places.get(key)!;
        width = Math.max(width, at.x + w);
        bottom = Math.max(bottom, at.y + height + 16);
    }
    const lines = exits.map(({ from, exit, to }): Shape => {
        const [at, there, box] = [places.get(from.key)!, places.get(to.key)!, boxOf.get(to.key)!];
        const { slot: { key, changed }, x, y } = exit;
        const chosen = choices.selected === to.facts.id;
        return memo.keep(`arrow ${from.key} ${key}`, [exit, at, there, box.width, from.width, from.height, chosen], () => path(
            `arrow ${from.key} ${key}`, arrow({ x: at.x + x, y: at.y + y }, there, box, at, from),
            stroke(chosen ? 'focus' : changed ? 'accent' : 'edge', chosen || changed ? 2 : 1.25, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
        ));
    });
    const put = (key: string, drawn: Drawn, attrs: { class?: string; opacity?: number } = {}): Shape => {
        const at = places.get(drawn.key)!;
        return memo.keep(`at ${key}`, [drawn, at, attrs.class], () => placed(key, at.x, at.y, drawn.shapes, attrs));
    };
    const nodes = [
        ...scopes.map((drawn) => put(drawn.key, drawn)),
        ...ghosts.map(({ drawn }) => put(`gone ${drawn.key}`, drawn, { class: 'gone', opacity: 0.75 })),
        ...objects.map(({ shown: { box }, drawn }) => put(drawn.key, drawn, { class: box.isNew && few ? 'node fresh' : 'node' })),
    ];
    memo.done(places);
    const scene: Scene = {
        title: texts.objectsTitle(objects.length), width: width + 2 * MARGIN, height: bottom + MARGIN,
        shapes: [group('all', [group('arrows', lines, { 'pointer-events': 'none' }), group('nodes', nodes)], { transform: `translate(${MARGIN} ${MARGIN})` })],
    };
    return { scene, layout: places };
}

/* ---- the same facts in words ---- */

export function objectTables(model: ObjectsModel, texts: Texts): Table[] {
    const holders = new Map<Id, string[]>();
    const hold = (to: Id, by: string): void => {
        holders.set(to, [...holders.get(to) ?? [], by]);
    };
    for (const { slots, name, kind } of model.scopes) {
        for (const { label, to } of slots)
            hold(to, kind === 'frame' ? `${name}: ${label}` : label);
    }
    for (const { facts, slots } of model.boxes.values()) {
        for (const { label, to } of slots)
            hold(to, `${inShort(facts)}[${label}]`);
    }
    const names = model.scopes.flatMap((scope) => scope.slots.map((slot) => {
        const target = model.boxes.get(slot.to);
        return {
            key: `${scope.key} ${slot.key}`, marked: slot.changed,
            cells: [
                slot.label, scope.kind === 'main' ? texts.scopeMain : scope.kind === 'frame' ? scope.name : texts.scopeObject,
                { text: target ? inShort(target.facts) : '…', id: slot.to }, { text: String(slot.to), numeric: true }, slot.changed ? texts.isChanged : '',
            ],
        };
    }));
    const list = (box: ObjectBox): string => {
        const all = box.slots.map(({ label, to }) => `${label}: ${model.boxes.has(to) ? inShort(model.boxes.get(to)!.facts) : '…'}`);
        return [...all.slice(0, 30), ...all.length > 30 || box.hidden > 0 ? [texts.more(Math.max(0, all.length - 30) + box.hidden)] : []].join('; ');
    };
    const objects = [...model.boxes.values(), ...model.gone].map((box) => ({
        key: (box.gone ? 'gone ' : '') + box.key, marked: box.isNew || box.countBefore !== undefined || box.slots.some(({ changed }) => changed),
        cells: [
            { text: inShort(box.facts), id: box.facts.id }, box.facts.type, { text: String(box.facts.id), numeric: true },
            { text: box.facts.refcount === null ? texts.immortal : String(box.facts.refcount), numeric: true },
            { text: String(box.facts.size64), numeric: true }, (holders.get(box.facts.id) ?? []).join('; '), list(box),
            box.gone ? (box.gone === 'freed' ? texts.freed : texts.unreachable) : box.isNew ? texts.isNew : box.countBefore !== undefined
                ? texts.wasCount(box.countBefore) : box.slots.some(({ changed }) => changed) ? texts.isChanged : '',
        ],
    }));
    return [
        { key: 'names', caption: texts.namesTable, columns: [texts.name, texts.scope, texts.refersTo, texts.identity, texts.change], rows: names, empty: texts.noNames },
        { key: 'objects', caption: texts.objectsTable, columns: [texts.object, texts.type, texts.identity, texts.count, texts.bytes64, texts.heldBy, texts.contains, texts.change], rows: objects },
    ];
}

export const objects: View<ObjectsModel> = {
    name: 'objects',
    async read(ask, _choices, before) {
        const model = readObjects(readAnswer<ObjectsAnswer>(await ask(QUESTION)), before);
        // Gone from the picture is not yet freed: an object that is only held by a cycle waits for the collector.
        const others = model.gone.filter(({ facts }) => !model.boxes.has(facts.id)).slice(0, MOST_GONE);
        if (others.length > 0) {
            const { objects: alive } = readAnswer<{ objects: ObjectFacts[] }>(await ask(`living ids=${others.map(({ facts }) => facts.id).join(',')}`));
            const known = new Map(alive.map((object) => [object.id, object]));
            for (const box of others) {
                const now = known.get(box.facts.id);
                if (now && !isAnother(box.facts, now))
                    box.gone = 'unreachable';
            }
        }
        return model;
    },
    news({ boxes, gone, scopes }, texts) {
        const fresh = [...boxes.values()].filter(({ isNew, facts }) => isNew && !isAtom(facts)).length;
        const names = scopes.flatMap(({ slots }) => slots.filter(({ changed }) => changed).map(({ label }) => label));
        const changed = [...boxes.values()].filter(({ isNew, slots }) => !isNew && slots.some((slot) => slot.changed)).length;
        return texts.objectsNews(names, fresh, changed, gone.filter((box) => box.gone === 'freed').length, gone.filter((box) => box.gone === 'unreachable').length);
    },
    empty: ({ scopes }, texts) => scopes.every(({ slots }) => slots.length === 0) ? texts.noNames : undefined,
    picks: () => [],
    draw: drawObjects,
    tables: (model, _choices, texts) => objectTables(model, texts),
};
