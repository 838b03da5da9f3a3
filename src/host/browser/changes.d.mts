/** Types of changes.mjs for the site's TypeScript. Answers are those of src/observe/observe.h (tests/observe/schema.json). */
export interface Answer { version: number; view: string; moment: number; [member: string]: unknown }
export interface Change<T = number | string | null> { was: T; now: T }
export type NumberChanges = { [name: string]: Change };
/** A reference or name that leads elsewhere; null: to nothing (that is shown). */
export interface EdgeChange { kind: string; label: string | number | null; was: number | null; now: number | null }

interface Changes { version: 1; view: 'changes'; from: number; to: number; complete: boolean }
export interface ObjectChanges extends Changes {
    of: 'objects';
    added: number[];
    freed: number[];
    /** Alive, but no longer in the picture. */
    hidden: number[];
    /** Ids that belong to another object now; they are in `added` and in `freed` too. */
    reused: number[];
    changed: ({ id: number } & { [name in 'refcount' | 'length' | 'capacity' | 'size' | 'size64' | 'generation' | 'text']?: Change })[];
    references: ({ from: number } & EdgeChange)[];
    names: ({ scope: string; name: string | null } & EdgeChange)[];
}
export interface HeapChanges extends Changes {
    of: 'heap';
    totals: NumberChanges;
    byType: ({ type: string; typeId: number } & { [name in 'count' | 'size' | 'size64']?: Change<number> })[];
    bySize: ({ upTo: number | null } & { [name in 'count' | 'bytes']?: Change<number> })[];
    freeLists: { of: string; items?: number; length: Change<number> }[];
}
export interface GenerationChanges extends Changes {
    of: 'generations';
    totals: { [name: string]: Change<number | boolean> };
    generations: ({ generation: string } & { [name: string]: Change<number> | string })[];
    added: number[];
    gone: number[];
    moved: { id: number; was: string; now: string }[];
}

/** Does this id belong to another object at the later moment? Both as an answer describes them. */
export function isAnother(before: object, after: object): boolean;
export function compareObjects(before: Answer, after: Answer, living?: Answer | null): ObjectChanges;
export function outOfView(before: Answer, after: Answer): number[];
export function compareHeap(before: Answer, after: Answer): HeapChanges;
export function compareGenerations(before: Answer, after: Answer): GenerationChanges;
export function changesSince(before: Answer, question: string, inspect: (question: string) => Answer | Promise<Answer>):
    Promise<{ changes: ObjectChanges | HeapChanges | GenerationChanges; answer: Answer }>;
