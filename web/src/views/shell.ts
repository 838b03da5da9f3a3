/**
 * shell.ts - the frame around the views: tabs, tools, the picture or its table, the panel about the chosen object.
 *
 * Data goes one way: refresh -> the view reads answers -> model -> scene and tables -> page. What the reader chooses
 * (object, boxes opened, zoom) draws again without asking again, except where a choice changes the question.
 */
import { readDetails, showDetails } from './details';
import { ScenePainter } from './patch';
import { REGISTRY } from './registry';
import { type Scene, sceneToSvg, type Shape } from './scene';
import { showTables } from './table';
import type { Texts } from './texts';
import { type Ask, type Choices, type Layout, NO_CHOICES, type Pick, type View, VIEW_NAMES, type ViewName } from './view';

export interface ViewsOptions {
    /** Which views are offered, in this order; all that there are when not given. */
    names?: readonly ViewName[];
    /** Told when the reader opens another view. */
    onOpen?(name: ViewName): void;
    /** Told what an object was chosen. */
    onSelect?(id: number | undefined): void;
}

interface ViewState {
    view: View;
    model: unknown;
    /** The model of the moment before, with the moment of `model`. */
    before: unknown;
    moment: number;
    layout: Layout;
    /** `moment` of the program for which this was drawn last. */
    drawn: number;
    /** The next model is the first of its run. */
    starts: boolean;
    zoom: number | undefined;
    /** What was scrolled to last (`Scene.sight`). */
    sight?: string;
}

const ZOOMS = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2];
const NARROW = 480;
/** Pictures that take the width that there is. */
const FLOWING = new Set<ViewName>(['memory', 'collector', 'frames']);

/** Of the time that an update takes: all work on what the program answered, up to the elements of the page. */
const MEASURE = 'vivarium:view-update';

let shells = 0;

export class Views {
    private readonly states = new Map<ViewName, ViewState>();
    private readonly parts: Record<'tabs' | 'tools' | 'picks' | 'news' | 'stage' | 'canvas' | 'tables' | 'details' | 'empty', HTMLElement>;
    private readonly painter: ScenePainter;
    private readonly id = `views-${++shells}`;
    private active: ViewName;
    private choices: Choices = NO_CHOICES;
    private asTable = false;
    /** Counts moments: what was read for an older one is not shown. */
    private turn = 0;
    private live = false;
    private watcher: ResizeObserver | undefined;
    /** Of the canvas, in pixels; 0 when it has never been seen. */
    private width = 0;

    constructor(private readonly host: HTMLElement, private readonly ask: Ask, private texts: Texts, private readonly options: ViewsOptions = {}) {
        const part = (tag: string, name: string): HTMLElement => {
            const made = document.createElement(tag);
            made.className = `views-${name}`;
            return made;
        };
        const [tabs, tools, picks, news, stage, canvas, tables, details, empty] = [
            part('div', 'tabs'), part('div', 'tools'), part('div', 'picks'), part('p', 'news'), part('div', 'stage'), part('div', 'canvas'),
            part('div', 'tables'), part('aside', 'details'), part('p', 'empty'),
        ] as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
        this.parts = { tabs, tools, picks, news, stage, canvas, tables, details, empty };
        news.setAttribute('role', 'status');
        tabs.setAttribute('role', 'tablist');
        stage.setAttribute('role', 'tabpanel');
        stage.id = `${this.id}-stage`;
        canvas.tabIndex = 0;
        canvas.setAttribute('role', 'region');
        tables.tabIndex = 0;
        tables.setAttribute('role', 'region');
        details.hidden = true;
        stage.append(picks, canvas, tables, empty, details);
        host.classList.add('views-panel');
        host.replaceChildren(tabs, tools, news, stage);
        this.painter = new ScenePainter(canvas, { choose: (target) => this.choose(target) });
        for (const name of options.names ?? VIEW_NAMES) {
            const view = REGISTRY[name];
            if (view)
                this.states.set(name, { view, model: undefined, before: undefined, moment: -1, layout: new Map(), drawn: -1, starts: true, zoom: undefined });
        }
        this.active = [...this.states.keys()][0]!;
        tabs.addEventListener('keydown', (event) => this.tabKey(event));
        canvas.addEventListener('keydown', (event) => this.canvasKey(event));
        this.dragToScroll(canvas);
        this.watchWidth(canvas);
        this.clear();
        this.frame();
    }

    /** Shows the program as it is now; `moment` tells one stop from another (any number that differs). */
    async refresh(moment?: number): Promise<void> {
        this.live = true;
        this.turn++;
        await this.read(moment ?? this.turn);
        if (this.choices.selected !== undefined)
            await this.tell();
    }

    /** Another run begins: what is shown stays until there is something new, which is not compared with it. */
    restart(): void {
        this.turn++;
        this.live = false;
        for (const state of this.states.values())
            state.starts = true;
    }

    /** No program: forgets everything, places too. */
    clear(): void {
        this.turn++;
        this.live = false;
        for (const state of this.states.values())
            Object.assign(state, { model: undefined, before: undefined, moment: -1, layout: new Map(), drawn: -1 });
        this.choices = { ...this.choices, selected: undefined, toggled: new Set() };
        this.parts.news.textContent = '';
        this.parts.details.hidden = true;
        this.draw();
    }

    open(name: ViewName): void {
        if (!this.states.has(name) || name === this.active)
            return;
        this.active = name;
        this.painter.clear();
        this.frame();
        this.options.onOpen?.(name);
        const state = this.states.get(name)!;
        if (this.live && state.drawn !== this.turn)
            void this.read(this.turn);
        else
            this.draw();
    }

    get opened(): ViewName {
        return this.active;
    }

    /** The same object in every view. */
    select(id: number | undefined): void {
        this.choices = { ...this.choices, selected: id };
        this.options.onSelect?.(id);
        if (this.live && this.state.view.asksForSelected)
            void this.read(this.state.moment, true);
        else
            this.draw();
        void this.tell();
    }

    setTexts(texts: Texts): void {
        this.texts = texts;
        this.frame();
        this.draw();
        if (this.choices.selected !== undefined)
            void this.tell();
    }

    destroy(): void {
        this.turn++;
        this.watcher?.disconnect();
        this.host.replaceChildren();
        this.host.classList.remove('views-panel');
    }

    /** The picture as a file of its own. */
    exportSvg(): string | undefined {
        const { scene } = this.painter;
        return scene && sceneToSvg(scene, (token) => this.painter.resolve(token));
    }

    private get state(): ViewState {
        return this.states.get(this.active)!;
    }

    private async read(moment: number, again = false): Promise<void> {
        const { state, turn } = this;
        const before = again ? state.before : state.starts ? undefined : state.model;
        // Waiting for the program is not work.
        let worked = 0;
        let since = performance.now();
        const ask: Ask = async (question) => {
            worked += performance.now() - since;
            const answer = await this.ask(question);
            since = performance.now();
            return answer;
        };
        try {
            const model = await state.view.read(ask, this.choices, before);
            if (turn !== this.turn)
                return;
            if (state.starts)
                state.layout = new Map();
            Object.assign(state, { before, model, moment, drawn: turn, starts: false });
        } catch (error) {
            if (turn !== this.turn)
                return;
            state.model = undefined;
            state.drawn = turn;
            this.complain(this.texts.failed(error instanceof Error ? error.message : String(error)));
            return;
        }
        if (state !== this.state)
            return;
        this.draw(since - worked);
    }

    private complain(words: string): void {
        this.painter.clear();
        delete this.parts.canvas.dataset.shown;
        this.parts.empty.hidden = false;
        this.parts.empty.textContent = words;
        this.parts.canvas.hidden = this.parts.tables.hidden = this.parts.picks.hidden = true;
    }

    private draw(from = performance.now()): void {
        this.drawNow();
        // Only the last one is kept, for who measures.
        performance.clearMeasures(MEASURE);
        performance.measure(MEASURE, { start: from });
    }

    private drawNow(): void {
        const { state, texts, choices } = this;
        const { canvas, tables, empty } = this.parts;
        if (state.model === undefined) {
            this.complain(texts.emptyProgram);
            return;
        }
        const news = state.view.news(state.model, texts);
        if (this.parts.news.textContent !== news)
            this.parts.news.textContent = news;
        const nothing = state.view.empty(state.model, texts);
        empty.hidden = nothing === undefined;
        empty.textContent = nothing ?? '';
        canvas.hidden = this.asTable || nothing !== undefined;
        tables.hidden = !this.asTable || nothing !== undefined;
        this.showPicks(nothing === undefined ? state.view.picks(state.model, choices, texts) : []);
        if (nothing !== undefined)
            return;
        const { scene, layout } = state.view.draw(state.model, { ...choices, width: this.width || undefined }, texts, state.layout);
        state.layout = layout;
        this.painter.show(scene, choices.selected);
        canvas.dataset.shown = state.view.name;
        this.painter.scale(this.zoomOf(state));
        this.follow(state, scene);
        if (this.asTable)
            showTables(tables, state.view.tables(state.model, choices, texts), choices.selected, (id) => this.select(id));
    }

    /** Scrolls to what is to be in sight if it is not; once a moment, so that the reader can look elsewhere. */
    private follow(state: ViewState, { sight }: Scene): void {
        const { canvas } = this.parts;
        if (!sight || sight.of === state.sight || canvas.hidden)
            return;
        state.sight = sight.of;
        const zoom = this.zoomOf(state);
        const room = canvas.clientHeight;
        const top = sight.y * zoom - canvas.scrollTop;
        if (top < 0 || top + sight.height * zoom * 2 > room)
            canvas.scrollTop += top - room / 3;
    }

    private zoomOf(state: ViewState): number {
        return state.zoom ?? (!FLOWING.has(state.view.name) && this.width > 0 && this.width < NARROW ? 0.8 : 1);
    }

    private choose({ id, action }: NonNullable<Shape['target']>): void {
        if (action !== undefined) {
            if (action.startsWith('pick ')) {
                const [, key, value] = action.split(' ', 3) as [string, string, string];
                this.pick(key, value);
                return;
            }
            const toggled = new Set(this.choices.toggled);
            if (!toggled.delete(action))
                toggled.add(action);
            this.choices = { ...this.choices, toggled };
        }
        if (id !== undefined)
            this.select(id === this.choices.selected && action === undefined ? undefined : id);
        else
            this.draw();
    }

    private pick(key: string, value: string): void {
        this.choices = { ...this.choices, picks: { ...this.choices.picks, [key]: value } };
        if (this.live)
            void this.read(this.state.moment, true);
        else
            this.draw();
    }

    private async tell(): Promise<void> {
        const { selected } = this.choices;
        const { details } = this.parts;
        if (selected === undefined || !this.live) {
            details.hidden = true;
            details.replaceChildren();
            return;
        }
        const { turn } = this;
        const facts = await readDetails(this.ask, selected);
        if (turn !== this.turn || selected !== this.choices.selected)
            return;
        details.hidden = false;
        details.setAttribute('aria-label', this.texts.about);
        const focused = details.contains(document.activeElement);
        showDetails(details, facts, this.texts, (id) => this.select(id));
        if (focused)
            details.querySelector('button')?.focus();
    }

    /* ---- tabs and tools ---- */

    private frame(): void {
        const { texts } = this;
        const { tabs, tools, stage, canvas, tables } = this.parts;
        tabs.setAttribute('aria-label', texts.views);
        const hadFocus = tabs.contains(document.activeElement);
        tabs.replaceChildren(...[...this.states.keys()].map((name) => {
            const tab = document.createElement('button');
            tab.type = 'button';
            tab.id = `${this.id}-${name}`;
            tab.dataset.view = name;
            tab.textContent = texts.viewNames[name];
            tab.setAttribute('role', 'tab');
            tab.setAttribute('aria-selected', String(name === this.active));
            tab.setAttribute('aria-controls', stage.id);
            tab.tabIndex = name === this.active ? 0 : -1;
            tab.addEventListener('click', () => this.open(name));
            return tab;
        }));
        if (hadFocus)
            tabs.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
        stage.setAttribute('aria-labelledby', `${this.id}-${this.active}`);
        canvas.setAttribute('aria-label', texts.scrollHint);
        tables.setAttribute('aria-label', `${texts.viewNames[this.active]}: ${texts.table}`);
        tools.replaceChildren(
            this.toggle('table', texts.table, this.asTable, (on) => {
                this.asTable = on;
                this.frame();
                this.draw();
            }),
            ...this.asTable ? [] : [
                this.button('zoom-out', '−', texts.zoomOut, () => this.zoomBy(-1)),
                this.button('zoom-in', '+', texts.zoomIn, () => this.zoomBy(1)),
                this.button('fit', texts.fit, '', () => this.fit()),
                ...this.active === 'objects' || this.active === 'classes' ? [this.button('tidy', texts.tidy, texts.tidyHint, () => {
                    this.state.layout = new Map();
                    this.draw();
                })] : [],
                this.button('export', texts.exportSvg, '', () => this.save()),
            ],
            ...this.active === 'objects' ? [this.toggle('every', texts.everyObject, this.choices.everyObject, (on) => {
                this.choices = { ...this.choices, everyObject: on };
                this.frame();
                this.draw();
            })] : [],
        );
    }

    private button(name: string, text: string, hint: string, act: () => void): HTMLButtonElement {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = 'quiet';
        made.dataset.tool = name;
        made.textContent = text;
        if (hint) {
            made.title = hint;
            if (text.length === 1)
                made.setAttribute('aria-label', hint);
        }
        made.addEventListener('click', act);
        return made;
    }

    private toggle(name: string, text: string, on: boolean, act: (on: boolean) => void): HTMLButtonElement {
        const made = this.button(name, text, '', () => {
            act(!on);
            this.parts.tools.querySelector<HTMLElement>(`[data-tool="${name}"]`)?.focus();
        });
        made.setAttribute('aria-pressed', String(on));
        return made;
    }

    private showPicks(picks: Pick[]): void {
        const { parts: { picks: host }, texts } = this;
        host.hidden = picks.length === 0;
        const focused = host.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.pick : undefined;
        host.replaceChildren(...picks.map((choice) => this.pickField(choice, texts)));
        if (focused) {
            const again = host.querySelector<HTMLInputElement>(`[data-pick="${CSS.escape(focused)}"]`);
            (again?.disabled ? host.querySelector<HTMLElement>(':enabled') : again)?.focus();
        }
    }

    private pickField({ key, label, value, options, steps }: Pick, texts: Texts): HTMLElement {
        const field = document.createElement('span');
        field.className = 'views-pick';
        if (steps && options) {
            const at = options.findIndex((option) => option.value === value);
            const said = document.createElement('span');
            said.className = 'views-step';
            said.textContent = [`${label}: ${texts.stepOf(at + 1, options.length)}`, options[at]?.label].filter(Boolean).join(' · ');
            const [back, on] = [-1, 1].map((way) => {
                const made = this.button(way < 0 ? 'back' : 'next', way < 0 ? texts.previous : texts.next, '', () => this.pick(key, options[at + way]!.value));
                made.disabled = options[at + way] === undefined;
                made.dataset.pick = `${key}${way}`;
                made.className = 'step';
                return made;
            }) as [HTMLButtonElement, HTMLButtonElement];
            field.append(back, on, said);
            return field;
        }
        const name = document.createElement('label');
        name.textContent = label;
        name.htmlFor = `${this.id}-pick-${key}`;
        const control = document.createElement(options ? 'select' : 'input');
        control.id = name.htmlFor;
        control.dataset.pick = key;
        if (control instanceof HTMLSelectElement) {
            for (const option of options!)
                control.add(new Option(option.label, option.value, false, option.value === value));
        } else {
            control.value = value;
            control.spellcheck = false;
            control.autocapitalize = 'off';
        }
        control.addEventListener('change', () => this.pick(key, control.value));
        field.append(name, control);
        return field;
    }

    private tabKey(event: KeyboardEvent): void {
        const names = [...this.states.keys()];
        const at = names.indexOf(this.active);
        const to = ({ ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 } as Record<string, number>)[event.key];
        if (to === undefined)
            return;
        event.preventDefault();
        this.open(names[(to + names.length) % names.length]!);
        this.parts.tabs.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
    }

    private canvasKey(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey)
            return;
        if (event.key === '+' || event.key === '=')
            this.zoomBy(1);
        else if (event.key === '-')
            this.zoomBy(-1);
        else if (event.key === '0')
            this.fit();
        else
            return;
        event.preventDefault();
    }

    private zoomBy(way: 1 | -1): void {
        const now = this.zoomOf(this.state);
        const next = way > 0 ? ZOOMS.find((zoom) => zoom > now + 0.01) : ZOOMS.filter((zoom) => zoom < now - 0.01).at(-1);
        if (next === undefined)
            return;
        this.state.zoom = next;
        this.painter.scale(next);
    }

    private fit(): void {
        const { scene } = this.painter;
        const { canvas } = this.parts;
        if (!scene || canvas.clientWidth === 0)
            return;
        this.state.zoom = Math.max(0.2, Math.min(2, canvas.clientWidth / scene.width, Math.max(canvas.clientHeight, 240) / scene.height));
        this.painter.scale(this.state.zoom);
        canvas.scrollTo(0, 0);
    }

    private save(): void {
        const svg = this.exportSvg();
        if (!svg)
            return;
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        link.download = `${this.active}.svg`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }

    /** The width is asked for when it changes, not when it is needed: asking lays the page out. */
    private watchWidth(canvas: HTMLElement): void {
        this.watcher = new ResizeObserver(() => {
            const width = canvas.clientWidth;
            if (width === 0 || Math.abs(width - this.width) < 4)
                return;
            this.width = width;
            if (this.state.model !== undefined && this.state.view.empty(this.state.model, this.texts) === undefined)
                this.draw();
        });
        this.watcher.observe(canvas);
    }

    /** Dragging the ground scrolls; everything that it does can also be done with scroll bars and keys. */
    private dragToScroll(canvas: HTMLElement): void {
        let from: { x: number; y: number; left: number; top: number } | undefined;
        canvas.addEventListener('pointerdown', (event) => {
            if (event.pointerType !== 'mouse' || event.button !== 0 || (event.target as Element).closest('[data-target]'))
                return;
            from = { x: event.clientX, y: event.clientY, left: canvas.scrollLeft, top: canvas.scrollTop };
            canvas.setPointerCapture(event.pointerId);
        });
        canvas.addEventListener('pointermove', (event) => {
            if (from)
                canvas.scrollTo(from.left + from.x - event.clientX, from.top + from.y - event.clientY);
        });
        for (const end of ['pointerup', 'pointercancel'])
            canvas.addEventListener(end, () => { from = undefined; });
    }
}

export function createViews(host: HTMLElement, ask: Ask, texts: Texts, options: ViewsOptions = {}): Views {
    return new Views(host, ask, texts, options);
}
