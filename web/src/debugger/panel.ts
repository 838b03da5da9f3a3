/** panel.ts - under the editor: why the program is paused, the calls on the stack, and the breakpoints with their conditions. */
import type { Breakpoint } from '../engine/core';
import type { DebuggerTexts } from '../i18n/en/debugger';

export interface Call {
    name: string;
    line: number;
    /** In the program that the editor shows. */
    own: boolean;
}

export interface PanelActions {
    select(call: number): void;
    goTo(line: number): void;
    /** Resolves to what is wrong with the condition, or undefined once it holds. */
    condition(line: number, condition: string): Promise<string | undefined>;
    remove(line: number): void;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...content: Array<Node | string>): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...content);
    return made;
}

export class Panel {
    readonly root = element('section', 'debug-panel');
    private readonly reason = element('p', 'debug-reason');
    private readonly watched = element('p', 'debug-watch');
    private readonly calls = element('ol', 'debug-calls');
    private readonly points = element('ul', 'debug-points');
    private readonly callsHead = element('h3', '');
    private readonly pointsHead = element('h3', '');

    constructor(private readonly actions: PanelActions, private texts: DebuggerTexts) {
        this.root.dataset.testid = 'debug-panel';
        this.reason.dataset.testid = 'debug-reason';
        this.callsHead.id = 'debug-calls';
        this.calls.setAttribute('aria-labelledby', 'debug-calls');
        this.pointsHead.id = 'debug-points';
        this.points.setAttribute('aria-labelledby', 'debug-points');
        this.watched.dataset.testid = 'debug-watch';
        this.root.append(this.reason, this.watched, element('div', 'debug-part', this.callsHead, this.calls), element('div', 'debug-part', this.pointsHead, this.points));
        this.relabel(texts);
        this.pause('', [], 0);
        this.watch(undefined);
        this.breakpoints([], () => '');
    }

    relabel(texts: DebuggerTexts): void {
        this.texts = texts;
        this.root.setAttribute('aria-label', texts.group);
        this.callsHead.textContent = texts.frames;
        this.pointsHead.textContent = texts.breakpoints;
    }

    /** No calls: the program is not paused. */
    pause(reason: string, calls: readonly Call[], selected: number): void {
        this.reason.textContent = reason;
        this.reason.hidden = reason === '';
        const focused = this.calls.contains(document.activeElement);
        this.calls.replaceChildren(...calls.map((call, index) => {
            const button = element('button', 'debug-call', element('span', 'debug-name', call.name), ' ',
                element('span', 'debug-line', call.own ? this.texts.breakpointAt(call.line) : this.texts.library));
            button.type = 'button';
            button.disabled = !call.own;
            if (index === selected)
                button.setAttribute('aria-current', 'true');
            button.addEventListener('click', () => this.actions.select(index));
            return element('li', '', button);
        }));
        if (focused)
            this.calls.querySelector<HTMLElement>('[aria-current]')?.focus();
        this.calls.parentElement!.hidden = calls.length === 0;
        this.settle();
    }

    /** An expression and what it gives where the program stands: a repr, or an error; null: it cannot be told. */
    watch(watched: { expression: string; value: string | null } | undefined): void {
        this.watched.hidden = watched === undefined;
        this.watched.replaceChildren(...watched ? [element('code', '', watched.expression), ' = ', element('output', '', watched.value ?? this.texts.unknown)] : []);
        this.settle();
    }

    breakpoints(points: readonly Breakpoint[], textOf: (line: number) => string): void {
        const active = document.activeElement as HTMLElement | null;
        const kept = this.points.contains(active) ? `${active!.dataset.line} ${active!.className}` : '';
        this.points.replaceChildren(...points.map((point) => this.point(point, textOf(point.line))));
        if (kept) {
            const again = [...this.points.querySelectorAll<HTMLElement>('[data-line]')].find((each) => `${each.dataset.line} ${each.className}` === kept);
            (again ?? this.points.querySelector<HTMLElement>('[data-line]'))?.focus();
        }
        this.points.parentElement!.hidden = points.length === 0;
        this.settle();
    }

    private settle(): void {
        this.root.hidden = this.reason.hidden && this.calls.parentElement!.hidden && this.points.parentElement!.hidden;
    }

    private point({ line, condition }: Breakpoint, text: string): HTMLElement {
        const go = element('button', 'debug-go', element('span', 'debug-dot'), this.texts.breakpointAt(line));
        go.type = 'button';
        go.title = text.trim();
        go.addEventListener('click', () => this.actions.goTo(line));
        const input = element('input', 'debug-condition');
        input.type = 'text';
        input.value = condition ?? '';
        input.placeholder = this.texts.conditionPlaceholder;
        input.spellcheck = false;
        input.autocapitalize = 'off';
        input.setAttribute('aria-label', this.texts.conditionLabel(line));
        const wrong = element('p', 'debug-wrong');
        wrong.id = `debug-wrong-${line}`;
        wrong.setAttribute('role', 'status');
        input.setAttribute('aria-describedby', wrong.id);
        const remove = element('button', 'debug-remove', '×');
        remove.type = 'button';
        remove.title = this.texts.removeHint(line);
        remove.setAttribute('aria-label', this.texts.removeHint(line));
        remove.addEventListener('click', () => this.actions.remove(line));
        const form = element('form', 'debug-point', go, input, remove, wrong);
        for (const each of [go, input, remove])
            each.dataset.line = String(line);
        const commit = (): void => {
            const wanted = input.value.trim();
            if (wanted === (condition ?? ''))
                return;
            void this.actions.condition(line, wanted).then((problem) => {
                wrong.textContent = problem ? this.texts.conditionWrong(problem) : '';
                input.setAttribute('aria-invalid', String(problem !== undefined));
            });
        };
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            commit();
        });
        input.addEventListener('change', commit);
        return element('li', '', form);
    }
}
