/** folds.ts - lines of a block that its author does not show (`hidelines`): folded away until somebody wants to see them. */
import { type EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

const unfold = StateEffect.define<null>();

class Fold extends WidgetType {
    constructor(private readonly text: string) {
        super();
    }

    override eq(other: Fold): boolean {
        return other.text === this.text;
    }

    toDOM(view: EditorView): HTMLElement {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'cm-fold';
        button.dataset.testid = 'fold';
        button.textContent = this.text;
        button.addEventListener('click', () => {
            view.dispatch({ effects: unfold.of(null) });
            view.focus();
        });
        return button;
    }
}

function folded(state: EditorState, hidden: readonly number[], label: (lines: number) => string): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    for (let line = 1; line <= state.doc.lines; line++) {
        if (!hidden.includes(line))
            continue;
        const first = line;
        while (hidden.includes(line + 1) && line < state.doc.lines)
            line++;
        const widget = new Fold(label(line - first + 1));
        builder.add(state.doc.line(first).from, state.doc.line(line).to, Decoration.replace({ widget, block: true }));
    }
    return builder.finish();
}

/** `load`: asked whenever another program is opened. */
export function folds(load: () => readonly number[], label: (lines: number) => string): Extension {
    const field = StateField.define<DecorationSet>({
        create: (state) => folded(state, load(), label),
        update(value, transaction) {
            if (transaction.effects.some((effect) => effect.is(unfold)))
                return Decoration.none;
            return transaction.docChanged ? value.map(transaction.changes) : value;
        },
        provide: (self) => EditorView.decorations.from(self),
    });
    return [field, EditorView.atomicRanges.of((view) => view.state.field(field, false) ?? Decoration.none)];
}
