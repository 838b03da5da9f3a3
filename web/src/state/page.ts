/** page.ts - the state of the one screen. */
import type { ClientResult } from '../engine';
import type { BlockAddress } from './drafts';

/** What Run, Stop and the status line show. */
export type Phase = 'idle' | 'loading' | 'running' | 'waiting' | 'stopping' | 'broken';

export interface PageState {
    language: string;
    phase: Phase;
    /** The block in the editor, with its original code. */
    loaded: (BlockAddress & { original: string; filename: string; session: boolean }) | undefined;
    edited: boolean;
    /** How the last run ended, and how long it took as seen from the page. */
    /** `limited`: by the program's limit of instructions. */
    last: { result: ClientResult; milliseconds: number; limited: boolean } | undefined;
}
