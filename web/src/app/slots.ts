/**
 * slots.ts - places in the workbench that other parts of the page fill when the page is idle: the debugger's buttons and the
 * views. A part is `src/debugger/index.ts` or `src/views/index.ts` with an export `connect`; one that is not there leaves its
 * place empty, one that fails to load says so there and nothing else is lost.
 */
import type { CodeEditor } from '../editor/editor';
import type { EngineClient } from '../engine';
import type { PageState } from '../state/page';
import type { Store } from '../state/store';
import type { Outcome } from './workbench';

export interface WorkbenchHost {
    readonly engine: EngineClient;
    readonly store: Store<PageState>;
    readonly root: HTMLElement;
    language(): string;
    /** The editor of now: a text area may have been replaced by CodeMirror since. */
    editor(): CodeEditor;
    /** Lines of the open block that its author points at, stops at, and does not show; an expression to watch. */
    lines(): { mark: readonly number[]; breakpoints: readonly number[]; hidden?: readonly number[]; watch?: string };
    /** Runs what is in the editor, as the Run button does. */
    run(): Promise<Outcome>;
    /** Tells a screen reader, politely. */
    say(text: string): void;
    /** Shows or hides the panel of views; wide screens make room for it. */
    showViews(shown: boolean): void;
}

/** What a part gives back. */
export interface Part {
    /** The page's language has changed. */
    relabel?(): void;
    /** A lesson or a block asks for these views. */
    open?(views: string[]): void;
}

interface PartModule {
    connect(slot: HTMLElement, host: WorkbenchHost): Part | Promise<Part>;
}

const MODULES = import.meta.glob<PartModule>(['../debugger/index.ts', '../views/index.ts']);

export class Slots {
    private readonly parts = new Map<string, Part>();
    private wanted: string[] = [];

    constructor(private readonly host: WorkbenchHost) {}

    /** Loads what there is. Called when the page has nothing better to do. */
    async fill(failed: (slot: HTMLElement) => void): Promise<void> {
        await Promise.all(['debugger', 'views'].map(async (name) => {
            const slot = this.host.root.querySelector<HTMLElement>(`[data-slot="${name}"]`);
            const load = MODULES[`../${name}/index.ts`];
            if (!slot || !load)
                return;
            try {
                const part = await (await load()).connect(slot, this.host);
                this.parts.set(name, part);
                if (name === 'views' && this.wanted.length > 0)
                    part.open?.(this.wanted);
            } catch {
                failed(slot);
            }
        }));
    }

    relabel(): void {
        for (const part of this.parts.values())
            part.relabel?.();
    }

    open(views: string[]): void {
        this.wanted = views;
        this.parts.get('views')?.open?.(views);
    }
}
