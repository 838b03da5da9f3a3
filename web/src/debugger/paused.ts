/** paused.ts - where the program stands, in the editor: the line, marked by an arrow, a bar and a ground, and values behind lines. */
import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Extension, RangeSet, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, gutterLineClass, GutterMarker, ViewPlugin, WidgetType } from '@codemirror/view';

export interface PausedAt {
    line: number;
    /** The innermost frame; else one that waits for a call. */
    top: boolean;
    /** The line has begun already: a function that it called came back. */
    middle: boolean;
    /** Values to show, by line. */
    values: ReadonlyMap<number, string>;
}

const setPaused = StateEffect.define<PausedAt | undefined>();

class Value extends WidgetType {
    constructor(private readonly text: string) {
        super();
    }

    override eq(other: Value): boolean {
        return other.text === this.text;
    }

    override toDOM(): HTMLElement {
        const span = document.createElement('span');
        span.className = 'cm-value';
        span.textContent = this.text;
        span.setAttribute('aria-hidden', 'true');
        return span;
    }
}

class Arrow extends GutterMarker {
    constructor(override readonly elementClass: string) {
        super();
    }
}

function draw(state: EditorState, at: PausedAt): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    const { lines } = state.doc;
    const all = [...new Set([...at.values.keys(), at.line])].filter((line) => line >= 1 && line <= lines).sort((a, b) => a - b);
    for (const number of all) {
        const line = state.doc.line(number);
        if (number === at.line) {
            const kind = `cm-paused${at.top ? '' : ' is-waiting'}${at.middle ? ' is-middle' : ''}`;
            builder.add(line.from, line.from, Decoration.line({ class: kind, attributes: { 'aria-current': 'step' } }));
        }
        const text = at.values.get(number);
        if (text)
            builder.add(line.to, line.to, Decoration.widget({ widget: new Value(text), side: 1 }));
    }
    return builder.finish();
}

interface Drawn {
    decorations: DecorationSet;
    gutter: RangeSet<Arrow>;
}

const nothing: Drawn = { decorations: Decoration.none, gutter: RangeSet.empty };

const field = StateField.define<Drawn>({
    create: () => nothing,
    update(value, transaction) {
        let now = transaction.docChanged
            ? { decorations: value.decorations.map(transaction.changes), gutter: value.gutter.map(transaction.changes) } : value;
        for (const effect of transaction.effects) {
            if (!effect.is(setPaused))
                continue;
            const at = effect.value;
            if (!at || at.line < 1 || at.line > transaction.newDoc.lines) {
                now = nothing;
                continue;
            }
            const kind = at.middle ? 'cm-arrow is-middle' : at.top ? 'cm-arrow' : 'cm-arrow is-waiting';
            now = {
                decorations: draw(transaction.state, at),
                gutter: RangeSet.of([new Arrow(kind).range(transaction.newDoc.line(at.line).from)]),
            };
        }
        return now;
    },
    provide: (f) => [
        EditorView.decorations.from(f, ({ decorations }) => decorations),
        gutterLineClass.from(f, ({ gutter }) => gutter),
    ],
});

/** Brings the paused line back into sight when the editor becomes smaller: the views open under it. */
const inSight = ViewPlugin.define((view) => {
    let height = view.scrollDOM.clientHeight;
    const watcher = new ResizeObserver(() => {
        const before = height;
        height = view.scrollDOM.clientHeight;
        const { from } = view.state.field(field).gutter.iter();
        if (height < before && view.state.field(field).gutter.size > 0)
            view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 40 }) });
    });
    watcher.observe(view.scrollDOM);
    return { destroy: () => watcher.disconnect() };
});

export const pausedLine = (): Extension => [field, inSight];

export function showPaused(view: EditorView, at: PausedAt | undefined): void {
    const line = at && at.line >= 1 && at.line <= view.state.doc.lines ? view.state.doc.line(at.line) : undefined;
    view.dispatch({ effects: [setPaused.of(line ? at : undefined), ...(line ? [EditorView.scrollIntoView(line.from, { y: 'nearest', yMargin: 40 })] : [])] });
}

/**
 * The line behind which each of `names` is shown while the program stands at `line`: the last one up to there, in the same
 * function (or outside of all), that mentions it.
 */
export function linesOfNames(state: EditorState, line: number, names: ReadonlySet<string>): Map<string, number> {
    const tree = syntaxTree(state);
    const { from, to, text } = state.doc.line(line);
    const start = from + (text.length - text.trimStart().length);
    const owner = (at: number): number => {
        for (let node: ReturnType<typeof tree.resolveInner> | null = tree.resolveInner(at, 1); node; node = node.parent) {
            // What stands in front of the body belongs to the function's surroundings, except its parameters.
            if ((node.name === 'FunctionDefinition' || node.name === 'LambdaExpression') && at > (node.getChild('ParamList')?.from ?? node.from))
                return node.from;
        }
        return -1;
    };
    const here = owner(start);
    const found = new Map<string, number>();
    tree.iterate({
        from: here < 0 ? 0 : here,
        to,
        enter(node) {
            if (node.name !== 'VariableName')
                return;
            const name = state.sliceDoc(node.from, node.to);
            if (names.has(name) && owner(node.from) === here)
                found.set(name, state.doc.lineAt(node.from).number);
        },
    });
    return found;
}
