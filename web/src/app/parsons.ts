/**
 * parsons.ts - lines of a program to be put in order. Every line has buttons (up, down, in, out, take away), keys that do the same,
 * and can be dragged; whatever moves it, a screen reader is told where it is now.
 */
import type { Messages } from '../i18n';

interface Line {
    text: string;
    /** Steps of four spaces. */
    indent: number;
    /** Belongs to the answer, in the learner's opinion. */
    used: boolean;
}

const STEP = 4;
const MOST_INDENT = 6;

/** An order that depends on the lines alone, and is not the answer. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
    const order = [...items];
    let state = (seed * 2654435761) >>> 0 || 1;
    for (let i = order.length - 1; i > 0; i--) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        const j = state % (i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
    }
    if (order.length > 1 && order.every((item, i) => item === items[i]))
        order.push(order.shift()!);
    return order;
}

export function connectParsons(section: HTMLElement, messages: () => Messages, say: (text: string) => void,
                               answered: (id: string, right: boolean) => void): void {
    const { lines: answer, distractors } = JSON.parse(section.querySelector('script[data-lines]')!.textContent ?? '') as
        { lines: string[]; distractors: string[] };
    const list = section.querySelector<HTMLElement>('ol[data-lines]')!;
    const verdict = section.querySelector<HTMLElement>('.verdict')!;
    let lines: Line[] = shuffled([...answer, ...distractors], answer.join('\n').length).map((text) => ({ text: text.trim(), indent: 0, used: true }));
    const hasDistractors = distractors.length > 0;
    let dragged: number | undefined;

    const change = (at: number, apply: (line: Line) => number, word: (t: Messages, line: Line, to: number) => string, focus: string): void => {
        const line = lines[at]!;
        const to = apply(line);
        delete section.dataset.verdict;
        verdict.textContent = '';
        draw();
        const t = messages();
        say(word(t, line, to));
        const item = list.children[to]!;
        const button = item.querySelector<HTMLButtonElement>(`[data-move="${focus}"]`);
        (button && !button.disabled ? button : item.querySelector<HTMLButtonElement>('button:not(:disabled)'))?.focus();
    };

    const moveTo = (at: number, to: number, focus: string): void => {
        if (to < 0 || to >= lines.length || to === at)
            return;
        change(at, (line) => {
            lines.splice(at, 1);
            lines.splice(to, 0, line);
            return to;
        }, (t, line, place) => t.lineMoved(line.text, place + 1, lines.length), focus);
    };
    const indentBy = (at: number, by: number, focus: string): void => change(at, (line) => {
        line.indent = Math.min(MOST_INDENT, Math.max(0, line.indent + by));
        return at;
    }, (t, line) => t.lineIndented(line.text, line.indent), focus);
    const toggle = (at: number): void => change(at, (line) => {
        line.used = !line.used;
        return at;
    }, (t, line) => (line.used ? t.linePutBack(line.text) : t.lineTakenAway(line.text)), 'toggle');

    function draw(): void {
        const t = messages();
        list.replaceChildren(...lines.map((line, i) => {
            const item = document.createElement('li');
            item.className = line.used ? 'line' : 'line unused';
            item.draggable = true;
            const code = document.createElement('code');
            code.textContent = ' '.repeat(line.indent * STEP) + line.text;
            const buttons = document.createElement('span');
            buttons.className = 'moves';
            const button = (move: string, sign: string, label: string, enabled: boolean, act: () => void): void => {
                const element = document.createElement('button');
                element.type = 'button';
                element.className = 'quiet';
                element.dataset.move = move;
                element.textContent = sign;
                element.setAttribute('aria-label', `${label}: ${line.text}`);
                element.title = label;
                element.disabled = !enabled;
                element.addEventListener('click', act);
                buttons.append(element);
            };
            button('up', '↑', t.moveUp, i > 0, () => moveTo(i, i - 1, 'up'));
            button('down', '↓', t.moveDown, i < lines.length - 1, () => moveTo(i, i + 1, 'down'));
            button('out', '←', t.moveOut, line.indent > 0, () => indentBy(i, -1, 'out'));
            button('in', '→', t.moveIn, line.indent < MOST_INDENT, () => indentBy(i, 1, 'in'));
            if (hasDistractors)
                button('toggle', line.used ? '×' : '+', line.used ? t.takeAway : t.putBack, true, () => toggle(i));
            item.append(code, buttons);
            item.addEventListener('keydown', (event) => {
                if (!event.altKey)
                    return;
                const acts: Record<string, () => void> = {
                    ArrowUp: () => moveTo(i, i - 1, 'up'), ArrowDown: () => moveTo(i, i + 1, 'down'),
                    ArrowLeft: () => indentBy(i, -1, 'out'), ArrowRight: () => indentBy(i, 1, 'in'),
                };
                const act = acts[event.key];
                if (act) {
                    event.preventDefault();
                    act();
                }
            });
            item.addEventListener('dragstart', (event) => {
                dragged = i;
                event.dataTransfer?.setData('text/plain', line.text);
                item.classList.add('dragged');
            });
            item.addEventListener('dragend', () => {
                dragged = undefined;
                item.classList.remove('dragged');
            });
            item.addEventListener('dragover', (event) => {
                if (dragged !== undefined)
                    event.preventDefault();
            });
            item.addEventListener('drop', (event) => {
                event.preventDefault();
                if (dragged !== undefined)
                    moveTo(dragged, i, 'up');
            });
            return item;
        }));
    }

    const check = document.createElement('button');
    check.type = 'button';
    check.dataset.testid = 'check-order';
    check.textContent = messages().check;
    check.addEventListener('click', () => {
        const t = messages();
        const given = lines.filter(({ used }) => used).map(({ text, indent }) => ' '.repeat(indent * STEP) + text);
        // Indentation is compared in steps: an answer written with two spaces a step is as good.
        const widths = [...new Set(answer.map((line) => line.length - line.trimStart().length))].sort((a, b) => a - b);
        const wanted = answer.map((line) => ' '.repeat(widths.indexOf(line.length - line.trimStart().length) * STEP) + line.trim());
        const right = given.length === wanted.length && given.every((line, i) => line === wanted[i]);
        const sameOrder = given.length === wanted.length && given.every((line, i) => line.trim() === wanted[i]!.trim());
        const first = given.findIndex((line, i) => line.trim() !== wanted[i]?.trim());
        verdict.textContent = right ? t.orderRight : sameOrder ? t.orderIndent : given.length > wanted.length && first < 0
            ? t.orderTooMany : t.orderWrong(first < 0 ? given.length + 1 : first + 1);
        section.dataset.verdict = right ? 'right' : 'wrong';
        answered(section.dataset.parsons!, right);
    });
    const row = document.createElement('p');
    row.className = 'parsons-buttons';
    row.append(check);
    list.after(row);
    list.hidden = false;
    draw();
}
