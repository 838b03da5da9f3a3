/**
 * prompts.ts - the editor on a `python repl` block: prompts, what is typed at them, and expected answers, which are no program. Enter
 * goes on with the prompt that fits. A chunk of its own, loaded with the first such block.
 */
import { pythonLanguage } from '@codemirror/lang-python';
import { type EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { classHighlighter, highlightTree } from '@lezer/highlight';
import { codeFrom, sessionSpans, type Span } from '../lessons/session';

function tokens(source: string): Span[] {
    const spans: Span[] = [];
    highlightTree(pythonLanguage.parser.parse(source), classHighlighter, (from, to, classes) => spans.push({ from, to, classes }));
    return spans;
}

function draw(state: EditorState): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to, classes } of sessionSpans(state.doc.toString(), tokens))
        builder.add(from, to, Decoration.mark({ class: classes }));
    return builder.finish();
}

/** A line break at the end of what is typed at a prompt; elsewhere the editor's own. */
function enter({ state, dispatch }: EditorView): boolean {
    const { main } = state.selection;
    const line = state.doc.lineAt(main.head);
    const from = codeFrom(line.text);
    if (!main.empty || from === 0 || main.head < line.from + from || state.readOnly)
        return false;
    const code = line.text.slice(from);
    const begins = code.trimEnd().endsWith(':');
    const inside = line.text.startsWith('...') ? code.trim() !== '' : begins;
    const indent = /^\s*/.exec(code)![0] + (begins ? '    ' : '');
    const insert = inside ? `\n... ${indent}` : '\n>>> ';
    dispatch(state.update({ changes: { from: main.head, insert }, selection: { anchor: main.head + insert.length }, userEvent: 'input', scrollIntoView: true }));
    return true;
}

export function prompts(): Extension {
    return [
        ViewPlugin.define((view) => ({
            drawn: draw(view.state),
            update(update: ViewUpdate) {
                if (update.docChanged)
                    this.drawn = draw(update.state);
            },
        }), { decorations: ({ drawn }) => drawn }),
        keymap.of([{ key: 'Enter', run: enter }]),
    ];
}
