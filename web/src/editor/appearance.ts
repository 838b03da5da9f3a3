/**
 * What is drawn: line numbers, the active line, and syntax by class names, so that colours and both themes are in the
 * page's own style sheet. CodeMirror's own rules need the nonce of the page's content security policy.
 */
import { syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import {
    drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { STYLE_NONCE } from './nonce';

export function appearance(): Extension {
    return [
        EditorView.cspNonce.of(STYLE_NONCE),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        drawSelection(),
        EditorView.lineWrapping,
        syntaxHighlighting(classHighlighter),
    ];
}
