/**
 * workbench.ts - the editor, Run and Stop, and the console as one instrument.
 *
 * Invariants: what was typed is stored before anything can replace it; the Run button and the Stop button are one
 * element in one place, so focus and pointer stay where they are.
 */
import { ConsolePanel, type ConsoleTexts } from '../console';
import { type CodeEditor, textareaEditor } from '../editor/editor';
import { type ClientResult, EngineClient, type EngineState, type ProgramSpec } from '../engine';
import { messagesFor } from '../i18n';
import { loadDraft, saveDraft } from '../state/drafts';
import type { PageState, Phase } from '../state/page';
import type { Store } from '../state/store';
import { Slots, type WorkbenchHost } from './slots';
import { formatBytes, formatTime } from './texts';

export interface WorkbenchOptions {
    store: Store<PageState>;
    createEngine(onState: (state: EngineState) => void): EngineClient;
    /** Loads the real editor; the text area stays when that fails. */
    loadEditor(): Promise<typeof import('../editor/codemirror')>;
}

export interface Outcome {
    result: ClientResult;
    stdout: string;
}

const SAVE_AFTER_MS = 300;
/** The second click of a double click on Run must not be a Stop. */
const STOP_NOT_BEFORE_MS = 300;

/** What a block is called where a file has a name: above the editor and in tracebacks. */
export const fileOf = (block: string): string => `${block}.py`;

/** Tells a screen reader, politely; the same words are told again when they are said again. */
function say(text: string): void {
    const place = document.querySelector('[data-part="said"]')!;
    place.textContent = '';
    requestAnimationFrame(() => {
        place.textContent = text;
    });
}

export class Workbench {
    private readonly store: Store<PageState>;
    private readonly engine: EngineClient;
    private readonly console: ConsolePanel;
    private editor: CodeEditor;
    private saveTimer: ReturnType<typeof setTimeout> | undefined;
    private began = 0;
    private executions = 0;
    readonly slots: Slots;

    constructor(private readonly root: HTMLElement, private readonly options: WorkbenchOptions) {
        this.store = options.store;
        this.engine = options.createEngine((state) => this.follow(state));
        const paper = root.querySelector<HTMLElement>('[data-testid="console"]')!;
        this.console = new ConsolePanel(paper, this.consoleTexts());
        const area = root.querySelector('textarea')!;
        this.editor = textareaEditor(area, this.editorEvents);
        this.part('run').addEventListener('click', (event) => this.toggle(event));
        this.part('reset').addEventListener('click', () => this.reset());
        this.part('clear').addEventListener('click', () => this.console.clear());
        root.addEventListener('keydown', (event) => this.key(event));
        window.addEventListener('pagehide', () => this.saveNow());
        document.addEventListener('visibilitychange', () => this.saveNow());
        this.store.subscribe(() => this.show());
        this.slots = new Slots(this.host());
        this.show();
        void this.upgradeEditor(area);
    }

    /** What the debugger and the views may use. */
    private host(): WorkbenchHost {
        const { engine, store, root } = this;
        return {
            engine, store, root,
            language: () => store.state.language,
            editor: () => this.editor,
            run: () => this.run(),
            say,
            showViews(shown) {
                root.querySelector<HTMLElement>('[data-slot="views"]')!.hidden = !shown;
                document.documentElement.classList.toggle('has-views', shown);
            },
        };
    }

    /** Begins to load Python, so that the first Run finds it ready. */
    warmUp(): void {
        this.engine.start();
    }

    /** Shows a block, with what was typed into it before if anything was. */
    open(lesson: string, block: string, original: string): void {
        const { loaded } = this.store.state;
        if (loaded?.lesson === lesson && loaded.block === block && loaded.original === original)
            return;
        this.saveNow();
        const draft = loadDraft({ lesson, block });
        this.store.update({ loaded: { lesson, block, original }, edited: draft !== undefined });
        this.editor.open(draft ?? original);
    }

    run(): Promise<Outcome> {
        this.saveNow();
        return this.execute({ source: this.editor.read(), filename: fileOf(this.store.state.loaded?.block ?? 'main') });
    }

    /** Runs a program in the console without touching the editor. */
    async execute(spec: ProgramSpec): Promise<Outcome> {
        const { store } = this;
        const execution = ++this.executions;
        let stdout = '';
        this.console.clear();
        this.part('broken').hidden = true;
        this.began = performance.now();
        const run = this.engine.run(spec, {
            output: (chunks, dropped, done) => {
                for (const chunk of chunks.filter(({ stream }) => stream === 'stdout'))
                    stdout += chunk.text;
                this.console.append(chunks, dropped, done);
            },
            wantInput: () => {
                this.console.askInput((text, eof) => {
                    this.engine.giveInput(text, eof);
                    store.update({ phase: 'running' });
                }, this.root.contains(document.activeElement) || document.activeElement === document.body);
                store.update({ phase: 'waiting' });
            },
        });
        store.update({ last: undefined, phase: this.engine.state === 'running' ? 'running' : 'loading' });
        const result = await run;
        if (execution !== this.executions) {
            // Another run has taken the console over.
            return { result, stdout };
        }
        const milliseconds = performance.now() - this.began;
        // After Stop nobody waits for the rest of the output to be drawn.
        const drawn = this.console.finish();
        if (result.reason !== 'stopped')
            await drawn;
        store.update({ phase: this.idlePhase(), last: { result, milliseconds } });
        return { result, stdout };
    }

    stop(): void {
        this.engine.stop();
    }

    /** The page's language has changed. */
    relabel(): void {
        this.console.texts = this.consoleTexts();
        this.root.querySelector<HTMLElement>('[data-testid="console"]')!.dataset.placeholder = this.t.consoleEmpty;
        this.slots.relabel();
        this.show();
    }

    private get t() {
        return messagesFor(this.store.state.language);
    }

    private get busy(): boolean {
        return ['loading', 'running', 'waiting', 'stopping'].includes(this.store.state.phase);
    }

    private readonly editorEvents = {
        change: (): void => {
            const { loaded } = this.store.state;
            this.store.update({ edited: loaded !== undefined && this.editor.read() !== loaded.original });
            clearTimeout(this.saveTimer);
            this.saveTimer = setTimeout(() => this.saveNow(), SAVE_AFTER_MS);
        },
        run: (): void => {
            if (!this.busy)
                void this.run();
        },
    };

    private part(name: string): HTMLElement {
        return this.root.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
    }

    private consoleTexts(): ConsoleTexts {
        const { t } = this;
        return { stdin: t.stdin, stdinHint: t.stdinHint, capped: (bytes) => t.capped(formatBytes(bytes)) };
    }

    private async upgradeEditor(area: HTMLTextAreaElement): Promise<void> {
        try {
            const { codemirrorEditor } = await this.options.loadEditor();
            const plain = this.editor;
            const { focused } = plain;
            this.editor = codemirrorEditor(area.parentElement!, plain.read(), this.editorEvents);
            plain.destroy();
            this.show();
            if (focused)
                this.editor.focus();
        } catch {
            // The text area does everything but colour.
        }
        await this.slots.fill((slot) => {
            slot.textContent = this.t.partFailed;
            slot.hidden = false;
        });
    }

    private saveNow(): void {
        clearTimeout(this.saveTimer);
        const { loaded } = this.store.state;
        if (loaded)
            saveDraft(loaded, this.editor.read(), loaded.original);
    }

    private reset(): void {
        const { loaded } = this.store.state;
        if (!loaded)
            return;
        this.editor.replace(loaded.original);
        this.editor.focus();
    }

    private toggle(event: MouseEvent): void {
        if (!this.busy)
            void this.run();
        else if (event.detail < 2 || performance.now() - this.began > STOP_NOT_BEFORE_MS)
            this.stop();
    }

    /** Ctrl+C in the console interrupts the program, unless it is there to copy a selection. */
    private key(event: KeyboardEvent): void {
        const target = event.target as Element;
        if (!this.busy || event.key !== 'c' || !event.ctrlKey || !target.closest('[data-testid="console"]'))
            return;
        const copies = target instanceof HTMLInputElement
            ? target.selectionStart !== target.selectionEnd
            : getSelection()?.isCollapsed === false;
        if (!copies) {
            event.preventDefault();
            this.engine.interrupt();
        }
    }

    private idlePhase(): Phase {
        return this.engine.state === 'failed' ? 'broken' : 'idle';
    }

    private follow(state: EngineState): void {
        const { phase } = this.store.state;
        if (state === 'running')
            this.store.update({ phase: 'running' });
        else if (state === 'stopping')
            this.store.update({ phase: 'stopping' });
        else if (state === 'failed')
            this.store.update({ phase: 'broken' });
        else if (state === 'starting' && phase === 'broken')
            this.store.update({ phase: 'idle' });
    }

    /** Draws the state. */
    private show(): void {
        const { t } = this;
        const { phase, edited, loaded } = this.store.state;
        const button = this.part('run');
        const stops = this.busy;
        button.dataset.testid = stops ? 'stop' : 'run';
        button.classList.toggle('stops', stops);
        this.part('run-label').textContent = stops ? t.stop : t.run;
        this.part('reset').hidden = !edited;
        const name = this.root.querySelector('[data-part="loaded"]');
        if (name)
            name.textContent = loaded ? fileOf(loaded.block) + (edited ? ' •' : '') : '';
        this.part('hint').textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? t.editorHintMac : t.editorHint;
        this.editor.label(t.editor, 'editor-hint');
        const status = this.part('status');
        status.textContent = this.statusText();
        status.dataset.phase = phase;
        status.dataset.reason = this.store.state.last?.result.reason ?? '';
        this.showBroken();
    }

    private statusText(): string {
        const { t } = this;
        const { phase, last, language } = this.store.state;
        switch (phase) {
        case 'loading':
            return t.loading;
        case 'running':
            return t.running;
        case 'waiting':
            return t.waiting;
        case 'stopping':
            return t.stopping;
        case 'broken':
            return '';
        case 'idle':
            break;
        }
        if (!last || last.result.reason === 'crashed')
            return t.idle;
        const time = formatTime(last.milliseconds, language);
        const { reason, exitCode } = last.result;
        if (reason === 'stopped')
            return t.stopped(time);
        if (reason === 'raised')
            return t.raised(exitCode, time);
        return exitCode === 0 ? t.finished(time) : t.exited(exitCode, time);
    }

    private showBroken(): void {
        const box = this.part('broken');
        const broken = this.store.state.phase === 'broken';
        if (!broken) {
            box.hidden = true;
            return;
        }
        const { t } = this;
        const message = document.createElement('p');
        message.textContent = t.crashed;
        const why = document.createElement('p');
        why.className = 'why';
        why.textContent = t.crashedWhy(this.engine.failure);
        const again = document.createElement('button');
        again.type = 'button';
        again.textContent = t.restart;
        again.addEventListener('click', () => {
            this.part('run').focus();
            this.engine.start();
        });
        box.replaceChildren(message, why, again);
        box.hidden = false;
    }
}
