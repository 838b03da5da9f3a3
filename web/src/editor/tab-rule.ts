/**
 * Tab indents, Shift+Tab unindents, and neither is a trap: CodeMirror lets the Tab after an Escape move the focus.
 * The hint under the editor says so.
 */
import { indentWithTab } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

export function tabRule(): Extension {
    return keymap.of([indentWithTab]);
}
