/** hanging.ts - a wrapped line goes on below its own text, not below the line numbers: a class per indentation (workbench.css). */
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Deeper lines hang as this many columns; a class for each step is in the style sheet. */
const MOST = 24;
const STEP = 2;

const lines = new Map<number, Decoration>();

function hang(columns: number): Decoration {
    let line = lines.get(columns);
    if (!line)
        lines.set(columns, line = Decoration.line({ class: `cm-hang-${columns}` }));
    return line;
}

function decorate({ visibleRanges, state }: EditorView): DecorationSet {
    const found = new RangeSetBuilder<Decoration>();
    for (const { from, to } of visibleRanges) {
        for (let at = from; at <= to;) {
            const line = state.doc.lineAt(at);
            const columns = /^ */.exec(line.text)![0].length;
            found.add(line.from, line.from, hang(Math.min(MOST, columns - columns % STEP)));
            at = line.to + 1;
        }
    }
    return found.finish();
}

export const hanging = ViewPlugin.fromClass(class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
        this.decorations = decorate(view);
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate): void {
        if (docChanged || viewportChanged)
            this.decorations = decorate(view);
    }
}, { decorations: (plugin) => plugin.decorations });
