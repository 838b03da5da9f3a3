/**
 * drafts.ts - what a learner typed, per block of a lesson, in whatever language the lesson is read.
 *
 * Invariant: a draft exists exactly when the code differs from the original.
 */
import { load, save } from './storage';

export interface BlockAddress {
    lesson: string;
    block: string;
}

function key({ lesson, block }: BlockAddress): string {
    return `draft:${lesson}#${block}`;
}

export function loadDraft(address: BlockAddress): string | undefined {
    return load(key(address));
}

export function saveDraft(address: BlockAddress, code: string, original: string): void {
    save(key(address), code === original ? undefined : code);
}
