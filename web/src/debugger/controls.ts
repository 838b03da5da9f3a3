/**
 * controls.ts - the buttons: one to begin or to pause, and while the program is paused those that go on. Buttons that do
 * nothing now are not shown; between two steps that follow each other quickly nothing moves, and focus stays in the group.
 */
import type { StepKind } from '../engine/core';
import type { DebuggerTexts } from '../i18n/en/debugger';

export type ControlState = 'idle' | 'running' | 'paused';

export interface ControlActions {
    start(): void;
    pause(): void;
    resume(): void;
    step(kind: StepKind): void;
    toCursor(): void;
}

type Name = 'start' | 'pause' | 'resume' | 'over' | 'into' | 'out' | 'instruction' | 'cursor';

/** SVG paths on a grid of 16: shape says what the word says. */
const ICONS: Record<Name, string> = {
    start: 'M3 3v10M6 3l7 5-7 5z',
    pause: 'M5 3v10M11 3v10',
    resume: 'M3 3v10M6 3l7 5-7 5zM15 3v10',
    over: 'M2 9a6 6 0 0 1 11-2M13 3v4H9M8 13h.01',
    into: 'M8 2v8M5 7l3 3 3-3M8 14h.01',
    out: 'M8 10V2M5 5l3-3 3 3M8 14h.01',
    instruction: 'M3 3h10M3 8h4M3 13h10M9 6l3 2-3 2',
    cursor: 'M2 8h8M7 5l3 3-3 3M13 3v10',
};
const SHOWN: Record<ControlState, Name[]> = {
    idle: ['start'],
    running: ['pause'],
    // The stylesheet shows `instruction` only beside the view that shows instructions.
    paused: ['resume', 'over', 'into', 'out', 'instruction', 'cursor'],
};
const SETTLE_MS = 250;

function icon(path: string): SVGElement {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
}

export class Controls {
    private readonly buttons = new Map<Name, HTMLButtonElement>();
    private readonly group = document.createElement('div');
    private state: ControlState = 'idle';
    private session = false;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(slot: HTMLElement, actions: ControlActions, texts: DebuggerTexts) {
        this.group.className = 'steps';
        this.group.setAttribute('role', 'group');
        const act: Record<Name, () => void> = {
            start: actions.start, pause: actions.pause, resume: actions.resume, cursor: actions.toCursor,
            over: () => actions.step('over'), into: () => actions.step('into'), out: () => actions.step('out'),
            instruction: () => actions.step('instruction'),
        };
        for (const name of Object.keys(ICONS) as Name[]) {
            const button = document.createElement('button');
            button.type = 'button';
            button.className = 'step-button';
            button.dataset.testid = `step-${name}`;
            button.append(icon(ICONS[name]), document.createElement('span'));
            button.addEventListener('click', () => {
                if (button.getAttribute('aria-disabled') !== 'true')
                    act[name]();
            });
            this.buttons.set(name, button);
            this.group.append(button);
        }
        slot.append(this.group);
        this.relabel(texts);
        this.draw();
    }

    relabel(texts: DebuggerTexts): void {
        this.group.setAttribute('aria-label', texts.group);
        for (const [name, button] of this.buttons) {
            button.querySelector('span')!.textContent = texts[name];
            button.title = texts[`${name}Hint`];
        }
    }

    /** A session with prompts is not stepped through. */
    forSession(session: boolean): void {
        if (session === this.session)
            return;
        this.session = session;
        this.draw();
    }

    /** `running` is shown only when it lasts. */
    show(state: ControlState): void {
        clearTimeout(this.timer);
        const wait = state === 'running' && this.state === 'paused';
        this.state = state;
        if (!wait) {
            this.draw();
            return;
        }
        for (const button of this.buttons.values())
            button.setAttribute('aria-disabled', 'true');
        this.timer = setTimeout(() => this.draw(), SETTLE_MS);
    }

    private draw(): void {
        const focused = document.activeElement;
        const had = this.group.contains(focused);
        for (const [name, button] of this.buttons) {
            button.hidden = !SHOWN[this.state].includes(name) || (name === 'start' && this.session);
            button.removeAttribute('aria-disabled');
        }
        if (had && (focused as HTMLElement).hidden)
            this.buttons.get(this.state === 'paused' ? 'over' : SHOWN[this.state][0]!)!.focus();
    }
}
