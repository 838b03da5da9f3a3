/** answers.ts - the inspector's answers as types; tests/observe/schema.json is their contract. */

export type Id = number;
export type EdgeKind = 'item' | 'key' | 'value' | 'attribute' | 'variable' | 'field' | 'other';

/** One object. `refcount` null: immortal. `size`: bytes in this program; `size64`: what 64-bit CPython says. */
export interface ObjectFacts {
    id: Id;
    type: string;
    typeId: Id;
    refcount: number | null;
    size: number;
    size64: number;
    text: string | null;
    length?: number;
    capacity?: number;
    interned?: boolean;
    class?: boolean;
}

export interface Edge {
    kind: EdgeKind;
    label: string | number | null;
    to: Id;
}

export interface Scope {
    scope: 'frame' | 'main' | 'object';
    name: string | null;
    line?: number;
    names: Edge[];
}

export interface GraphNode extends ObjectFacts {
    generation: '0' | '1' | '2' | 'permanent' | null;
    edges: Edge[];
    hidden?: number;
}

export interface ObjectsAnswer {
    moment: number;
    scopes: Scope[];
    nodes: GraphNode[];
    complete: boolean;
}

export interface ReferrersAnswer {
    object: ObjectFacts;
    referrers: { kind: EdgeKind; label: string | number | null; from?: ObjectFacts; frame?: string; line?: number }[];
    count: number;
}

export interface AliveAnswer {
    root: 'frame' | 'main' | 'modules' | 'interpreter' | 'none';
    frame?: string;
    variable?: string;
    path: (ObjectFacts & { by?: { kind: EdgeKind; label: string | number | null } })[];
}

export interface HeapAnswer {
    moment: number;
    objects: number;
    blocks: number;
    used: number;
    peak: number;
    limit: number;
    types: number;
    byType: { type: string; typeId: Id; count: number; size: number; size64: number }[];
    bySize: { upTo: number | null; count: number; bytes: number }[];
    freeLists: { of: string; items?: number; length: number; limit: number }[];
}

export interface Generation {
    generation: number;
    count: number;
    threshold: number;
    collections: number;
    collected: number;
    uncollectable: number;
    members: ObjectFacts[];
    objects: number;
}

export interface GenerationsAnswer {
    moment: number;
    enabled: boolean;
    collecting: boolean;
    longLived: number;
    longLivedPending: number;
    generations: Generation[];
    permanent: { members: ObjectFacts[]; objects: number };
}

export interface FrameSlot {
    kind: EdgeKind;
    label: string | number | null;
    value: ObjectFacts;
}

export interface PythonFrame {
    name: string;
    qualname: string;
    file: string;
    code: Id;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    offset: number;
    instruction: string | null;
    variables: FrameSlot[];
    stack: FrameSlot[];
    generator?: Id;
}

export interface Suspended extends PythonFrame {
    id: Id;
    type: 'generator' | 'coroutine' | 'async_generator';
    state: 'created' | 'suspended';
    waitsFor: Id | null;
}

export interface FramesAnswer {
    moment: number;
    threads: {
        id: number;
        current: boolean;
        waits: 'input' | 'host' | 'time' | null;
        frames: (PythonFrame | { native: string })[];
    }[];
    suspended: Suspended[];
}

export interface Instruction {
    offset: number;
    /** 0 or less: none. */
    line: number;
    op: string;
    arg?: number;
    /** A name or a sign. */
    text?: string;
    /** A constant. */
    value?: ObjectFacts;
    /** Offset that it may jump to. */
    target?: number;
    /** Offset where an exception goes from here. */
    handler?: number;
}

export interface CodeAnswer {
    name: string;
    instructions: Instruction[];
}

/** What a collection of a generation (and the younger ones) would find now: nothing is changed by asking. */
export interface CollectAnswer {
    generation: number;
    /** `refs`: the copied count; `left`: after the references from inside are taken off. */
    objects: (ObjectFacts & { refs: number; left: number; reachable: boolean; finalizer?: boolean })[];
    count: number;
    garbage: number;
    /** Members that are not listed. */
    hidden: number;
}

export interface BytesAnswer {
    object: ObjectFacts;
    /** Offset of the first byte, from the object: negative where something stands before it. */
    start: number;
    /** In hexadecimal. */
    bytes: string;
    fields: { offset: number; size: number; name: string; text: string; to?: Id }[];
}

export type Role =
    | 'method' | 'class method' | 'static method' | 'property' | 'slot' | 'value' | 'descriptor' | 'data descriptor';

export interface ClassAnswer {
    moment: number;
    id: Id;
    name: string;
    metaclass: Id;
    metaclassName: string;
    bases: Id[];
    mro: { id: Id; name: string; attributes: { name: string | null; role: Role; id: Id; type: string }[] }[];
    lookup?: {
        attribute: string;
        searched: { class: Id; found: boolean }[];
        id: Id | null;
        role: Role | null;
        beforeInstance: boolean;
        hook: boolean;
    };
}

/** The answer, or an Error with the inspector's words. */
export function readAnswer<T>(answer: unknown): T {
    if (typeof answer !== 'object' || answer === null)
        throw new Error('no answer');
    if ('error' in answer)
        throw new Error(String((answer as { error: unknown }).error));
    return answer as T;
}
