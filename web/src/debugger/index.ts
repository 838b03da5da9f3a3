/**
 * index.ts - the debugger of the workbench: steps, breakpoints, the line the program stands at and the values behind its
 * lines. Loaded when the page is idle; what it knows of a paused program it asks the inspector.
 */
import type { EditorView } from '@codemirror/view';
import type { Part, WorkbenchHost } from '../app/slots';
import type { Breakpoint, Observation, Stop } from '../engine/core';
import { choose } from '../i18n/choose';
import { type DebuggerTexts, en } from '../i18n/en/debugger';
import { zhCN } from '../i18n/zh-cn/debugger';
import { breakpoints, breakpointsOf, setBreakpoint } from './breakpoints';
import { Controls, type ControlState } from './controls';
import { type Call, Panel } from './panel';
import { folds } from './folds';
import { marks } from './marks';
import { linesOfNames, pausedLine, showPaused } from './paused';
import { type Described, isQuiet, nodesOf, shortText, type Variable } from './values';
import './debugger.css';

interface FrameAnswer {
    name: string;
    qualname: string;
    file: string;
    line: number;
    variables: Variable[];
}

/** What is shown of a paused program. */
interface Shown {
    stop: Stop;
    frames: FrameAnswer[];
    nodes: Map<number, Described>;
    main: Variable[];
    /** The expression that the lesson watches, and what it gives where the program stands. */
    watched: { expression: string; value: string | null } | undefined;
    selected: number;
}

const MODULE = '<module>';
const MOST_CHANGES = 3;
const MOST_LINE = 90;

class Debugger implements Part {
    private readonly controls: Controls;
    private readonly panel: Panel;
    private readonly points = new Map<string, readonly Breakpoint[]>();
    private extended: EditorView | undefined;
    private pauseNext = false;
    private ran = '';
    private shown: Shown | undefined;
    private said = { frame: '', values: new Map<string, string>() };

    constructor(slot: HTMLElement, private readonly host: WorkbenchHost) {
        const { engine, root } = host;
        this.controls = new Controls(slot, {
            start: () => this.start(),
            pause: () => engine.step('into'),
            resume: () => engine.resume(),
            step: (kind) => engine.step(kind),
            toCursor: () => this.toCursor(),
        }, this.t);
        this.panel = new Panel({
            select: (index) => this.select(index),
            goTo: (line) => host.editor().showLine(line),
            condition: (line, condition) => this.condition(line, condition),
            remove: (line) => this.toggle(line),
        }, this.t);
        root.querySelector('.editor')!.after(this.panel.root);
        const before = engine.amend;
        engine.amend = (spec) => this.amend(before?.(spec) ?? spec);
        engine.listen({
            began: () => this.show('running'),
            paused: (stop) => void this.paused(stop),
            resumed: () => this.show('running'),
            ended: () => this.ended(),
        });
        root.addEventListener('keydown', (event) => this.key(event));
        host.store.subscribe(() => {
            this.extendEditor();
            this.controls.forSession(host.store.state.loaded?.session ?? false);
        });
        this.extendEditor();
        this.show(engine.paused ? 'paused' : engine.state === 'running' ? 'running' : 'idle');
    }

    relabel(): void {
        this.controls.relabel(this.t);
        this.panel.relabel(this.t);
        this.drawBreakpoints();
        this.draw();
    }

    private get t(): DebuggerTexts {
        return choose(this.host.language(), { en, 'zh-CN': zhCN });
    }

    private get file(): string {
        return this.host.store.state.loaded?.filename ?? 'main.py';
    }

    /** Blocks of lessons may have one file name. */
    private get place(): string {
        const { lesson, block } = this.host.store.state.loaded ?? {};
        return JSON.stringify([lesson, block, this.file]);
    }

    /** Of the open program: the learner's, or those that the lesson's author has set. */
    private get pointsHere(): readonly Breakpoint[] {
        return this.points.get(this.place) ?? this.host.lines().breakpoints.map((line) => ({ line }));
    }

    /** What a learner has written has lines of its own. */
    private get hiddenHere(): readonly number[] {
        return this.host.store.state.edited ? [] : this.host.lines().hidden ?? [];
    }

    private get view(): EditorView | undefined {
        return this.host.editor().view;
    }

    /** CodeMirror replaces the text area at some time. */
    private extendEditor(): void {
        const { view } = this;
        if (!view || view === this.extended)
            return;
        this.extended = view;
        this.host.editor().extend([
            breakpoints({
                load: () => this.pointsHere,
                changed: (points) => this.changed(points),
                toggle: (line) => void this.toggle(line),
            }),
            marks(() => this.host.lines().mark),
            folds(() => this.hiddenHere, (count) => this.t.hiddenLines(count)),
            pausedLine(),
        ]);
        this.drawBreakpoints();
    }

    // ---- runs ----

    private amend<Spec extends { source: string; filename?: string; pauseAtStart?: boolean }>(spec: Spec): Spec {
        const file = spec.filename ?? 'main.py';
        const own = file === this.file && spec.source === this.host.editor().read();
        const pauses = this.pauseNext || (own && this.isStepBlock());
        this.pauseNext = false;
        if (!own)
            return spec;
        this.ran = file;
        return { ...spec, breakpoints: this.pointsHere, ...(pauses ? { pauseAtStart: true } : {}) };
    }

    /** A lesson's `python step` block opens paused. */
    private isStepBlock(): boolean {
        const block = this.host.store.state.loaded?.block;
        return block !== undefined && document.querySelector(`[data-block="${CSS.escape(block)}"]`)?.getAttribute('data-role') === 'step';
    }

    private start(): void {
        this.pauseNext = true;
        void this.host.run();
    }

    private toCursor(): void {
        const { view } = this;
        if (view)
            this.host.engine.runTo(view.state.doc.lineAt(view.state.selection.main.head).number);
    }

    private async paused(stop: Stop): Promise<void> {
        const { engine } = this.host;
        this.show('paused');
        try {
            const expression = this.host.lines().watch;
            const [frames, graph, main, [value = null]] = await Promise.all([
                engine.inspect('frames'), engine.inspect('objects root=frames depth=3 items=50 limit=400'),
                engine.inspect('objects root=main depth=3 items=200 limit=500'),
                expression ? engine.evaluate([expression]) : [],
            ]);
            if (engine.paused !== stop)
                return;
            const threads = frames.threads as Array<{ current: boolean; frames: Array<Partial<FrameAnswer>> }>;
            const nodes = nodesOf(main, graph);
            this.shown = {
                stop, nodes,
                frames: (threads.find(({ current }) => current) ?? threads[0]!).frames.filter((f): f is FrameAnswer => f.file !== undefined),
                main: namesOf(main, nodes),
                watched: expression ? { expression, value } : undefined,
                selected: 0,
            };
        } catch {
            // The program went on, or its worker is gone.
            return;
        }
        this.draw();
        this.tell();
        this.host.root.dataset.drawn = 'yes'; // the stop, whole
    }

    private ended(): void {
        this.shown = undefined;
        this.said = { frame: '', values: new Map() };
        this.show('idle');
        this.draw();
    }

    private show(state: ControlState): void {
        this.controls.show(state);
        const status = this.host.root.querySelector<HTMLElement>('[data-part="status"]');
        if (state === 'running' && status?.dataset.paused)
            status.textContent = this.t.running;
        if (status && state === 'paused')
            status.dataset.paused = 'yes';
        else
            delete status?.dataset.paused;
        this.host.root.classList.toggle('is-paused', state === 'paused');
        if (state !== 'paused')
            delete this.host.root.dataset.drawn;
        if (state === 'running')
            this.controlsGoOn();
    }

    /** The arrow goes when the program goes on, unless it is back at once. */
    private controlsGoOn(): void {
        const { stop } = this.shown ?? {};
        setTimeout(() => {
            if (this.shown && this.shown.stop === stop && !this.host.engine.paused) {
                this.shown = undefined;
                this.draw();
            }
        }, 250);
    }

    private select(index: number): void {
        if (!this.shown)
            return;
        this.shown.selected = index;
        this.draw();
        const { line, name } = this.shown.frames[index]!;
        this.host.say(this.t.frame(this.nameOf(name), line));
    }

    // ---- drawing ----

    private nameOf(name: string): string {
        return name === MODULE ? this.t.module : name;
    }

    private own(frame: FrameAnswer): boolean {
        return frame.file === this.ran && this.ran === this.file;
    }

    private variables(frame: FrameAnswer): Variable[] {
        return frame.name === MODULE ? this.shown!.main : frame.variables;
    }

    private draw(): void {
        const { shown, view } = this;
        if (!shown) {
            this.panel.pause('', [], 0);
            this.panel.watch(undefined);
            if (view)
                showPaused(view, undefined);
            return;
        }
        const { stop, frames, selected } = shown;
        const calls = frames.map((frame): Call => ({ name: this.nameOf(frame.qualname), line: frame.line, own: this.own(frame) }));
        this.panel.pause(this.reason(stop), calls, selected);
        this.panel.watch(this.shown!.watched);
        const status = this.host.root.querySelector<HTMLElement>('[data-part="status"]');
        if (status)
            status.textContent = stop.file === this.ran ? this.t.paused(stop.line ?? 0) : this.t.pausedIn(stop.file ?? '?');
        const frame = frames[selected];
        if (!view)
            return;
        if (!frame || !this.own(frame)) {
            showPaused(view, undefined);
            return;
        }
        const middle = selected === 0 && ['return', 'yield', 'exception'].includes(stop.reason ?? '');
        showPaused(view, { line: frame.line, top: selected === 0, middle, values: this.inline(view, frame) });
    }

    /** Values behind the lines of a frame's function. */
    private inline(view: EditorView, frame: FrameAnswer): Map<number, string> {
        const texts = this.texts(frame);
        const byLine = new Map<number, string>();
        const at = Math.min(frame.line, view.state.doc.lines);
        for (const [name, line] of linesOfNames(view.state, at, new Set(texts.keys()))) {
            const before = byLine.get(line);
            const text = `${before ? `${before}  ` : ''}${name} = ${texts.get(name)}`;
            byLine.set(line, text.length > MOST_LINE ? `${text.slice(0, MOST_LINE)}…` : text);
        }
        return byLine;
    }

    private texts(frame: FrameAnswer): Map<string, string> {
        return new Map(this.variables(frame).filter(({ value }) => !isQuiet(value))
            .map(({ label, value }) => [label, shortText(value, this.shown!.nodes)]));
    }

    /** Why the program is paused, and what comes next. */
    private reason(stop: Stop): string {
        const { t } = this;
        const value = stop.value ? shortText(stop.value, this.shown!.nodes) : '';
        const why = stop.reason === 'condition' ? t.condition(stop.message ?? '')
            : stop.reason === 'return' ? t.return(value) : stop.reason === 'yield' ? t.yield(value)
                : stop.reason === 'exception' ? t.exception : stop.reason === 'breakpoint' ? t.breakpoint : '';
        const code = stop.file === this.file && stop.line ? this.host.editor().read().split('\n')[stop.line - 1]?.trim() ?? '' : '';
        return `${why} ${t.before(stop.line ?? 0, code)}`.trim();
    }

    /** What the step changed, for who cannot see it. */
    private tell(): void {
        const { stop, frames } = this.shown!;
        const frame = frames[0];
        if (!frame)
            return;
        const values = this.texts(frame);
        const { watched } = this.shown!;
        if (watched?.value)
            values.set(watched.expression, watched.value);
        const name = `${stop.depth} ${frame.qualname}`;
        const changes: string[] = [];
        if (name !== this.said.frame)
            changes.push(this.t.entered(this.nameOf(frame.qualname)));
        else
            changes.push(...[...values].filter(([label, text]) => this.said.values.get(label) !== text)
                .slice(0, MOST_CHANGES).map(([label, text]) => this.t.nowIs(label, text)));
        this.said = { frame: name, values };
        this.host.say([...changes, this.reason(stop)].join(' '));
    }

    // ---- breakpoints ----

    private changed(points: Breakpoint[]): void {
        this.points.set(this.place, points);
        if (this.ran === this.file)
            this.host.engine.setBreakpoints(points);
        this.drawBreakpoints();
    }

    private drawBreakpoints(): void {
        const { view } = this;
        this.panel.breakpoints(view ? breakpointsOf(view.state) : [], (line) => view?.state.doc.line(line).text ?? '');
    }

    /** Sets a breakpoint at the line, or at the next one that begins something; takes away the one that is there. */
    private async toggle(line: number): Promise<void> {
        const { view, t } = this;
        if (!view)
            return;
        if (breakpointsOf(view.state).some((point) => point.line === line)) {
            setBreakpoint(view, line, undefined);
            this.host.say(t.removed(line));
            return;
        }
        const at = await this.lineWithCode(view, line);
        if (at === undefined) {
            this.host.say(t.noCode);
            return;
        }
        if (!breakpointsOf(view.state).some((point) => point.line === at))
            setBreakpoint(view, at, '');
        this.host.say(t.set(at));
    }

    private async lineWithCode(view: EditorView, line: number): Promise<number | undefined> {
        try {
            const { error, lines } = await this.host.engine.compile(view.state.doc.toString(), this.file);
            return error ? line : lines.find((each) => each >= line);
        } catch {
            return line; // Python is not loaded yet
        }
    }

    private async condition(line: number, condition: string): Promise<string | undefined> {
        const { view } = this;
        if (!view)
            return undefined;
        if (condition !== '') {
            const { error } = await this.host.engine.compile(`(${condition}\n)`, '<condition>').catch(() => ({ error: null }));
            if (error)
                return error.message ?? error.type;
        }
        setBreakpoint(view, line, condition);
        return undefined;
    }

    // ---- keys ----

    /** F8, F10, and those of the developer tools of browsers, which no browser takes for itself in a page. */
    private key(event: KeyboardEvent): void {
        const { engine } = this.host;
        const mod = event.ctrlKey || event.metaKey;
        if (!engine.paused || event.altKey)
            return;
        let act: (() => void) | undefined;
        if (event.key === 'F8' && !mod)
            act = () => engine.resume();
        else if (event.key === 'F10' && !mod && !event.shiftKey)
            act = () => engine.step('over');
        else if (mod && event.code === 'Semicolon')
            act = () => engine.step(event.shiftKey ? 'out' : 'into');
        if (!act)
            return;
        event.preventDefault();
        event.stopPropagation();
        act();
    }
}

/** Names of `__main__`, without those that Python gives every module. */
function namesOf(main: Observation, nodes: Map<number, Described>): Variable[] {
    const scopes = main.scopes as Array<{ scope: string; names: Array<{ label: string; to: number }> }>;
    return (scopes.find(({ scope }) => scope === 'main')?.names ?? []).filter(({ label }) => !/^__\w+__$/.test(label))
        .flatMap(({ label, to }) => {
            const value = nodes.get(to);
            return value ? [{ label, value }] : [];
        });
}

export function connect(slot: HTMLElement, host: WorkbenchHost): Part {
    return new Debugger(slot, host);
}
