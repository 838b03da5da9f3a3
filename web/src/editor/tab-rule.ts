/**
 * Tab indents, Shift+Tab unindents, and neither is a trap: after Escape the next Tab moves the focus, however long the reader takes
 * (CodeMirror alone would wait two seconds). The hint under the editor says so.
 */
import { indentWithTab, simplifySelection } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

const LONG_MS = 3_600_000;

export function tabRule(): Extension {
    return [
        keymap.of([{
            key: 'Escape',
            run(view) {
                simplifySelection(view);
                view.setTabFocusMode(LONG_MS);
                return true;
            },
        }, indentWithTab]),
        EditorView.domEventHandlers({
            blur(_event, view) {
                view.setTabFocusMode(false);
            },
        }),
    ];
}
