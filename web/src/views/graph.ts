/**
 * graph.ts - a graph that a program has drawn by a message in its output (console/figure.ts, kind `objgraph`): boxes for objects,
 * a row for each reference that leaves one, and tables that say the same. No DOM.
 *
 * The message is the program's word and nothing more: it is read as data, checked piece by piece, and bounded.
 *
 *     {"version": 1, "back": bool, "nodes": [NODE...], "edges": [[from, to, label]...], "cut": n}
 *     NODE = {"label": text, "start": true?, "mark": true?, "more": n?}
 *
 * `from` and `to` are places in `nodes`; `more` counts an object's neighbours, `cut` the objects that the program left out.
 */
import { card, type CardRow, HEADING, LINE, MARGIN } from './kit';
import { type Arrow, type Box, place } from './layout';
import { arrow } from './objects';
import { group, path, placed, type Scene, type Shape, stroke, textWidth } from './scene';
import type { Table } from './table';
import type { Texts } from './texts';

export interface GraphNode {
    label: string;
    /** The objects that were asked about. */
    start: boolean;
    mark: boolean;
    more: number;
}

export interface GraphEdge {
    from: number;
    to: number;
    label: string;
}

export interface Graph {
    back: boolean;
    nodes: GraphNode[];
    edges: GraphEdge[];
    cut: number;
}

const MOST_NODES = 150;
const MOST_EDGES = 600;
const LONGEST = 200;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;
const isFlag = (value: unknown): value is boolean | undefined => value === undefined || typeof value === 'boolean';

/** The graph of a message's JSON; undefined if there is anything in it that does not belong there. */
export function readGraph(json: string): Graph | undefined {
    let value: unknown;
    try {
        value = JSON.parse(json);
    } catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { version, back, nodes, edges, cut = 0 } = value as Record<string, unknown>;
    if (version !== 1 || typeof back !== 'boolean' || !isCount(cut) || !Array.isArray(nodes) || !Array.isArray(edges)
        || nodes.length === 0 || nodes.length > MOST_NODES || edges.length > MOST_EDGES)
        return undefined;
    const graph: Graph = { back, nodes: [], edges: [], cut };
    for (const node of nodes as unknown[]) {
        if (typeof node !== 'object' || node === null)
            return undefined;
        const { label, start, mark, more = 0 } = node as Record<string, unknown>;
        if (!isText(label) || !isFlag(start) || !isFlag(mark) || !isCount(more))
            return undefined;
        graph.nodes.push({ label, start: start ?? false, mark: mark ?? false, more });
    }
    for (const edge of edges as unknown[]) {
        if (!Array.isArray(edge) || edge.length !== 3)
            return undefined;
        const [from, to, label] = edge as unknown[];
        if (!isCount(from) || !isCount(to) || from >= nodes.length || to >= nodes.length || !isText(label))
            return undefined;
        graph.edges.push({ from, to, label });
    }
    return graph;
}

const nameOf = ({ label }: GraphNode, i: number): string => `${i + 1}. ${label}`;
const byOf = (label: string): string => label || '·';

export function graphTitle({ back, nodes, edges }: Graph, texts: Texts): string {
    const starts = nodes.filter(({ start }) => start).map(({ label }) => label);
    return texts.graphTitle(back, [...starts.slice(0, 3), ...starts.length > 3 ? ['…'] : []].join(', '), nodes.length, edges.length);
}

export function drawGraph(graph: Graph, texts: Texts): Scene {
    const { nodes, edges } = graph;
    const leaving = nodes.map((_, i) => edges.filter(({ from }) => from === i));
    const cards = nodes.map((node, i) => {
        const rows: CardRow[] = leaving[i]!.map(({ label }, n) => ({ key: String(n), label: byOf(label), changed: false }));
        if (node.more > 0)
            rows.push({ key: 'more', label: texts.more(node.more), soft: true });
        return card({
            title: nameOf(node, i), rows, atLeast: 96, heavy: node.start, edge: node.mark || node.start ? 'accent' : 'edge', ground: node.mark ? 'accent-wash' : 'surface',
        });
    });
    const boxes: Box[] = cards.map(({ width, height }, i) => ({ key: String(i), width, height }));
    // A box stands beside the one through which it was found: those arrows alone, a forest, have a say in the layout. What
    // refers to the objects asked about is laid out from them too, and then mirrored.
    const { back } = graph;
    const found = new Set<number>();
    const arrows: Arrow[] = [];
    for (const edge of edges) {
        const [here, there] = back ? [edge.to, edge.from] : [edge.from, edge.to];
        if (here >= there || nodes[there]!.start || found.has(there))
            continue;
        found.add(there);
        arrows.push({ from: String(here), to: String(there) });
    }
    const places = place(boxes, arrows, new Map(), new Map(), { apart: 64 });
    const at = (i: number): { x: number; y: number } => {
        const { x, y } = places.get(String(i))!;
        return back ? { x: -x - boxes[i]!.width, y } : { x, y };
    };
    const left = Math.min(...boxes.map((_, i) => at(i).x));
    const top = Math.min(...boxes.map((_, i) => at(i).y));
    const lines: Shape[] = [];
    leaving.forEach((out, i) => out.forEach(({ to }, row) => {
        const { x, y } = at(i);
        const from = { x: x - left + boxes[i]!.width, y: y - top + HEADING + row * LINE + LINE / 2 };
        lines.push(path(`arrow ${i} ${row}`, arrow(from, { x: at(to).x - left, y: at(to).y - top }, boxes[to]!),
            stroke(nodes[i]!.mark && nodes[to]!.mark ? 'accent' : 'edge', 1.25, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })));
    }));
    const drawn = cards.map(({ shapes }, i) => placed(`node ${i}`, at(i).x - left, at(i).y - top, shapes));
    // An arrow back to a box at the edge bends out beyond it.
    const bend = edges.some(({ from, to }) => at(to).x <= at(from).x + boxes[from]!.width) ? 100 : 0;
    return {
        title: graphTitle(graph, texts),
        width: Math.max(textWidth('x'), ...boxes.map(({ width }, i) => at(i).x - left + width)) + bend + 2 * MARGIN,
        height: Math.max(...boxes.map(({ height }, i) => at(i).y - top + height)) + 2 * MARGIN,
        shapes: [group('all', [group('arrows', lines), group('nodes', drawn)], { transform: `translate(${MARGIN} ${MARGIN})` })],
    };
}

export function graphTables({ nodes, edges }: Graph, texts: Texts): Table[] {
    return [
        {
            key: 'objects', caption: texts.graphObjects, columns: [texts.object, texts.remark],
            rows: nodes.map((node, i) => ({
                key: String(i), marked: node.mark,
                cells: [nameOf(node, i), [node.start ? texts.graphStart : '', node.mark ? texts.graphMarked : '', node.more > 0 ? texts.more(node.more) : ''].filter(Boolean).join(', ')],
            })),
        },
        {
            key: 'references', caption: texts.graphReferences, columns: [texts.fromObject, texts.byName, texts.toObject],
            rows: edges.map(({ from, to, label }, i) => ({ key: String(i), cells: [nameOf(nodes[from]!, from), label, nameOf(nodes[to]!, to)] })),
        },
    ];
}
