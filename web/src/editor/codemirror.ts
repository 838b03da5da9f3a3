/** codemirror.ts - the real editor; a chunk of its own, loaded after the page can already be read and used. */
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { appearance } from './appearance';
import type { CodeEditor, EditorEvents } from './editor';
import { python } from './python';
import { runKeys } from './run-keys';
import type { EditorServices } from './services';
import { sessionMode } from './session-mode';
import { tabRule } from './tab-rule';

export function codemirrorEditor(parent: HTMLElement, code: string, events: EditorEvents,
                                 services: EditorServices, session = false): CodeEditor {
    const labels = new Compartment();
    let currentLabels: Extension = [];
    const added = new Compartment();
    const additions: Extension[] = [];
    const lock = new Compartment();
    let locked = false;
    const language = new Compartment();
    let inSession = session;
    const sessionLanguage: Extension[] = [sessionMode.of(true)];
    const languageNow = (): Extension => (inSession ? sessionLanguage : python());
    /** Without what knows prompts a session is plain text. */
    const needPrompts = (): void => {
        if (!inSession || sessionLanguage.length > 1)
            return;
        import('./prompts').then(({ prompts }) => {
            if (sessionLanguage.length === 1)
                sessionLanguage.push(prompts());
            view.dispatch({ effects: language.reconfigure(languageNow()) });
        }, () => {});
    };
    const extensions = (): Extension => [
        runKeys(events.run),
        history(),
        language.of(languageNow()),
        appearance(),
        tabRule(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        labels.of(currentLabels),
        added.of([...additions]),
        lock.of(EditorState.readOnly.of(locked)),
        EditorView.updateListener.of((update) => {
            if (update.docChanged)
                events.change();
        }),
    ];
    const fresh = (doc: string): EditorState => EditorState.create({ doc, extensions: extensions() });
    const view = new EditorView({ parent, state: fresh(code) });
    const extend = (extension: Extension): void => {
        additions.push(extension);
        view.dispatch({ effects: added.reconfigure([...additions]) });
    };
    needPrompts();
    // What knows Python comes after the editor can be used; without it one types all the same.
    import('./assist').then(({ assist }) => extend(assist(services)), () => {});
    return {
        read: () => view.state.doc.toString(),
        open(doc, asSession = false) {
            inSession = asSession;
            view.setState(fresh(doc));
            needPrompts();
        },
        // On its own, or a quick undo would take back what was typed just before, too.
        replace: (doc) => view.dispatch({
            changes: { from: 0, to: view.state.doc.length, insert: doc }, annotations: isolateHistory.of('full'),
        }),
        lock(on) {
            locked = on;
            view.dispatch({ effects: lock.reconfigure(EditorState.readOnly.of(on)) });
        },
        focus: () => view.focus(),
        get focused() {
            return view.hasFocus;
        },
        label(name, describedBy) {
            currentLabels = EditorView.contentAttributes.of({ 'aria-label': name, 'aria-describedby': describedBy, tabindex: '0' });
            view.dispatch({ effects: labels.reconfigure(currentLabels) });
        },
        showLine(line, column = 0) {
            const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
            view.dispatch({ selection: { anchor: Math.min(from + column, to), head: to }, scrollIntoView: true });
            view.focus();
        },
        view,
        extend,
        destroy: () => view.destroy(),
    };
}
