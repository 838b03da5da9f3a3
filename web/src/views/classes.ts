/**
 * classes.ts - the view Classes: the classes of the program and their bases; for one of them its MRO, the C3 merge that
 * made it step by step, where a look-up of an attribute goes, and what a call of the class calls.
 */
import { type ClassAnswer, type GraphNode, type Id, type ObjectFacts, type ObjectsAnswer, readAnswer } from './answers';
import { heading, HEADING, LINE, MARGIN, PAD } from './kit';
import { type Box, place } from './layout';
import { type MergeStep, mergeSteps } from './mro';
import { inShort } from './saying';
import { fit, group, paint, path, placed, rect, round, type Scene, type Shape, SMALL, stroke, textWidth, write } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';
import type { Ask, Choices, Layout, Pick, View } from './view';

export interface ClassBox {
    id: Id;
    name: string;
    bases: Id[];
    metaclass: string;
    /** Written by the reader's program, or found above one that is. */
    own: boolean;
    isNew: boolean;
}

/** One place where a look-up on an instance comes by, in order. */
export interface LookupStep {
    kind: 'type' | 'instance' | 'hook' | 'error';
    found: boolean;
    /** The class that was searched. */
    name?: string;
    id?: Id;
    role?: string;
    /** Found before the instance's own dict has a say. */
    wins?: boolean;
}

export interface ClassesModel {
    moment: number;
    classes: ReadonlyMap<Id, ClassBox>;
    chosen?: ClassAnswer;
    merge: MergeStep[];
    lookup?: { attribute: string; steps: LookupStep[] };
    /** What `Class(...)` calls, in order, with the class whose attribute that is. */
    calls: Call[];
    /** What the class statement called. */
    made: Call[];
    /** The instance that is looked at, if the chosen object is one of the class. */
    instance?: ObjectFacts;
}

interface Call {
    attribute: string;
    on: string;
    from: string;
}

const HIDDEN = new Set(['__module__', '__dict__', '__weakref__', '__doc__', '__static_attributes__', '__firstlineno__', '__qualname__']);

const isClass = ({ edges }: GraphNode): boolean => edges.some(({ kind, label }) => kind === 'field' && label === '__mro__');

/** The way of `instance.attribute` as an answer of the inspector tells it; `own`: what the instance itself has of that name. */
export function lookupSteps({ mro, lookup }: ClassAnswer, own?: Id): LookupStep[] {
    if (!lookup)
        return [];
    const names = new Map(mro.map(({ id, name }) => [id, name]));
    const steps: LookupStep[] = lookup.searched.map(({ class: id, found }) => ({
        kind: 'type', found, id, name: names.get(id) ?? '', ...found ? { role: lookup.role ?? '', wins: lookup.beforeInstance } : {},
    }));
    if (!lookup.beforeInstance)
        steps.push({ kind: 'instance', found: own !== undefined, ...own !== undefined ? { id: own } : {} });
    if (lookup.id === null && own === undefined)
        steps.push(lookup.hook ? { kind: 'hook', found: true, name: '__getattr__' } : { kind: 'error', found: false });
    return steps;
}

async function readClass(ask: Ask, id: Id, attribute?: string): Promise<ClassAnswer> {
    return readAnswer<ClassAnswer>(await ask(`class id=${id}${attribute ? ` attribute=${attribute}` : ''}`));
}

/** The first class in the MRO that has the attribute. */
async function provider(ask: Ask, id: Id, attribute: string): Promise<string | undefined> {
    const { mro, lookup } = await readClass(ask, id, attribute);
    const found = lookup?.searched.find((step) => step.found)?.class;
    return mro.find((step) => step.id === found)?.name;
}

/** The object with the attributes of its own; undefined if it is gone. */
async function readInstance(ask: Ask, id: Id): Promise<(GraphNode & { own: ReadonlyMap<string, Id> }) | undefined> {
    const answer = await ask(`objects root=${id} depth=2 items=200`) as ObjectsAnswer | { error: string };
    const found = 'error' in answer ? undefined : answer.nodes.find((node) => node.id === id);
    if (!found || 'error' in answer)
        return undefined;
    // In the instance itself, or, once somebody has asked for it, in a dict.
    const dict = found.edges.find(({ kind, label }) => kind === 'field' && label === '__dict__')?.to;
    const entries = answer.nodes.find((node) => node.id === dict)?.edges ?? [];
    return { ...found, own: new Map([...found.edges.filter(({ kind }) => kind === 'attribute'), ...entries.filter(({ kind }) => kind === 'value')].map(({ label, to }) => [String(label), to])) };
}

const MOST = 40;

export const classes: View<ClassesModel> = {
    name: 'classes',
    asksForSelected: true,
    async read(ask, { picks, selected }, before) {
        const answer = readAnswer<ObjectsAnswer>(await ask('objects limit=300 depth=2 items=60'));
        const own = answer.nodes.filter(isClass).slice(0, MOST).map(({ id }) => id);
        const roots = new Set(answer.scopes.flatMap(({ names }) => names.map(({ to }) => to)));
        const known = new Map<Id, ClassAnswer>();
        for (const id of own.filter((one) => roots.has(one)))
            known.set(id, await readClass(ask, id));
        for (const waiting = [...known.values()].flatMap(({ mro }) => mro.map(({ id }) => id)); waiting.length > 0;) {
            const id = waiting.pop()!;
            if (known.has(id))
                continue;
            const found = await readClass(ask, id);
            known.set(id, found);
            waiting.push(...found.bases);
        }
        const boxes = new Map([...known.values()].map(({ id, name, bases, metaclassName }): [Id, ClassBox] =>
            [id, { id, name, bases, metaclass: metaclassName, own: roots.has(id), isNew: before !== undefined && !before.classes.has(id) }]));
        const instance = selected === undefined || boxes.has(selected) ? undefined : await readInstance(ask, selected);
        const chosenId = [picks['class'] === undefined ? undefined : Number(picks['class']), selected, instance?.typeId, [...roots].filter((id) => boxes.has(id)).at(-1)]
            .find((id) => id !== undefined && boxes.has(id));
        const model: ClassesModel = { moment: answer.moment, classes: boxes, merge: [], calls: [], made: [] };
        if (chosenId === undefined)
            return model;
        const attribute = (picks['attribute'] ?? '').trim();
        const asked = /^[^\s=]+$/u.test(attribute) ? attribute : undefined;
        const chosen = await readClass(ask, chosenId, asked);
        model.chosen = chosen;
        model.merge = mergeSteps(chosen.id, chosen.bases.map((base) => known.get(base)!.mro.map(({ id }) => id)), chosen.bases);
        if (asked)
            model.lookup = { attribute: asked, steps: lookupSteps(chosen, instance?.typeId === chosen.id ? instance.own.get(asked) : undefined) };
        if (instance?.typeId === chosen.id)
            model.instance = instance;
        const calls = async (list: readonly (readonly [string, Id, string])[]): Promise<Call[]> => {
            const found: Call[] = [];
            for (const [on, id, attribute] of list) {
                const from = await provider(ask, id, attribute);
                if (from)
                    found.push({ attribute, on, from });
            }
            return found;
        };
        model.calls = await calls([[chosen.metaclassName, chosen.metaclass, '__call__'], [chosen.name, chosen.id, '__new__'], [chosen.name, chosen.id, '__init__']]);
        const [base] = chosen.bases;
        model.made = await calls([
            [chosen.metaclassName, chosen.metaclass, '__prepare__'], [chosen.metaclassName, chosen.metaclass, '__new__'],
            ...base === undefined ? [] : [[`super(${chosen.name})`, base, '__init_subclass__'] as const], [chosen.metaclassName, chosen.metaclass, '__init__'],
        ]);
        return model;
    },
    news: ({ classes: all }, texts) => {
        const fresh = [...all.values()].filter(({ isNew, own }) => isNew && own).map(({ name }) => name);
        return fresh.length > 0 ? texts.classesNews(fresh) : '';
    },
    empty: ({ classes: all }, texts) => all.size === 0 ? texts.noClasses : undefined,
    picks({ classes: all, chosen, merge }, { picks }, texts): Pick[] {
        if (!chosen)
            return [];
        const listed = [...all.values()].filter(({ own, id }) => own || id === chosen.id);
        return [
            { key: 'class', label: texts.classPick, value: String(chosen.id), options: listed.map(({ id, name }) => ({ value: String(id), label: name })) },
            { key: 'attribute', label: texts.attributePick, value: picks['attribute'] ?? '' },
            ...merge.length > 1 && chosen.bases.length > 0 ? [{
                key: 'merge', label: texts.mergePick, value: String(stepOf(merge, picks)), steps: true, options: merge.map((_, i) => ({ value: String(i), label: '' })),
            }] : [],
        ];
    },
    draw: drawClasses,
    tables: classTables,
};

const stepOf = (merge: MergeStep[], picks: Choices['picks']): number =>
    Math.max(0, Math.min(merge.length - 1, Number(picks['merge'] ?? 0)));

/* ---- the picture ---- */

const NODE = 40;
const MOST_ATTRIBUTES = 10;

function mark(key: string, x: number, y: number, text: string, strong: boolean): Shape {
    const width = textWidth(text, SMALL) + 10;
    return group(key, [
        rect('ground', x - width / 2, y - 8, width, 16, strong ? 'accent' : 'sunken', { rx: 8 }),
        write('text', x, y + 4, text, strong ? 'accent-ink' : 'soft', { 'font-size': SMALL, 'text-anchor': 'middle', 'font-weight': 600 }),
    ]);
}

/** Classes above what is derived from them, as they are usually drawn. */
function drawTree(model: ClassesModel, choices: Choices, texts: Texts, before: Layout): { shapes: Shape[]; width: number; height: number; layout: Layout } {
    const order = new Map(model.chosen?.mro.map(({ id }, i) => [id, i + 1]));
    const all = [...model.classes.values()];
    const boxes: (Box & { of: ClassBox })[] = all.map((of) => ({ key: String(of.id), width: Math.max(92, textWidth(fit(of.name, 200)) + 48), height: NODE, of }));
    const arrows = all.flatMap(({ id, bases }) => bases.filter((base) => model.classes.has(base)).map((base) => ({ from: String(base), to: String(id) })));
    const layout = place(boxes, arrows, before, new Map(), { direction: 'TB', apart: 44, gap: 22, forest: false });
    const left = Math.min(...boxes.map(({ key }) => layout.get(key)!.x));
    const top = Math.min(...boxes.map(({ key }) => layout.get(key)!.y));
    if (before.size === 0) {
        for (const [key, { x, y }] of layout)
            layout.set(key, { x: x - left, y: y - top });
    }
    const shiftX = before.size === 0 ? 0 : Math.max(0, -left);
    const shiftY = before.size === 0 ? 0 : Math.max(0, -top);
    const at = (key: string): { x: number; y: number } => ({ x: layout.get(key)!.x + shiftX, y: layout.get(key)!.y + shiftY });
    const found = model.lookup?.steps.find((step) => step.found && step.kind === 'type')?.id;
    const searched = new Set(model.lookup?.steps.filter(({ kind }) => kind === 'type').map(({ id }) => id));
    const lines = boxes.flatMap(({ key, width, of }) => of.bases.filter((base) => model.classes.has(base)).map((base): Shape => {
        const parent = boxes.find((box) => box.key === String(base))!;
        const [from, to] = [at(key), at(String(base))];
        const [x1, y1, x2, y2] = [from.x + width / 2, from.y, to.x + parent.width / 2, to.y + NODE];
        const bend = Math.max(14, (y1 - y2) / 2);
        const strong = order.has(of.id) && order.has(base);
        return path(`base ${key} ${base}`, `M${round(x1)} ${round(y1)}C${round(x1)} ${round(y1 - bend)} ${round(x2)} ${round(y2 + bend)} ${round(x2)} ${round(y2 + 2)}M${round(x2 - 5)} ${round(y2 + 9)}L${round(x2)} ${round(y2 + 1)}L${round(x2 + 5)} ${round(y2 + 9)}Z`,
            stroke(strong ? 'accent' : 'edge', strong ? 1.75 : 1.25, { 'stroke-linejoin': 'round' }));
    }));
    const nodes = boxes.map(({ key, width, of }): Shape => {
        const { x, y } = at(key);
        const rank = order.get(of.id);
        const chosen = model.chosen?.id === of.id;
        const label = [of.name, rank ? texts.mroPlace(rank) : '', of.metaclass !== 'type' ? texts.metaclassOf(of.metaclass) : '', of.isNew ? texts.isNew : ''].filter(Boolean).join(', ');
        return placed(`class ${key}`, x, y, [
            {
                ...group('head', [
                    rect('hit', 0, 0, width, NODE, of.id === found ? 'accent-wash' : of.own ? 'surface' : 'sunken', {
                        rx: 6, class: 'hit', stroke: paint(choices.selected === of.id ? 'focus' : chosen || of.isNew ? 'accent' : rank ? 'edge' : 'line'), 'stroke-width': chosen || choices.selected === of.id ? 2.5 : 1.25,
                        ...searched.has(of.id) && of.id !== found ? { 'stroke-dasharray': '5 3' } : {},
                    }),
                    write('name', rank ? 34 : width / 2, of.metaclass !== 'type' ? 18 : 25, fit(of.name, 200), of.own ? 'ink' : 'soft', { 'font-weight': chosen ? 600 : 400, ...rank ? {} : { 'text-anchor': 'middle' } }),
                    ...of.metaclass !== 'type' ? [write('meta', rank ? 34 : width / 2, 33, fit(of.metaclass, width - 40, 10), 'code-keyword', { 'font-size': 10, ...rank ? {} : { 'text-anchor': 'middle' } })] : [],
                ]),
                target: { label, id: of.id, action: `pick class ${of.id}` },
            },
            ...rank ? [mark('rank', 18, NODE / 2, String(rank), chosen || of.id === found)] : [],
        ], { class: of.isNew ? 'node fresh' : 'node' });
    });
    return {
        shapes: [...lines, ...nodes], layout,
        width: Math.max(...boxes.map(({ key, width }) => at(key).x + width)), height: Math.max(...boxes.map(({ key }) => at(key).y + NODE)),
    };
}

/** The lists that are merged, what is tried and refused, and what came out so far. */
function drawMerge(model: ClassesModel, choices: Choices, texts: Texts): { shapes: Shape[]; width: number; height: number } {
    const step = model.merge[stepOf(model.merge, choices.picks)]!;
    const name = (id: Id): string => model.classes.get(id)?.name ?? String(id);
    const shapes: Shape[] = [heading('title', 0, 0, texts.mergeTitle(model.chosen!.name))];
    let y = HEADING + 2;
    let width = textWidth(texts.mergeTitle(model.chosen!.name));
    const chip = (key: string, x: number, id: Id, state: 'plain' | 'taken' | 'refused' | 'tail'): [Shape, number] => {
        const text = name(id) + (state === 'taken' ? ' ✓' : state === 'refused' ? ' ✗' : '');
        const wide = textWidth(text, 12) + 16;
        return [group(key, [
            rect('ground', x, y, wide, 24, state === 'taken' ? 'accent-wash' : state === 'refused' ? 'danger-wash' : 'surface', {
                rx: 4, stroke: paint(state === 'taken' ? 'accent' : state === 'refused' || state === 'tail' ? 'danger' : 'edge'), 'stroke-width': state === 'plain' ? 1 : 1.75, ...state === 'tail' ? { 'stroke-dasharray': '4 3' } : {},
            }),
            write('text', x + 8, y + 16.5, text, 'ink', { 'font-size': 12 }),
        ]), wide];
    };
    const labels = [...model.chosen!.bases.map((base) => `mro(${name(base)})`), texts.basesList];
    const labelWidth = Math.max(...labels.map((label) => textWidth(fit(label, 150), 12)), textWidth(texts.mergeResult, 12));
    const refused = new Set(step.tried.filter(({ heldBy }) => heldBy !== undefined).map(({ head }) => head));
    step.lists.forEach((list, i) => {
        const row: Shape[] = [write('label', 0, y + 16.5, fit(labels[i]!, 150), 'soft', { 'font-size': 12 })];
        let x = labelWidth + 14;
        list.forEach((id, at) => {
            const [shape, wide] = chip(`${id}`, x, id, at === 0 && id === step.taken ? 'taken' : at === 0 && refused.has(id) ? 'refused' : at > 0 && refused.has(id) ? 'tail' : 'plain');
            row.push(shape);
            x += wide + 6;
        });
        if (list.length === 0)
            row.push(write('empty', x, y + 16.5, '—', 'soft', { 'font-size': 12 }));
        width = Math.max(width, x);
        shapes.push(group(`list ${i}`, row));
        y += 30;
    });
    y += 4;
    let x = labelWidth + 14;
    const row: Shape[] = [write('label', 0, y + 16.5, texts.mergeResult, 'ink', { 'font-size': 12, 'font-weight': 600 })];
    for (const id of [...step.result, ...step.taken !== undefined ? [step.taken] : []]) {
        const [shape, wide] = chip(`${id}`, x, id, id === step.taken ? 'taken' : 'plain');
        row.push(shape);
        x += wide + 6;
    }
    shapes.push(group('result', row));
    width = Math.max(width, x);
    y += 34;
    const said = mergeSaying(step, name, texts);
    shapes.push(write('said', 0, y + 8, said, 'soft', { 'font-size': 12 }));
    return { shapes, width: Math.max(width, textWidth(said, 12)), height: y + 16 };
}

function mergeSaying(step: MergeStep, name: (id: Id) => string, texts: Texts): string {
    const refused = step.tried.filter(({ heldBy }) => heldBy !== undefined).map(({ head }) => name(head));
    if (step.taken === undefined)
        return step.tried.length > 0 ? texts.mergeStuck : texts.mergeDone;
    return (refused.length > 0 ? texts.mergeRefused(refused) : '') + texts.mergeTaken(name(step.taken));
}

function lookupSaying(step: LookupStep, texts: Texts): string {
    if (step.kind === 'instance')
        return step.found ? texts.lookupOwn : texts.lookupInstance;
    if (step.kind === 'hook')
        return texts.lookupHook;
    if (step.kind === 'error')
        return texts.lookupError;
    return step.found ? texts.lookupFound(texts.roles[step.role as keyof Texts['roles']] ?? step.role ?? '', step.wins ?? false) : texts.lookupMissed;
}

function drawSteps(title: string, rows: { key: string; strong: boolean; name: string; text: string }[]): { shapes: Shape[]; width: number; height: number } {
    const shapes: Shape[] = [heading('title', 0, 0, title)];
    const names = Math.max(...rows.map(({ name }) => textWidth(fit(name, 180), 12)));
    let width = textWidth(title);
    rows.forEach(({ key, strong, name, text }, i) => {
        const y = HEADING + 2 + i * 28;
        shapes.push(group(`step ${i} ${key}`, [
            ...i > 0 ? [path('line', `M11 ${y - 6}V${y}`, stroke('edge'))] : [],
            mark('number', 11, y + 11, String(i + 1), strong),
            write('name', 30, y + 15.5, fit(name, 180), 'ink', { 'font-size': 12, ...strong ? { 'font-weight': 600 } : {} }),
            write('text', 44 + names, y + 15.5, text, strong ? 'accent' : 'soft', { 'font-size': 12 }),
        ]));
        width = Math.max(width, 44 + names + textWidth(text, 12));
    });
    return { shapes, width, height: HEADING + 2 + rows.length * 28 };
}

const callRows = (calls: Call[], texts: Texts): { key: string; strong: boolean; name: string; text: string }[] =>
    calls.map(({ attribute, on, from }) => ({ key: attribute, strong: on === from || (from !== 'object' && from !== 'type'), name: `${on}.${attribute}`, text: texts.comesFrom(from) }));

const lookupRows = (lookup: NonNullable<ClassesModel['lookup']>, texts: Texts): { key: string; strong: boolean; name: string; text: string }[] =>
    lookup.steps.map((step) => ({
        key: `${step.kind} ${step.id ?? ''}`, strong: step.found || step.kind === 'error',
        name: step.kind === 'type' ? step.name! : step.kind === 'instance' ? texts.instanceDict : step.kind === 'hook' ? '__getattr__' : 'AttributeError', text: lookupSaying(step, texts),
    }));

function drawAttributes(model: ClassesModel, texts: Texts): { shapes: Shape[]; width: number; height: number } {
    const rows = attributeRows(model).filter(({ from }) => from !== 'object' && from !== 'type');
    const shown = rows.slice(0, MOST_ATTRIBUTES);
    const shapes: Shape[] = [heading('title', 0, 0, texts.attributesOf(model.chosen!.name))];
    const names = Math.max(60, ...shown.map(({ name }) => textWidth(fit(name, 170))));
    let width = textWidth(texts.attributesOf(model.chosen!.name));
    shown.forEach(({ name, role, from, id, hiddenBy }, i) => {
        const y = HEADING + i * LINE;
        const text = `${texts.roles[role]} · ${from}${hiddenBy ? ` · ${texts.hiddenBy(hiddenBy)}` : ''}`;
        shapes.push({
            ...group(`attribute ${from} ${name}`, [
                rect('hit', -4, y + 1, names + 8, LINE - 2, 'surface', { rx: 3, class: 'hit', 'fill-opacity': 0 }),
                write('name', 0, y + 15, fit(name, 170), hiddenBy ? 'soft' : 'code-name', hiddenBy ? { 'text-decoration': 'line-through' } : {}),
                write('role', names + 14, y + 15, text, 'soft', { 'font-size': 12 }),
            ]), target: { label: `${name}, ${text}`, id, action: `pick attribute ${name}` },
        });
        width = Math.max(width, names + 14 + textWidth(text, 12));
    });
    if (rows.length > shown.length)
        shapes.push(write('more', 0, HEADING + shown.length * LINE + 15, texts.more(rows.length - shown.length), 'soft', { 'font-size': SMALL }));
    return { shapes, width, height: HEADING + (shown.length + (rows.length > shown.length ? 1 : 0)) * LINE };
}

interface AttributeRow {
    name: string;
    role: keyof Texts['roles'];
    from: string;
    id: Id;
    type: string;
    /** A class earlier in the MRO that has one of this name. */
    hiddenBy?: string;
}

function attributeRows({ chosen }: ClassesModel): AttributeRow[] {
    const first = new Map<string, string>();
    return (chosen?.mro ?? []).flatMap(({ name: from, attributes }) => attributes.filter(({ name }) => name !== null && !HIDDEN.has(name)).map(({ name, role, id, type }) => {
        const owner = first.get(name!);
        if (owner === undefined)
            first.set(name!, from);
        return { name: name!, role, from, id, type, ...owner !== undefined ? { hiddenBy: owner } : {} };
    }));
}

function drawClasses(model: ClassesModel, choices: Choices, texts: Texts, before: Layout): { scene: Scene; layout: Layout } {
    const tree = drawTree(model, choices, texts, before);
    const shapes: Shape[] = [group('tree', tree.shapes)];
    let width = tree.width;
    let y = tree.height + 28;
    const blocks = !model.chosen ? [] : [
        ...model.lookup ? [['lookup', drawSteps(texts.lookupTitle(model.instance ? inShort(model.instance) : `${model.chosen.name}()`, model.lookup.attribute), lookupRows(model.lookup, texts))] as const] : [],
        ...model.merge.length > 1 && model.chosen.bases.length > 0 ? [['merge', drawMerge(model, choices, texts)] as const] : [],
        ['calls', drawSteps(texts.callsTitle(model.chosen.name), callRows(model.calls, texts))] as const,
        ...model.made.length > 0 ? [['made', drawSteps(texts.madeTitle(model.chosen.name), callRows(model.made, texts))] as const] : [],
        ['attributes', drawAttributes(model, texts)] as const,
    ];
    // Beside the tree where there is room, else below it.
    const beside = tree.width < 560 && (choices.width ?? 1000) > tree.width + 420;
    let x = beside ? tree.width + 48 : 0;
    if (beside)
        y = 0;
    for (const [key, block] of blocks) {
        shapes.push(placed(key, x, y, block.shapes));
        width = Math.max(width, x + block.width);
        y += block.height + 22;
    }
    x = 0;
    return {
        scene: { title: texts.classesTitle(model.classes.size), width: width + 2 * MARGIN + PAD, height: Math.max(y, tree.height) + 2 * MARGIN, shapes: [group('all', shapes, { transform: `translate(${MARGIN} ${MARGIN})` })] },
        layout: tree.layout,
    };
}

/* ---- the same facts in words ---- */

function classTables(model: ClassesModel, choices: Choices, texts: Texts): Table[] {
    const name = (id: Id): string => model.classes.get(id)?.name ?? String(id);
    const { chosen } = model;
    const order = new Map(chosen?.mro.map(({ id }, i) => [id, i + 1]));
    const tables: Table[] = [{
        key: 'classes', caption: texts.viewNames.classes, columns: [texts.classWord, texts.basesList, texts.metaclass, texts.mroOf(chosen?.name ?? ''), texts.change],
        rows: [...model.classes.values()].map(({ id, name: own, bases, metaclass, isNew }) => ({ key: String(id), marked: isNew, cells: [{ text: own, id }, bases.map(name).join(', '), metaclass, order.get(id) ?? '', isNew ? texts.isNew : ''] })),
    }];
    if (!chosen)
        return tables;
    if (model.lookup) {
        tables.push({
            key: 'lookup', caption: texts.lookupTitle(model.instance ? inShort(model.instance) : `${chosen.name}()`, model.lookup.attribute), columns: [texts.step, texts.scope, texts.result],
            rows: lookupRows(model.lookup, texts).map(({ key, name: where, text, strong }, i) => ({ key, marked: strong, cells: [i + 1, where, text] })),
        });
    }
    if (chosen.bases.length > 0) {
        tables.push({
            key: 'merge', caption: texts.mergeTitle(chosen.name), columns: [texts.step, ...chosen.bases.map((base) => `mro(${name(base)})`), texts.basesList, texts.result],
            rows: model.merge.map((step, i) => ({ key: String(i), marked: i === stepOf(model.merge, choices.picks), cells: [i + 1, ...step.lists.map((list) => list.map(name).join(', ') || '—'), mergeSaying(step, name, texts)] })),
        });
    }
    tables.push({
        key: 'calls', caption: texts.callsTitle(chosen.name), columns: [texts.step, texts.name, texts.result],
        rows: callRows(model.calls, texts).map(({ key, name: called, text }, i) => ({ key, cells: [i + 1, called, text] })),
    }, {
        key: 'made', caption: texts.madeTitle(chosen.name), columns: [texts.step, texts.name, texts.result],
        rows: callRows(model.made, texts).map(({ key, name: called, text }, i) => ({ key, cells: [i + 1, called, text] })),
    }, {
        key: 'attributes', caption: texts.attributesOf(chosen.name), columns: [texts.name, texts.role, texts.classWord, texts.type, texts.remark],
        rows: attributeRows(model).map(({ name: own, role, from, id, type, hiddenBy }) => ({ key: `${from} ${own}`, cells: [{ text: own, id }, texts.roles[role], from, type, hiddenBy ? texts.hiddenBy(hiddenBy) : ''] })),
    });
    return tables;
}
