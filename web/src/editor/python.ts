/** Python: its grammar, indentation by four spaces, and matching brackets. */
import { pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';

export function python(): Extension {
    return [pythonLanguage, indentUnit.of('    '), EditorState.tabSize.of(4), indentOnInput(), bracketMatching()];
}
