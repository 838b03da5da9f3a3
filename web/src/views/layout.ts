/**
 * layout.ts - where boxes stand. The first picture is dagre's; afterwards every box that was there stays there.
 *
 * Invariant: a box of `previous` moves only to make room for one that has grown over it, and then straight down. New
 * boxes are laid out among themselves and put beside what refers to them, in the nearest free place.
 */
import { graphlib, layout as dagre } from '@dagrejs/dagre';

export interface Box {
    key: string;
    width: number;
    height: number;
}

export interface Arrow {
    from: string;
    to: string;
    /** Of its row in the box that it leaves: arrows start there. */
    row?: number;
}

export interface Place {
    x: number;
    y: number;
}

export type Places = ReadonlyMap<string, Place>;

export interface LayoutOptions {
    direction?: 'LR' | 'TB';
    /** Between columns (rows, top down). */
    apart?: number;
    /** Between neighbours. */
    gap?: number;
    /** Neighbours stay in their order: every box has one arrow into it at most (given by default). */
    forest?: boolean;
}

const overlaps = (a: Place, b: Place, boxA: Box, boxB: Box, gap: number): boolean =>
    a.x < b.x + boxB.width + gap && b.x < a.x + boxA.width + gap && a.y < b.y + boxB.height + gap && b.y < a.y + boxA.height + gap;

/**
 * Neighbours in the order in which they are referred to: what dagre lays out here is a forest, so that crosses nothing,
 * and a name that is bound later never comes between two others.
 */
function inOrder(graph: graphlib.Graph): void {
    const next = new Map<number, number>();
    const seen = new Set<string>();
    for (const root of graph.nodes()) {
        for (const waiting = (graph.predecessors(root) ?? []).length === 0 ? [root] : []; waiting.length > 0;) {
            const key = waiting.pop()!;
            if (seen.has(key))
                continue;
            seen.add(key);
            const node = graph.node(key) as { rank: number; order: number };
            node.order = next.get(node.rank) ?? 0;
            next.set(node.rank, node.order + 1);
            waiting.push(...(graph.successors(key) ?? []).reverse());
        }
    }
}

function dagrePlaces(boxes: Box[], arrows: Arrow[], { direction = 'LR', apart = 56, gap = 18, forest = true }: LayoutOptions): Map<string, Place> {
    const graph = new graphlib.Graph();
    graph.setGraph({ rankdir: direction, ranksep: apart, nodesep: gap, rankalign: 'top' });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const { key, width, height } of boxes)
        graph.setNode(key, { width, height });
    for (const { from, to } of arrows) {
        if (from !== to)
            graph.setEdge(from, to);
    }
    dagre(graph, forest ? { customOrder: inOrder } : {});
    return new Map(boxes.map(({ key, width, height }) => {
        const { x, y } = graph.node(key) as Place;
        return [key, { x: x - width / 2, y: y - height / 2 }];
    }));
}

/** Sets of boxes that hang together. */
function components(boxes: Box[], arrows: Arrow[]): Box[][] {
    const near = new Map<string, string[]>(boxes.map(({ key }) => [key, []]));
    for (const { from, to } of arrows) {
        near.get(from)?.push(to);
        near.get(to)?.push(from);
    }
    const byKey = new Map(boxes.map((box) => [box.key, box]));
    const seen = new Set<string>();
    const found: Box[][] = [];
    for (const { key } of boxes) {
        const together: Box[] = [];
        for (const waiting = [key]; waiting.length > 0;) {
            const next = waiting.pop()!;
            if (seen.has(next) || !byKey.has(next))
                continue;
            seen.add(next);
            together.push(byKey.get(next)!);
            waiting.push(...near.get(next)!);
        }
        if (together.length > 0)
            found.push(together);
    }
    return found;
}

/** Moves boxes down until none lies on another, the upper one staying where it is. */
function makeRoom(boxes: Box[], places: Map<string, Place>, gap: number): void {
    const waiting = boxes.map((box) => ({ box, at: places.get(box.key)! })).sort((a, b) => a.at.y - b.at.y);
    /** Those done that reach as low as the next one stands. */
    let near: typeof waiting = [];
    for (let i = 0; i < waiting.length; i++) {
        const { box, at } = waiting[i]!;
        near = near.filter((done) => done.at.y + done.box.height + gap > at.y);
        const above = near.find((done) => overlaps(done.at, at, done.box, box, gap - 1));
        if (!above) {
            near.push(waiting[i]!);
            continue;
        }
        const lower = { x: at.x, y: above.at.y + above.box.height + gap };
        places.set(box.key, lower);
        let turn = i--;
        for (; turn + 1 < waiting.length && waiting[turn + 1]!.at.y < lower.y; turn++)
            waiting[turn] = waiting[turn + 1]!;
        waiting[turn] = { box, at: lower };
    }
}

/** The places of all boxes, `previous` ones kept; `fixed` are placed by the caller and give way to nobody. */
export function place(boxes: Box[], arrows: Arrow[], previous: Places, fixed: Places = new Map(), options: LayoutOptions = {}): Map<string, Place> {
    const { direction = 'LR', apart = 56, gap = 18 } = options;
    const places = new Map<string, Place>();
    const known = new Map<string, Box>();
    const fresh: Box[] = [];
    for (const box of boxes) {
        const at = fixed.get(box.key) ?? previous.get(box.key);
        if (!at) {
            fresh.push(box);
            continue;
        }
        places.set(box.key, at);
        known.set(box.key, box);
    }
    makeRoom([...known.values()].filter(({ key }) => !fixed.has(key)), places, gap);
    if (fresh.length === 0)
        return places;
    const isFresh = new Set(fresh.map(({ key }) => key));
    const inner = arrows.filter(({ from, to }) => isFresh.has(from) && isFresh.has(to));
    for (const together of fixed.size === 0 && known.size === 0 ? [fresh] : components(fresh, inner)) {
        const keys = new Set(together.map(({ key }) => key));
        const own = dagrePlaces(together, inner.filter(({ from }) => keys.has(from)), options);
        const into = arrows.find(({ from, to }) => known.has(from) && keys.has(to));
        const outOf = into ? undefined : arrows.find(({ from, to }) => keys.has(from) && known.has(to));
        let wish: Place = { x: 0, y: 0 };
        let shift: Place = { x: 0, y: 0 };
        if (into) {
            const holder = known.get(into.from)!;
            const at = places.get(into.from)!;
            const entry = own.get(into.to)!;
            wish = direction === 'LR' ? { x: at.x + holder.width + apart, y: at.y + (into.row ?? 0) } : { x: at.x, y: at.y + holder.height + apart };
            shift = { x: wish.x - entry.x, y: wish.y - entry.y };
        } else if (outOf) {
            const at = places.get(outOf.to)!;
            const exit = own.get(outOf.from)!;
            const box = together.find(({ key }) => key === outOf.from)!;
            wish = direction === 'LR' ? { x: at.x - box.width - apart, y: at.y } : { x: at.x, y: at.y - box.height - apart };
            shift = { x: wish.x - exit.x, y: wish.y - exit.y };
        }
        const lowest = Math.min(...together.map(({ key }) => own.get(key)!.y + shift.y));
        if (lowest < 0)
            shift.y -= lowest;
        for (let tries = 0; tries < 200; tries++) {
            let down = 0;
            for (const box of together) {
                const at = { x: own.get(box.key)!.x + shift.x, y: own.get(box.key)!.y + shift.y };
                for (const [key, other] of known) {
                    const there = places.get(key)!;
                    if (overlaps(at, there, box, other, gap - 1))
                        down = Math.max(down, there.y + other.height + gap - at.y);
                }
            }
            if (down === 0)
                break;
            shift.y += down;
        }
        for (const box of together) {
            places.set(box.key, { x: own.get(box.key)!.x + shift.x, y: own.get(box.key)!.y + shift.y });
            known.set(box.key, box);
        }
    }
    return places;
}
