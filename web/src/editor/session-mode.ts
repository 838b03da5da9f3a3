/** session-mode.ts - whether the text in the editor is a session with prompts; completion, hover and squiggles ask. */
import { type EditorState, Facet } from '@codemirror/state';

export const sessionMode = Facet.define<boolean, boolean>({ combine: (values) => values.includes(true) });

/** Whether there is a program at this place: everywhere, but in the answers of a session. */
export function isCode(state: EditorState, at: number): boolean {
    return !state.facet(sessionMode) || /^(?:>>>|\.\.\.)(?: |$)/.test(state.doc.lineAt(at).text);
}
