/** editor.ts - what the page asks of an editor, and the plain text area that works before, and without, CodeMirror. */
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

export interface EditorEvents {
    change(): void;
    run(): void;
}

export interface CodeEditor {
    read(): string;
    /** Shows another program, or a session with prompts; its undo history begins anew. */
    open(code: string, session?: boolean): void;
    /** Replaces the program as an edit that can be undone. */
    replace(code: string): void;
    /** Whether the program may only be read and run. */
    lock(locked: boolean): void;
    focus(): void;
    readonly focused: boolean;
    label(name: string, describedBy: string): void;
    /** Selects a line (counted from 1) and brings it into sight. */
    showLine(line: number, column?: number): void;
    /** CodeMirror's own view; none in a text area. */
    readonly view?: EditorView;
    /** Adds to CodeMirror for good: kept when another program is opened. A text area ignores it. */
    extend(extension: Extension): void;
    destroy(): void;
}

export function textareaEditor(area: HTMLTextAreaElement, events: EditorEvents): CodeEditor {
    const onInput = (): void => events.change();
    const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey || event.shiftKey))
            return;
        event.preventDefault();
        events.run();
    };
    area.addEventListener('input', onInput);
    area.addEventListener('keydown', onKey);
    // Long lines are scrolled, not wrapped, so that each has its number beside it.
    const gutter = document.createElement('pre');
    gutter.className = 'plain-gutter';
    gutter.setAttribute('aria-hidden', 'true');
    area.wrap = 'off';
    area.before(gutter);
    const number = (): void => {
        gutter.textContent = area.value.split('\n').map((_, i) => i + 1).join('\n');
        gutter.scrollTop = area.scrollTop;
    };
    area.addEventListener('input', number);
    area.addEventListener('scroll', number);
    number();
    return {
        read: () => area.value,
        open(code) {
            area.value = code;
            number();
        },
        replace(code) {
            area.value = code;
            number();
            events.change();
        },
        lock(locked) {
            area.readOnly = locked;
        },
        focus: () => area.focus(),
        get focused() {
            return document.activeElement === area;
        },
        label(name, describedBy) {
            area.setAttribute('aria-label', name);
            area.setAttribute('aria-describedby', describedBy);
        },
        showLine(line, column = 0) {
            const lines = area.value.split('\n');
            const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
            area.focus();
            area.setSelectionRange(from + column, from + (lines[line - 1]?.length ?? 0));
        },
        extend: () => {},
        destroy() {
            area.removeEventListener('input', onInput);
            area.removeEventListener('keydown', onKey);
            gutter.remove();
            area.remove();
        },
    };
}
