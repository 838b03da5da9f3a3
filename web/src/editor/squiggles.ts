/** squiggles.ts - asks our own compiler while the program is typed, and underlines what it says is wrong. */
import { type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Diagnosis } from '../engine/core';
import { codeFrom, parseSession } from '../lessons/session';
import type { EditorServices } from './services';
import { sessionMode } from './session-mode';

const QUIET_MS = 350;

interface Marked {
    from: number;
    to: number;
    diagnosis: Diagnosis;
    warning: boolean;
}

/** A column that counts code points as one that counts UTF-16 units. */
function unitsOf(line: string, points: number): number {
    let units = 0;
    for (const char of line) {
        if (points-- <= 0)
            break;
        units += char.length;
    }
    return units;
}

/** Where a diagnosis is in the text: at least one character, or the whole line when the compiler names no place. */
export function rangeOf(doc: Text, { line, column, endLine, endColumn }: Diagnosis): { from: number; to: number } {
    const first = doc.line(Math.min(Math.max(line ?? doc.lines, 1), doc.lines));
    if (column === null || column === undefined)
        return { from: first.from, to: first.to };
    let from = Math.min(first.from + unitsOf(first.text, column), first.to);
    const last = endLine && endLine >= first.number && endLine <= doc.lines ? doc.line(endLine) : first;
    let to = endColumn === null || endColumn === undefined ? from : Math.min(last.from + unitsOf(last.text, endColumn), last.to);
    if (to <= from)
        to = Math.min(from + 1, first.to);
    if (to <= from)
        from = Math.max(first.from, to - 1);
    return { from, to };
}

const mark = StateEffect.define<Marked[]>();

const marks = StateField.define<{ list: Marked[]; drawn: DecorationSet }>({
    create: () => ({ list: [], drawn: Decoration.none }),
    update(value, transaction) {
        for (const effect of transaction.effects) {
            if (effect.is(mark)) {
                const list = effect.value.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
                return {
                    list: effect.value,
                    drawn: Decoration.set(list.map(({ from, to, warning }) =>
                        Decoration.mark({ class: warning ? 'cm-warned' : 'cm-wrong' }).range(from, to)), true),
                };
            }
        }
        if (!transaction.docChanged)
            return value;
        const move = (position: number): number => transaction.changes.mapPos(position);
        return {
            list: value.list.map((each) => ({ ...each, from: move(each.from), to: move(each.to) })),
            drawn: value.drawn.map(transaction.changes),
        };
    },
    provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
});

async function compileAll(services: EditorServices, text: string): Promise<{ error: Diagnosis | null; warnings: Diagnosis[] }> {
    return services.compile(text);
}

/** What is typed at each prompt, by itself; an error that the session expects is none. */
async function compileSession(services: EditorServices, text: string): Promise<{ error: Diagnosis | null; warnings: Diagnosis[] }> {
    const lines = text.split('\n');
    const all: Diagnosis[] = [];
    let first: Diagnosis | null = null;
    for (const { source, expected, line: at } of parseSession(text) ?? []) {
        const { error, warnings } = await services.compile(source);
        const lineOf = (line: number | null | undefined): number | null => (line ? line + at : null);
        const columnOf = (line: number | null | undefined, column: number | null | undefined): number | null =>
            (line && column !== null && column !== undefined ? column + codeFrom(lines[at + line - 1] ?? '') : null);
        const inText = (diagnosis: Diagnosis): Diagnosis => ({
            ...diagnosis, line: lineOf(diagnosis.line), endLine: lineOf(diagnosis.endLine), column: columnOf(diagnosis.line, diagnosis.column),
            endColumn: columnOf(diagnosis.endLine ?? diagnosis.line, diagnosis.endColumn),
        });
        if (error && !expected.includes(error.type))
            first ??= inText(error);
        all.push(...warnings.map(inText));
    }
    return { error: first, warnings: all };
}

export function squiggles(services: EditorServices): Extension {
    const plugin = ViewPlugin.define((view) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        let alive = true;
        const check = async (): Promise<void> => {
            const { doc } = view.state;
            try {
                const { error, warnings } = await (view.state.facet(sessionMode) ? compileSession : compileAll)(services, doc.toString());
                if (!alive || view.state.doc !== doc)
                    return;
                const found = [...(error ? [{ diagnosis: error, warning: false }] : []), ...warnings.map((diagnosis) => ({ diagnosis, warning: true }))];
                view.dispatch({ effects: mark.of(found.map((each) => ({ ...rangeOf(doc, each.diagnosis), ...each }))) });
                services.diagnosed(error ?? warnings[0]);
            } catch {
                // Python is not there yet: asked again a little later.
                if (alive && view.state.doc === doc)
                    timer = setTimeout(() => void check(), 1000);
            }
        };
        const later = (): void => {
            clearTimeout(timer);
            timer = setTimeout(() => void check(), QUIET_MS);
        };
        later();
        return {
            update(update: ViewUpdate) {
                if (update.docChanged)
                    later();
            },
            destroy() {
                alive = false;
                clearTimeout(timer);
            },
        };
    });
    const tooltip = hoverTooltip((view, at) => {
        const found = view.state.field(marks).list.find(({ from, to }) => at >= from && at <= to);
        if (!found)
            return null;
        return {
            pos: found.from, end: found.to, above: true,
            create() {
                const dom = document.createElement('div');
                dom.className = 'cm-hover cm-hover-wrong';
                const title = document.createElement('p');
                title.textContent = `${found.diagnosis.type}: ${found.diagnosis.message ?? ''}`;
                dom.append(title);
                const hint = services.explain(found.diagnosis);
                if (hint) {
                    const text = document.createElement('p');
                    text.textContent = hint;
                    dom.append(text);
                }
                return { dom };
            },
        };
    });
    return [marks, plugin, tooltip];
}
