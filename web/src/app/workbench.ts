/**
 * workbench.ts - the editor, Run and Stop, and the console as one instrument.
 *
 * Invariants: what was typed is stored before anything can replace it; the Run button and the Stop button are one
 * element in one place, so focus and pointer stay where they are.
 */
import { ConsolePanel, type ConsoleTexts, withoutFigures } from '../console';
import { type CodeEditor, textareaEditor } from '../editor/editor';
import type { EditorServices } from '../editor/services';
import { type ClientResult, EngineClient, type EngineState, type ProgramSpec } from '../engine';
import type { Diagnosis } from '../engine/core';
import type { Place, RaisedLast } from '../explain/explain';
import { messagesFor } from '../i18n';
import { loadDraft, saveDraft } from '../state/drafts';
import type { PageState, Phase } from '../state/page';
import type { SharedProgram } from '../state/share';
import { onRefusal } from '../state/storage';
import type { Store } from '../state/store';
import type { Figure } from '../views/figure';
import { connectActions } from './actions';
import { notify } from './notices';
import { engineServices } from './services';
import { Slots, type WorkbenchHost } from './slots';
import { formatBytes, formatTime } from './texts';

export interface WorkbenchOptions {
    store: Store<PageState>;
    createEngine(onState: (state: EngineState) => void): EngineClient;
    /** Loads the real editor; the text area stays when that fails. */
    loadEditor(): Promise<typeof import('../editor/codemirror')>;
    /** What Run runs, given the text in the editor; the text alone when absent. */
    spec?(source: string, filename: string): ProgramSpec;
    /** Lines of the open block that its author points at, stops at, and does not show. */
    lines?: WorkbenchHost['lines'];
    /** What a shared link holds; the text in the editor when absent. */
    program?(): SharedProgram;
    /** Brings a file of the learner's into the editor. False if it is not one of them. */
    openFile?(file: string): boolean;
}

export interface Outcome {
    result: ClientResult;
    stdout: string;
}

/** More of stderr than this is not looked at for an explanation. */
const STDERR_KEPT = 40_000;

const SAVE_AFTER_MS = 300;
/** The second click of a double click on Run must not be a Stop. */
const STOP_NOT_BEFORE_MS = 300;

/** What a block is called where a file has a name: above the editor and in tracebacks. */
export const fileOf = (block: string): string => `${block}.py`;

/** What the core reports for a program that has used up its instructions. */
const LIMITED_EXIT_CODE = 124;

function isLimited(result: ClientResult, spec: ProgramSpec): boolean {
    const most = spec.limits?.maxInstructions;
    return most !== undefined && result.reason !== 'crashed' && result.exitCode === LIMITED_EXIT_CODE && result.instructions >= most;
}

/** Tells a screen reader, politely; the same words are told again when they are said again. */
export function say(text: string): void {
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
    /** What stood in the text area before the page's scripts came. */
    private typedEarly: string | undefined;
    private locked = false;
    private composing = false;
    /** What is drawn in the console. */
    private figures: Figure[] = [];
    private diagnosis: Diagnosis | undefined;
    private raised: RaisedLast | undefined;
    private listeners: Array<(outcome: Outcome) => void> = [];

    constructor(private readonly root: HTMLElement, private readonly options: WorkbenchOptions) {
        this.store = options.store;
        this.engine = options.createEngine((state) => this.follow(state));
        const paper = root.querySelector<HTMLElement>('[data-testid="console"]')!;
        this.console = new ConsolePanel(paper, this.consoleTexts(), async (place, message) => {
            const { drawFigure } = await import('../views/figure');
            const figure = drawFigure(place, message, this.store.state.language);
            if (figure)
                this.figures = [...this.figures.filter((old) => old.place.isConnected), figure];
            return figure !== undefined;
        });
        const area = root.querySelector('textarea')!;
        this.typedEarly = area.value === area.defaultValue ? undefined : area.value;
        this.editor = textareaEditor(area, this.editorEvents);
        area.addEventListener('compositionstart', () => { this.composing = true; });
        area.addEventListener('compositionend', () => { this.composing = false; });
        this.part('run').addEventListener('click', (event) => this.toggle(event));
        this.part('reset').addEventListener('click', () => this.reset());
        this.part('clear').addEventListener('click', () => this.console.clear());
        root.addEventListener('keydown', (event) => this.key(event));
        window.addEventListener('pagehide', () => this.saveNow());
        document.addEventListener('visibilitychange', () => this.saveNow());
        this.store.subscribe(() => this.show());
        let refused = false;
        onRefusal(() => {
            if (!refused)
                notify('storage', this.t.storageRefused);
            refused = true;
        });
        // What only this page holds is not to be left by a slip.
        window.addEventListener('beforeunload', (event) => {
            if (refused)
                event.preventDefault();
        });
        connectActions(this.part('actions'), {
            language: () => this.store.state.language,
            code: () => this.editor.read(),
            original: () => this.store.state.loaded?.original,
            program: () => this.options.program?.() ?? this.sharedProgram(),
        }, document.documentElement.dataset.kind === 'playground');
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
            lines: () => this.options.lines?.() ?? { mark: [], breakpoints: [] },
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
    open(lesson: string, block: string, original: string, filename = fileOf(block), { locked = false, session = false } = {}): void {
        const { loaded } = this.store.state;
        if (loaded?.lesson === lesson && loaded.block === block && loaded.original === original)
            return;
        this.saveNow();
        const draft = this.typedEarly ?? loadDraft({ lesson, block });
        this.typedEarly = undefined;
        this.store.update({ loaded: { lesson, block, original, filename, session }, edited: draft !== undefined });
        this.editor.open(draft ?? original, session);
        this.locked = locked;
        this.editor.lock(locked);
        this.diagnosed(undefined);
    }

    /** What is in the editor. */
    get code(): string {
        return this.editor.read();
    }

    focusEditor(): void {
        this.editor.focus();
    }

    run(): Promise<Outcome> {
        this.saveNow();
        const source = this.editor.read();
        const filename = this.store.state.loaded?.filename ?? 'main.py';
        // Kept, so that the views and the editor can ask about it when it is over.
        return this.execute({ ...(this.options.spec?.(source, filename) ?? { source, filename }), keep: true });
    }

    /** Called after every run that ended by itself or was stopped. */
    onOutcome(listener: (outcome: Outcome) => void): void {
        this.listeners.push(listener);
    }

    /** Runs a program in the console without touching the editor. */
    async execute(spec: ProgramSpec): Promise<Outcome> {
        const { store } = this;
        const execution = ++this.executions;
        let stdout = '';
        let stderr = '';
        this.console.clear();
        this.forgetError();
        this.part('broken').hidden = true;
        this.began = performance.now();
        const run = this.engine.run({ ...spec, figures: true }, {
            output: (chunks, dropped, done) => {
                for (const { stream, text } of chunks) {
                    if (stream === 'stdout')
                        stdout += text;
                    else
                        stderr = (stderr + text).slice(-STDERR_KEPT);
                }
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
        stdout = withoutFigures(stdout);
        if (execution !== this.executions) {
            // Another run has taken the console over.
            return { result, stdout };
        }
        const milliseconds = performance.now() - this.began;
        // After Stop nobody waits for the rest of the output to be drawn.
        const drawn = this.console.finish();
        if (result.reason !== 'stopped')
            await drawn;
        store.update({ phase: this.idlePhase(), last: { result, milliseconds, limited: isLimited(result, spec) } });
        if (result.reason === 'raised')
            void this.explainError(stderr, spec);
        for (const listener of this.listeners)
            listener({ result, stdout });
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
        for (const figure of this.figures)
            figure.relabel(this.store.state.language);
        this.diagnosed(this.diagnosis);
        void this.drawError();
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
        return { stdin: t.stdin, stdinHint: t.stdinHint, capped: (bytes) => t.capped(formatBytes(bytes)), folded: t.folded };
    }

    /** Squiggles, completion and hover. */
    private services(): EditorServices {
        return {
            ...engineServices(this.engine),
            diagnosed: (diagnosis) => this.diagnosed(diagnosis),
            explain: (diagnosis) => this.explainer?.explain(diagnosis.type, diagnosis.message ?? '', this.store.state.language).what ?? '',
        };
    }

    private explainer: typeof import('../explain') | undefined;

    private async loadExplainer(): Promise<typeof import('../explain') | undefined> {
        try {
            this.explainer ??= await import('../explain');
        } catch {
            // Without it there is the traceback, which says everything.
        }
        return this.explainer;
    }

    /** The compiler's complaint in words, under the editor: squiggles alone cannot be heard. */
    private diagnosed(diagnosis: Diagnosis | undefined): void {
        this.diagnosis = diagnosis;
        const hint = this.part('hint');
        if (!diagnosis) {
            hint.textContent = this.keysHint;
            hint.classList.remove('problem');
            return;
        }
        const { line, message, type } = diagnosis;
        const text = this.t.problemAt(line ?? 1, message ?? type);
        if (hint.classList.contains('problem') && hint.firstChild?.textContent === text)
            return;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'link';
        button.dataset.testid = 'problem';
        button.textContent = text;
        button.addEventListener('click', () => this.editor.showLine(line ?? 1, diagnosis.column ?? 0));
        hint.classList.add('problem');
        hint.replaceChildren(button);
        void this.loadExplainer().then((explainer) => {
            if (this.diagnosis === diagnosis && explainer) {
                const { attempt } = explainer.explain(type, message ?? '', this.store.state.language);
                hint.append(` ${attempt}`);
            }
        });
    }

    /** Beside the traceback, which stays as it is: what it means, and links to its lines. */
    private async explainError(stderr: string, spec: ProgramSpec): Promise<void> {
        const own = [spec.filename ?? 'main.py', ...Object.keys(spec.files ?? {})];
        this.console.linkPlaces(own, (file, line) => this.showPlace({ file, line }));
        const run = this.executions;
        const explainer = await this.loadExplainer();
        if (!explainer || run !== this.executions)
            return;
        this.raised = explainer.lastTraceback(stderr, (file) => own.includes(file));
        this.raisedIn = own;
        await this.drawError();
    }

    private raisedIn: string[] = [];

    private async drawError(): Promise<void> {
        if (this.raised && this.explainer) {
            this.explainer.drawExplanation(this.part('explained'), this.raised, this.store.state.language, this.raisedIn.length > 1,
                (place) => this.showPlace(place));
        }
    }

    private forgetError(): void {
        this.raised = undefined;
        this.part('explained').hidden = true;
    }

    private showPlace({ file, line }: Place): void {
        if (file !== this.store.state.loaded?.filename && !this.options.openFile?.(file))
            return;
        this.editor.showLine(line);
    }

    private sharedProgram(): SharedProgram {
        const { loaded } = this.store.state;
        return { files: [{ name: 'main.py', text: this.editor.read() }], ...(loaded ? { from: location.pathname } : {}) };
    }

    private get keysHint(): string {
        return /Mac|iPhone|iPad/.test(navigator.platform) ? this.t.editorHintMac : this.t.editorHint;
    }

    private async upgradeEditor(area: HTMLTextAreaElement): Promise<void> {
        try {
            const { codemirrorEditor } = await this.options.loadEditor();
            // A word being composed (Chinese is typed so) would be lost with the area.
            if (this.composing)
                await new Promise((resolve) => area.addEventListener('compositionend', resolve, { once: true }));
            const plain = this.editor;
            const { focused } = plain;
            const { selectionStart: anchor, selectionEnd: head } = area;
            this.editor = codemirrorEditor(area.parentElement!, plain.read(), this.editorEvents, this.services(),
                this.store.state.loaded?.session);
            plain.destroy();
            this.editor.lock(this.locked);
            this.show();
            // Who types goes on typing where the cursor was.
            if (focused) {
                this.editor.view!.dispatch({ selection: { anchor, head } });
                this.editor.focus();
            }
        } catch {
            // The text area does everything but colour.
        }
        await this.slots.fill((slot) => {
            slot.textContent = this.t.partFailed;
            slot.hidden = false;
        });
    }

    /** Stores what was typed. */
    saveNow(): void {
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
        const { kind } = document.documentElement.dataset;
        const button = this.part('run');
        const stops = this.busy;
        button.dataset.testid = stops ? 'stop' : 'run';
        button.classList.toggle('stops', stops);
        this.part('run-label').textContent = stops ? t.stop : t.run;
        this.part('reset').hidden = !edited || kind === 'playground';
        const compare = this.root.querySelector<HTMLElement>('[data-part="compare"]');
        if (compare)
            compare.hidden = !edited;
        const name = this.root.querySelector('[data-part="loaded"]');
        if (name)
            name.textContent = loaded ? loaded.filename + (edited ? ' •' : '') : '';
        if (!this.diagnosis)
            this.part('hint').textContent = this.keysHint;
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
        if (last.limited)
            return t.limited(time);
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
