/** editor.ts - what the page asks of an editor, and the plain text area that works before, and without, CodeMirror. */
export interface EditorEvents {
    change(): void;
    run(): void;
}

export interface CodeEditor {
    read(): string;
    /** Shows another program; its undo history begins anew. */
    open(code: string): void;
    /** Replaces the program as an edit that can be undone. */
    replace(code: string): void;
    focus(): void;
    readonly focused: boolean;
    label(name: string, describedBy: string): void;
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
    return {
        read: () => area.value,
        open(code) {
            area.value = code;
        },
        replace(code) {
            area.value = code;
            events.change();
        },
        focus: () => area.focus(),
        get focused() {
            return document.activeElement === area;
        },
        label(name, describedBy) {
            area.setAttribute('aria-label', name);
            area.setAttribute('aria-describedby', describedBy);
        },
        destroy() {
            area.removeEventListener('input', onInput);
            area.removeEventListener('keydown', onKey);
            area.remove();
        },
    };
}
