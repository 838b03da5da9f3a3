/**
 * frames.ts - the view Frames: the calls of every thread with their variables and evaluation stacks, callers above what
 * they call; generators and coroutines that are parked, with what they wait for; the instructions of one function.
 */
import { type CodeAnswer, type FramesAnswer, type FrameSlot, type Id, type Instruction, type PythonFrame, readAnswer, type Suspended } from './answers';
import { card, type CardRow, heading, HEADING, LINE, MARGIN, type Piece } from './kit';
import { inShort, valuePaint } from './saying';
import { fit, group, paint, path, placed, rect, round, type Scene, type Shape, SMALL, stroke, textWidth, write } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';
import type { Choices, Layout, Pick, View } from './view';

export interface ShownFrame {
    key: string;
    frame: PythonFrame;
    isNew: boolean;
    moved: boolean;
    /** Keys of variables that are new or have another value. */
    changed: ReadonlySet<string>;
}

export interface ShownThread {
    id: number;
    current: boolean;
    waits: FramesAnswer['threads'][number]['waits'];
    frames: (ShownFrame | { key: string; native: string; inside: number })[];
}

export interface FramesModel {
    moment: number;
    threads: ShownThread[];
    parked: (ShownFrame & { frame: Suspended })[];
    /** The instructions of the function that is looked at, if the inspector tells them. */
    code?: CodeAnswer & { current: number; line: number };
}

const slotKey = ({ kind, label }: FrameSlot): string => `${kind}:${label}`;
const valueKey = ({ value }: FrameSlot): string => `${value.id}/${value.typeId}/${value.text}/${value.length ?? ''}`;

function shown(key: string, frame: PythonFrame, before: ShownFrame | undefined, marks: boolean): ShownFrame {
    const same = before?.frame.code === frame.code ? before : undefined;
    const old = new Map(same?.frame.variables.map((slot) => [slotKey(slot), valueKey(slot)]));
    return {
        key, frame, isNew: marks && !same, moved: same !== undefined && (same.frame.line !== frame.line || same.frame.offset !== frame.offset),
        changed: new Set(same ? frame.variables.filter((slot) => old.get(slotKey(slot)) !== valueKey(slot)).map(slotKey) : []),
    };
}

/** What calls the module is no news; built-in functions that call each other are one. */
function together(done: ShownThread['frames'], frame: ShownThread['frames'][number]): ShownThread['frames'] {
    const last = done.at(-1);
    if (!('native' in frame))
        return [...done, frame];
    if (!last)
        return done;
    return 'native' in last ? [...done.slice(0, -1), { ...last, inside: last.inside + 1 }] : [...done, frame];
}

const nativeText = ({ native, inside }: { native: string; inside: number }, texts: Texts): string => inside > 0 ? `${native}()  ${texts.inside(inside)}` : `${native}()`;

export function readFrames(answer: FramesAnswer, before?: FramesModel): FramesModel {
    const marks = before !== undefined;
    return {
        moment: answer.moment,
        threads: answer.threads.map((thread) => {
            const old = before?.threads.find(({ id }) => id === thread.id);
            const count = thread.frames.length;
            return {
                ...thread,
                // Callers first. A frame's key is its place in the stack: what it calls comes and goes behind it.
                frames: thread.frames.map((frame, i) => {
                    const key = `${thread.id}:${count - i}`;
                    if ('native' in frame)
                        return { key, native: frame.native, inside: 0 };
                    const known = old?.frames.find((other) => other.key === key);
                    return shown(key, frame, known && 'frame' in known ? known : undefined, marks);
                }).reverse().reduce<ShownThread['frames']>(together, []),
            };
        }),
        parked: answer.suspended.map((frame) =>
            shown(`parked ${frame.id}`, frame, before?.parked.find((other) => other.frame.id === frame.id && other.frame.code === frame.code), marks) as ShownFrame & { frame: Suspended }),
    };
}

const framesOf = (model: FramesModel): ShownFrame[] =>
    [...model.threads.flatMap(({ frames }) => frames.filter((frame) => 'frame' in frame)), ...model.parked];

/** The frame whose instructions are shown: the one chosen, else the innermost. */
function lookedAt(model: FramesModel, { picks }: Choices): ShownFrame | undefined {
    const all = framesOf(model);
    const current = model.threads.find((thread) => thread.current) ?? model.threads[0];
    return all.find(({ key }) => key === picks['frame']) ?? current?.frames.filter((frame) => 'frame' in frame).at(-1) ?? all[0];
}

/* ---- the picture ---- */

const GAP = 14;
const OPEN_CODE = 'open code';
/** Instructions shown above the current one, and from it on. */
const ABOVE = 12;
const BELOW = 16;
const APART = 40;
const OFFSET_WIDTH = 40;
const ROW = 18;
/** Below this width everything stands in one column. */
const NARROW = 560;

function frameRows({ frame, changed }: ShownFrame, texts: Texts): CardRow[] {
    return [
        ...frame.variables.map((slot) => ({ key: slotKey(slot), label: String(slot.label), value: slot.value, changed: changed.has(slotKey(slot)) })),
        ...frame.stack.map((slot, i) => ({ key: `stack ${i}`, label: i === frame.stack.length - 1 ? texts.stackTop : texts.stackBelow, value: slot.value, soft: true })),
    ];
}

const stateText = ({ type, state }: Suspended, texts: Texts): string => `${texts.generatorTypes[type]} · ${texts.generatorStates[state]}`;
const lineText = (line: number, texts: Texts): string => line > 0 ? texts.line(line) : '';

/** What the argument of an instruction stands for. */
function meaning({ text, value, target }: Instruction, texts: Texts): string {
    return value ? inShort(value) : text ?? (target !== undefined ? texts.jumpTo(target) : '');
}

/** The instructions around the current one; all of them on demand. */
function windowOf({ instructions, current }: NonNullable<FramesModel['code']>, choices: Choices): { shown: Instruction[]; above: number; below: number } {
    const at = instructions.findIndex(({ offset }) => offset === current);
    if (choices.toggled.has(OPEN_CODE) || instructions.length <= ABOVE + BELOW)
        return { shown: instructions, above: 0, below: 0 };
    const first = Math.max(0, Math.min(at - ABOVE, instructions.length - ABOVE - BELOW));
    const shown = instructions.slice(first, first + ABOVE + BELOW);
    return { shown, above: first, below: instructions.length - first - shown.length };
}

/** `now`: where the current instruction stands. */
function drawCode(code: NonNullable<FramesModel['code']>, title: string, choices: Choices, texts: Texts): Piece & { now: number } {
    const { shown, above, below } = windowOf(code, choices);
    const opWidth = Math.max(...code.instructions.map(({ op }) => textWidth(op, 12)));
    const textsWide = Math.min(180, Math.max(20, ...code.instructions.map((instruction) => textWidth(meaning(instruction, texts), 12))));
    const width = 44 + OFFSET_WIDTH + opWidth + 44 + textsWide + 24;
    const shapes: Shape[] = [heading('title', 0, 0, fit(texts.codeOf(title), width))];
    let line = 0;
    const now = code.instructions.find(({ offset }) => offset === code.current);
    const first = HEADING + (above > 0 ? 24 : 0);
    let top = HEADING;
    const more = (key: string, n: number): void => {
        if (n === 0)
            return;
        const text = texts.more(n);
        shapes.push({ ...group(key, [rect('hit', 30, top, 150, 22, 'surface', { 'fill-opacity': 0, class: 'hit', rx: 3 }), write('text', 36, top + 15, text, 'soft', { 'font-size': SMALL })]), target: { label: text, action: OPEN_CODE } });
        top += 24;
    };
    more('above', above);
    shown.forEach((instruction, i) => {
        const { offset, line: at, op, arg, value } = instruction;
        const text = meaning(instruction, texts);
        const y = top + i * ROW;
        const here = offset === code.current;
        const parts: Shape[] = [];
        if (here)
            parts.push(rect('here', 0, y, width, 18, 'accent-wash', { rx: 3 }), path('mark', `M4 ${y + 4}L11 ${y + 9}L4 ${y + 14}Z`, { fill: paint('accent') }));
        else if (at === code.line)
            parts.push(rect('line ground', 0, y, width, 18, 'sunken'));
        if (at !== line && at > 0)
            parts.push(write('line', 36, y + 13, String(at), 'soft', { 'font-size': SMALL, 'text-anchor': 'end' }));
        line = at > 0 ? at : line;
        parts.push(
            write('offset', 44 + OFFSET_WIDTH - 8, y + 13, String(offset), 'soft', { 'font-size': SMALL, 'text-anchor': 'end' }),
            write('op', 44 + OFFSET_WIDTH, y + 13, op, here ? 'accent' : 'ink', { 'font-size': 12, ...here ? { 'font-weight': 600 } : {} }),
            ...arg !== undefined ? [write('arg', 44 + OFFSET_WIDTH + opWidth + 36, y + 13, String(arg), 'soft', { 'font-size': SMALL, 'text-anchor': 'end' })] : [],
            ...text ? [write('text', 44 + OFFSET_WIDTH + opWidth + 48, y + 13, fit(text, textsWide, 12), value ? valuePaint(value) : instruction.target !== undefined ? 'soft' : 'code-name', { 'font-size': 12 })] : [],
        );
        // The block that is being executed: everything whose exceptions go where this instruction's go.
        if (now?.handler !== undefined && instruction.handler === now.handler)
            parts.push(rect('block', width - 4, y, 3, 18, 'warn'));
        if (offset === now?.handler)
            parts.push(write('handler', width - 10, y + 13, texts.handler, 'warn', { 'font-size': 10, 'text-anchor': 'end' }));
        shapes.push(group(`at ${offset}`, parts));
    });
    top += shown.length * ROW;
    more('below', below);
    return { shapes, width, height: top, now: first + Math.max(0, shown.findIndex(({ offset }) => offset === code.current)) * ROW };
}

export function drawFrames(model: FramesModel, choices: Choices, texts: Texts): { scene: Scene; layout: Layout } {
    const { selected } = choices;
    const looked = lookedAt(model, choices);
    const shapes: Shape[] = [];
    let y = 0;
    let width = 0;
    const add = (key: string, x: number, piece: Piece): void => {
        shapes.push(placed(key, x, y, piece.shapes));
        width = Math.max(width, x + piece.width);
        y += piece.height + GAP;
    };
    const drawn = (frame: ShownFrame, atLeast: number): Piece => card({
        title: `${frame.frame.qualname}${frame.frame.qualname.startsWith('<') ? '' : '()'}`, remark: lineText(frame.frame.line, texts), rows: frameRows(frame, texts), selected, atLeast,
        edge: frame === looked ? 'accent' : 'edge', heavy: frame === looked,
        target: { label: `${frame.frame.qualname}, ${lineText(frame.frame.line, texts)}${frame.isNew ? `, ${texts.isNew}` : ''}`, action: `pick frame ${frame.key}` },
    });
    const all = framesOf(model);
    const column = Math.max(180, ...all.map((frame) => drawn(frame, 0).width));
    for (const thread of model.threads) {
        shapes.push(placed(`thread ${thread.id}`, 0, y, [heading('title', 0, 0, model.threads.length > 1 ? texts.thread(thread.id) : texts.callStack),
            ...thread.waits ? [write('waits', column, 14, texts.waits[thread.waits], 'soft', { 'font-size': SMALL, 'text-anchor': 'end' })] : []]));
        y += HEADING;
        thread.frames.forEach((frame, i) => {
            if (i > 0)
                shapes.push(path(`call ${frame.key}`, `M20 ${y - GAP}V${y - 2}M16 ${y - 6}L20 ${y - 1}L24 ${y - 6}`, stroke('edge', 1.25)));
            if ('native' in frame) {
                add(frame.key, 0, {
                    width: column, height: LINE,
                    shapes: [rect('body', 0, 0, column, LINE, 'sunken', { rx: 6, stroke: paint('line'), 'stroke-dasharray': '4 4' }), write('text', 10, 15, fit(nativeText(frame, texts), column - 20, 12), 'soft', { 'font-size': 12 })],
                });
            } else {
                add(frame.key, 0, drawn(frame, column));
            }
        });
        y += 6;
    }
    const narrow = choices.width !== undefined && choices.width < NARROW;
    let stackHeight = y;
    const places = new Map<Id, { y: number; height: number }>();
    let x = narrow ? 0 : column + APART;
    if (model.parked.length > 0) {
        y = narrow ? stackHeight : 0;
        shapes.push(placed('parked title', x, y, [heading('title', 0, 0, texts.parked)]));
        y += HEADING;
        for (const frame of model.parked) {
            const { frame: facts } = frame;
            const piece = card({
                title: facts.qualname, remark: lineText(facts.line, texts), selected, edge: frame === looked ? 'accent' : 'edge', heavy: frame === looked, ground: 'sunken',
                rows: [{ key: 'state', label: texts.state, text: stateText(facts, texts), soft: true }, ...frameRows(frame, texts)],
                target: { label: `${facts.qualname}, ${stateText(facts, texts)}`, id: facts.id, action: `pick frame ${frame.key}` },
            });
            places.set(facts.id, { y, height: piece.height });
            add(frame.key, x, piece);
        }
        const right = width;
        for (const { frame: { id, waitsFor } } of model.parked) {
            const from = places.get(id)!;
            const to = waitsFor === null ? undefined : places.get(waitsFor);
            if (to)
                shapes.push(path(`waits ${id}`, `M${round(right)} ${round(from.y + 13)}C${round(right + 34)} ${round(from.y + 13)} ${round(right + 34)} ${round(to.y + 13)} ${round(right)} ${round(to.y + 13)}M${round(right + 7)} ${round(to.y + 9)}L${round(right)} ${round(to.y + 13)}L${round(right + 7)} ${round(to.y + 17)}`, stroke('edge', 1.25)));
        }
        x = narrow ? 0 : right + APART;
        stackHeight = Math.max(stackHeight, y);
    }
    const codeTop = narrow ? stackHeight : 0;
    let height = stackHeight;
    let sight: Scene['sight'];
    if (model.code && looked) {
        const piece = drawCode(model.code, looked.frame.qualname, choices, texts);
        shapes.push(placed('code', x, codeTop, piece.shapes));
        width = Math.max(width, x + piece.width);
        height = Math.max(height, codeTop + piece.height);
        sight = { of: `${model.moment} ${looked.key}`, y: MARGIN + codeTop + piece.now, height: ROW };
    }
    return {
        scene: { title: texts.framesTitle(all.length), width: width + 2 * MARGIN + 20, height: height + 2 * MARGIN, sight, shapes: [group('all', shapes, { transform: `translate(${MARGIN} ${MARGIN})` })] },
        layout: new Map(),
    };
}

/* ---- the same facts in words ---- */

export function frameTables(model: FramesModel, choices: Choices, texts: Texts): Table[] {
    const columns = [texts.functionOrName, texts.lineWord, texts.value, texts.type, texts.change];
    const rowsOf = (frame: ShownFrame, depth: number, extra = ''): Table['rows'] => [
        { key: frame.key, depth, marked: frame.isNew, cells: [frame.frame.qualname, frame.frame.line > 0 ? frame.frame.line : '', extra, '', frame.isNew ? texts.isNew : frame.moved ? texts.isMoved : ''] },
        ...[...frame.frame.variables, ...frame.frame.stack].map((slot, i) => ({
            key: `${frame.key} ${i}`, depth: depth + 1, marked: frame.changed.has(slotKey(slot)),
            cells: [i < frame.frame.variables.length ? String(slot.label) : texts.stackValue, '', { text: inShort(slot.value), id: slot.value.id }, slot.value.type, frame.changed.has(slotKey(slot)) ? texts.isChanged : ''],
        })),
    ];
    const tables: Table[] = model.threads.map((thread) => ({
        key: `thread ${thread.id}`, caption: model.threads.length > 1 ? texts.thread(thread.id) : texts.callStack, columns, empty: texts.noFrames,
        rows: thread.frames.flatMap((frame, depth) => 'native' in frame ? [{ key: frame.key, depth, cells: [nativeText(frame, texts), '', '', '', ''] }] : rowsOf(frame, depth)),
    }));
    if (model.parked.length > 0) {
        const names = new Map(model.parked.map(({ frame }) => [frame.id, frame.qualname]));
        tables.push({
            key: 'parked', caption: texts.parked, columns,
            rows: model.parked.flatMap((frame) => rowsOf(frame, 0, `${stateText(frame.frame, texts)}${frame.frame.waitsFor !== null ? ` · ${texts.waitsFor(names.get(frame.frame.waitsFor) ?? String(frame.frame.waitsFor))}` : ''}`)),
        });
    }
    const looked = lookedAt(model, choices);
    if (model.code && looked) {
        tables.push({
            key: 'code', caption: texts.codeOf(looked.frame.qualname), columns: [texts.offset, texts.lineWord, texts.instruction, texts.argument, texts.meaning],
            rows: model.code.instructions.map((instruction) => ({
                key: String(instruction.offset), marked: instruction.offset === model.code!.current,
                cells: [instruction.offset, instruction.line > 0 ? instruction.line : '', instruction.op, instruction.arg ?? '', meaning(instruction, texts) + (instruction.handler !== undefined ? ` · ${texts.guarded(instruction.handler)}` : '')],
            })),
        });
    }
    return tables;
}

export const frames: View<FramesModel> = {
    name: 'frames',
    async read(ask, choices, before) {
        const model = readFrames(readAnswer<FramesAnswer>(await ask('frames')), before);
        const looked = lookedAt(model, choices);
        if (looked) {
            const code = await ask(`code id=${looked.frame.code}`) as CodeAnswer | { error: string };
            if (!('error' in code))
                model.code = { ...code, current: looked.frame.offset, line: looked.frame.line };
        }
        return model;
    },
    news(model, texts) {
        const { parked } = model;
        const all = framesOf(model);
        const fresh = all.filter((frame) => frame.isNew && !frame.key.startsWith('parked')).map(({ frame }) => frame.qualname);
        const changed = all.flatMap(({ frame, changed: keys }) => frame.variables.filter((slot) => keys.has(slotKey(slot))).map(({ label, value }) => `${label} = ${inShort(value)}`));
        return texts.framesNews(fresh, changed, parked.filter(({ isNew }) => isNew).length);
    },
    empty: (model, texts) => framesOf(model).length === 0 ? texts.noFrames : undefined,
    picks(model, choices, texts): Pick[] {
        const all = framesOf(model);
        const looked = lookedAt(model, choices);
        return all.length > 1 && model.code ? [{
            key: 'frame', label: texts.codePick, value: looked?.key ?? '', options: all.map(({ key, frame }) => ({ value: key, label: `${frame.qualname} ${lineText(frame.line, texts)}` })),
        }] : [];
    },
    draw: (model, choices, texts) => drawFrames(model, choices, texts),
    tables: frameTables,
};
