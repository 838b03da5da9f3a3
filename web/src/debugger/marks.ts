/** marks.ts - the lines that a lesson's author points at (`mark=`); they go with their text when it is edited. */
import { type Extension, RangeSetBuilder, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

const marked = Decoration.line({ class: 'cm-marked' });

/** `load`: asked whenever another program is opened. */
export function marks(load: () => readonly number[]): Extension {
    return StateField.define<DecorationSet>({
        create(state) {
            const builder = new RangeSetBuilder<Decoration>();
            for (const number of [...new Set(load())].filter((line) => line <= state.doc.lines).sort((a, b) => a - b)) {
                const { from } = state.doc.line(number);
                builder.add(from, from, marked);
            }
            return builder.finish();
        },
        update: (value, transaction) => (transaction.docChanged ? value.map(transaction.changes) : value),
        provide: (field) => EditorView.decorations.from(field),
    });
}
