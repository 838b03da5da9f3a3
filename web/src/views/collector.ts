/**
 * collector.ts - the view Collector: the generations with their counters and thresholds, in which of them the program's own
 * objects are, what is out of reach and waits; and the collector's own steps over a generation, one at a time.
 */
import { type CollectAnswer, type GenerationsAnswer, type Id, type ObjectFacts, type ObjectsAnswer, readAnswer } from './answers';
import { bar, change, chips, heading, HEADING, MARGIN, number, PAD, wrap } from './kit';
import { readObjects, visible } from './objects';
import { inShort } from './saying';
import { fit, group, paint, placed, rect, type Scene, type Shape, SMALL, textWidth, write } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';
import { type Choices, type Layout, NO_CHOICES, type Pick, type View } from './view';

export interface Member {
    object: ObjectFacts;
    /** A name that leads to it, if one does. */
    name?: string;
    generation: string;
    /** Where it was at the moment before, if elsewhere; '' if it is new. */
    from?: string;
}

export interface CollectorModel {
    moment: number;
    answer: GenerationsAnswer;
    before?: GenerationsAnswer;
    members: Member[];
    /** Alive, but nothing leads to them any more. */
    lost: ObjectFacts[];
    /** Were lost at the moment before, and are freed now. */
    freed: ObjectFacts[];
    collect?: CollectAnswer;
}

const QUESTION = 'objects limit=300 depth=30';
/** What was seen and is out of reach now is asked about up to here. */
const MOST_LOST = 200;
/** From this width on the steps stand beside the generations. */
const COLUMN = 420;
const BETWEEN = 40;

const said = ({ object, name }: Member): string => name ? `${name}: ${inShort(object)}` : inShort(object);

/** What every program has is counted, not drawn: classes, functions and the like, as long as they are no garbage. */
const SCENERY = new Set(['function', 'builtin_function_or_method', 'module', 'method_descriptor', 'classmethod_descriptor', 'wrapper_descriptor', 'getset_descriptor', 'member_descriptor', 'classmethod', 'staticmethod', 'property', 'weakref.ReferenceType', 'code']);
const MOST_MEMBERS = 60;

function withoutScenery(collect: CollectAnswer): CollectAnswer {
    const wanted = collect.objects.filter(({ reachable, type, class: isClass }) => !reachable || (!isClass && !SCENERY.has(type)));
    const shown = [...wanted.filter(({ reachable }) => !reachable), ...wanted.filter(({ reachable }) => reachable).reverse()].slice(0, MOST_MEMBERS);
    return { ...collect, objects: shown.sort((a, b) => a.id - b.id), hidden: collect.count - shown.length };
}

/* ---- the steps of a collection ---- */

export const PHASES = ['objects', 'copy', 'subtract', 'reachable', 'finalizers', 'clear'] as const;
export type Phase = (typeof PHASES)[number];

const phaseOf = ({ picks }: Choices): Phase => PHASES.find((phase) => phase === picks['phase']) ?? 'objects';

/** What is known of an object at a phase. */
export function stateAt({ refs, left, reachable }: CollectAnswer['objects'][number], phase: Phase): { count?: number; state: 'plain' | 'candidate' | 'reachable' | 'garbage' } {
    switch (phase) {
    case 'objects': return { state: 'plain' };
    case 'copy': return { count: refs, state: 'plain' };
    case 'subtract': return { count: left, state: left > 0 ? 'plain' : 'candidate' };
    default: return { count: left, state: reachable ? 'reachable' : 'garbage' };
    }
}

export const collector: View<CollectorModel> = {
    name: 'collector',
    async read(ask, choices, before) {
        const answer = readAnswer<GenerationsAnswer>(await ask('generations'));
        const graph = readAnswer<ObjectsAnswer>(await ask(QUESTION));
        const model = readObjects(graph);
        const names = new Map<Id, string>();
        for (const { label, to } of graph.scopes.flatMap((scope) => scope.names))
            names.set(to, names.has(to) ? `${names.get(to)!}, ${label}` : String(label));
        const seen = new Set([...visible(model, NO_CHOICES).keys()]);
        const old = new Map(before?.members.map((member) => [member.object.id, member]));
        const members = graph.nodes.filter(({ id, generation }) => seen.has(id) && generation !== null).map((node): Member => {
            const known = old.get(node.id);
            const same = known?.object.typeId === node.typeId ? known : undefined;
            return {
                object: node, generation: node.generation!, ...names.has(node.id) ? { name: names.get(node.id)! } : {},
                ...before && same?.generation !== node.generation ? { from: same?.generation ?? '' } : {},
            };
        });
        const inReach = new Set(graph.nodes.map(({ id }) => id));
        const suspects = [...before?.lost ?? [], ...before?.members.map(({ object }) => object) ?? []].filter(({ id }) => !inReach.has(id)).slice(0, MOST_LOST);
        let lost: ObjectFacts[] = [];
        if (suspects.length > 0) {
            const { objects } = readAnswer<{ objects: ObjectFacts[] }>(await ask(`living ids=${suspects.map(({ id }) => id).join(',')}`));
            const alive = new Map(objects.map((object) => [object.id, object]));
            lost = suspects.map((object) => alive.get(object.id)).filter((object, i): object is ObjectFacts => object !== undefined && object.typeId === suspects[i]!.typeId);
        }
        const stillLost = new Set(lost.map(({ id }) => id));
        const result: CollectorModel = {
            moment: answer.moment, answer, before: before?.answer, members, lost, freed: (before?.lost ?? []).filter(({ id }) => !stillLost.has(id) && !inReach.has(id)),
        };
        const collect = await ask(`collect generation=${Number(choices.picks['generation'] ?? 0)} limit=300`) as CollectAnswer | { error: string };
        if (!('error' in collect))
            result.collect = withoutScenery(collect);
        return result;
    },
    news({ answer, before, members, lost, freed }, texts) {
        if (!before)
            return '';
        const runs = answer.generations.map(({ generation, collections }, i) => [generation, collections - before.generations[i]!.collections] as const).filter(([, n]) => n > 0);
        return texts.collectorNews(runs.map(([generation]) => generation), members.filter(({ from }) => from).length, lost.length, freed.length);
    },
    empty: () => undefined,
    picks({ collect }, choices, texts): Pick[] {
        return collect ? [
            { key: 'generation', label: texts.collectPick, value: choices.picks['generation'] ?? '0', options: ['0', '1', '2'].map((value) => ({ value, label: value })) },
            { key: 'phase', label: texts.phasePick, value: phaseOf(choices), steps: true, options: PHASES.map((value) => ({ value, label: texts.phases[value].name })) },
        ] : [];
    },
    draw: drawCollector,
    tables: collectorTables,
};

/* ---- the picture ---- */

function drawPhases(collect: CollectAnswer, choices: Choices, texts: Texts, width: number): { shapes: Shape[]; height: number } {
    const phase = phaseOf(choices);
    const shapes: Shape[] = [heading('title', 0, 0, `${PHASES.indexOf(phase) + 1} · ${texts.phases[phase].name}`)];
    let y = HEADING;
    for (const line of wrap(texts.phases[phase].text, width)) {
        shapes.push(write(`said ${y}`, 0, y + 12, line, 'soft', { 'font-size': 12 }));
        y += 18;
    }
    if (phase === 'finalizers' || phase === 'clear') {
        const n = phase === 'clear' ? collect.garbage : collect.objects.filter((object) => !object.reachable && object.finalizer).length;
        shapes.push(write('count', 0, y + 12, phase === 'clear' ? texts.toClear(n) : texts.withFinalizer(n), 'ink', { 'font-size': 12 }));
        y += 18;
    }
    y += 6;
    let x = 0;
    for (const object of collect.objects) {
        const { count, state } = stateAt(object, phase);
        const dropped = phase === 'clear' && state === 'garbage';
        const text = fit(inShort(object), 130, 12);
        const countText = count === undefined ? '' : object.refcount === null ? texts.immortalMark : String(count);
        const wide = textWidth(text, 12) + (countText ? textWidth(countText, 12) + 22 : 0) + 16;
        if (x > 0 && x + wide > width) {
            x = 0;
            y += 32;
        }
        const colour = state === 'garbage' ? 'danger' : state === 'reachable' ? 'accent' : state === 'candidate' ? 'warn' : 'edge';
        shapes.push({
            ...placed(`object ${object.id}`, x, y, [
                rect('hit', 0, 0, wide, 26, state === 'garbage' ? 'danger-wash' : state === 'reachable' ? 'accent-wash' : state === 'candidate' ? 'warn-wash' : 'surface', {
                    rx: 6, class: 'hit', stroke: paint(object.id === choices.selected ? 'focus' : colour), 'stroke-width': object.id === choices.selected ? 2.5 : 1.25,
                    ...state === 'garbage' || state === 'candidate' ? { 'stroke-dasharray': '5 3' } : {},
                }),
                write('text', 8, 17.5, text, dropped ? 'soft' : 'ink', { 'font-size': 12, ...dropped ? { 'text-decoration': 'line-through' } : {} }),
                ...countText ? [
                    rect('ground', wide - textWidth(countText, 12) - 20, 5, textWidth(countText, 12) + 12, 16, 'surface', { rx: 8 }),
                    write('count', wide - 14 - textWidth(countText, 12) / 2, 17, countText, 'ink', { 'font-size': SMALL, 'text-anchor': 'middle', 'font-weight': 600 }),
                ] : [],
            ]),
            target: { label: `${inShort(object)}${countText ? `, ${countText}` : ''}, ${texts.collectStates[state]}`, id: object.id },
        });
        x += wide + 6;
    }
    y += 32;
    if (collect.hidden > 0) {
        shapes.push(write('more', 0, y + 12, texts.moreCollected(collect.hidden), 'soft', { 'font-size': SMALL }));
        y += 18;
    }
    return { shapes, height: y };
}

function drawCollector(model: CollectorModel, choices: Choices, texts: Texts): { scene: Scene; layout: Layout } {
    const room = (choices.width ?? 672) - 2 * MARGIN;
    const beside = model.collect !== undefined && room >= 2 * COLUMN + BETWEEN;
    const width = Math.max(280, Math.min(720, beside ? (room - BETWEEN) / 2 : room));
    const inner = width - 2 * PAD;
    const shapes: Shape[] = [];
    let y = 0;
    const chip = (member: Member): Parameters<typeof chips>[0][number] => ({
        key: String(member.object.id), text: said(member), id: member.object.id, changed: member.from !== undefined,
        label: `${said(member)}, ${member.from === undefined ? '' : member.from === '' ? texts.isNew : texts.cameFrom(member.from)}`,
    });
    for (const generation of model.answer.generations) {
        const was = model.before?.generations[generation.generation];
        const own = chips(model.members.filter((member) => member.generation === String(generation.generation)).map(chip), inner, choices.selected);
        const stats = wrap([
            texts.counterLine(texts.counters[generation.generation as 0 | 1 | 2], generation.count, generation.threshold),
            texts.generationLine(number(generation.objects), generation.collections, generation.collected), generation.uncollectable > 0 ? texts.uncollectable(generation.uncollectable) : '',
        ].filter(Boolean).join(' · '), inner, SMALL);
        const grown = change(generation.objects, was?.objects);
        const ran = was !== undefined && generation.collections > was.collections;
        const top = 48 + stats.length * 15;
        const height = top + own.height + (own.height > 0 ? PAD : 0);
        shapes.push(placed(`generation ${generation.generation}`, 0, y, [
            rect('body', 0, 0, width, height, 'surface', { rx: 8, stroke: paint(ran ? 'accent' : 'edge'), 'stroke-width': ran ? 2 : 1 }),
            write('title', PAD, 19, texts.generationName(generation.generation), 'ink', { 'font-weight': 600 }),
            ...grown ? [write('grown', width - PAD - 90, 19, grown, 'accent', { 'font-size': 12, 'font-weight': 600, 'text-anchor': 'end' })] : [],
            write('counter', width - PAD, 19, `${generation.count} / ${generation.threshold}`, 'ink', { 'font-size': 12, 'text-anchor': 'end' }),
            bar('bar', PAD, 28, inner, generation.count, generation.threshold, generation.count > generation.threshold ? 'warn' : 'accent'),
            ...stats.map((line, i) => write(`stats ${i}`, PAD, 51 + i * 15, line, ran ? 'accent' : 'soft', { 'font-size': SMALL })),
            placed('members', PAD, top, own.shapes),
        ]));
        y += height + 12;
    }
    const waiting = [...model.lost.map((object) => ({ key: String(object.id), text: inShort(object), label: `${inShort(object)}, ${texts.unreachable}`, id: object.id, tone: 'danger' as const })),
        ...model.freed.map((object) => ({ key: `gone ${object.id}`, text: `${inShort(object)} · ${texts.freed}`, label: `${inShort(object)}, ${texts.freed}`, faded: true }))];
    if (waiting.length > 0) {
        const piece = chips(waiting, inner, choices.selected);
        const title = wrap(texts.lostTitle, inner, 13);
        const top = 16 + title.length * 18;
        shapes.push(placed('lost', 0, y, [
            rect('body', 0, 0, width, top + piece.height + PAD, 'sunken', { rx: 8, stroke: paint('danger'), 'stroke-dasharray': '6 4' }),
            ...title.map((line, i) => write(`title ${i}`, PAD, 19 + i * 18, line, 'ink', { 'font-weight': 600 })),
            placed('members', PAD, top, piece.shapes),
        ]));
        y += top + piece.height + PAD + 12;
    }
    shapes.push(write('enabled', 0, y + 14, model.answer.enabled ? texts.gcOn : texts.gcOff, model.answer.enabled ? 'soft' : 'warn', { 'font-size': SMALL }));
    y += 30;
    if (model.collect) {
        const phases = drawPhases(model.collect, choices, texts, width);
        shapes.push(placed('phases', beside ? width + BETWEEN : 0, beside ? 0 : y, phases.shapes));
        y = beside ? Math.max(y, phases.height) : y + phases.height + 8;
    }
    return { scene: { title: texts.collectorTitle, width: (beside ? 2 * width + BETWEEN : width) + 2 * MARGIN, height: y + 2 * MARGIN, shapes: [group('all', shapes, { transform: `translate(${MARGIN} ${MARGIN})` })] }, layout: new Map() };
}

function collectorTables(model: CollectorModel, choices: Choices, texts: Texts): Table[] {
    const tables: Table[] = [{
        key: 'generations', caption: texts.generationsTable, columns: [texts.generation, texts.counter, texts.threshold, texts.objectsWord, texts.collections, texts.collected, texts.uncollectableWord],
        rows: model.answer.generations.map(({ generation, count, threshold, objects, collections, collected, uncollectable }) => ({
            key: String(generation), marked: model.before !== undefined && model.before.generations[generation]!.collections !== collections, cells: [texts.generationName(generation), count, threshold, objects, collections, collected, uncollectable],
        })),
    }, {
        key: 'members', caption: texts.membersTable, columns: [texts.object, texts.name, texts.generation, texts.change],
        rows: [
            ...model.members.map((member) => ({
                key: String(member.object.id), marked: member.from !== undefined,
                cells: [{ text: inShort(member.object), id: member.object.id }, member.name ?? '', member.generation, member.from === undefined ? '' : member.from === '' ? texts.isNew : texts.cameFrom(member.from)],
            })),
            ...model.lost.map((object) => ({ key: `lost ${object.id}`, marked: true, cells: [{ text: inShort(object), id: object.id }, '', '', texts.unreachable] })),
            ...model.freed.map((object) => ({ key: `freed ${object.id}`, marked: true, cells: [inShort(object), '', '', texts.freed] })),
        ],
    }];
    if (model.collect) {
        const phase = phaseOf(choices);
        tables.push({
            key: 'collect', caption: texts.phases[phase].name, columns: [texts.object, texts.copied, texts.left, texts.state, texts.finalizer],
            rows: model.collect.objects.map((object) => ({
                key: String(object.id), marked: !object.reachable, cells: [{ text: inShort(object), id: object.id }, object.refs, object.left, texts.collectStates[stateAt(object, 'clear').state], object.finalizer ? texts.yes : ''],
            })),
        });
    }
    return tables;
}
