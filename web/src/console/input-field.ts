/** input-field.ts - the field that appears in the console when the program reads a line. */
export interface InputEvents {
    /** A line was sent, without its line end; several, if they were pasted together. */
    line(text: string): void;
    /** The input ends here (Ctrl+D). */
    end(): void;
}

export function createInputField(label: string, hint: string, events: InputEvents): HTMLElement {
    const form = document.createElement('form');
    form.className = 'stdin-field';
    const field = document.createElement('input');
    field.type = 'text';
    field.dataset.testid = 'stdin';
    field.autocomplete = 'off';
    field.autocapitalize = 'off';
    field.spellcheck = false;
    field.enterKeyHint = 'send';
    field.setAttribute('aria-label', label);
    field.title = hint;
    form.append(field);
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        events.line(field.value);
    });
    field.addEventListener('paste', (event) => {
        const pasted = (event.clipboardData?.getData('text') ?? '').replaceAll('\r\n', '\n');
        if (!pasted.includes('\n'))
            return;
        event.preventDefault();
        const { value, selectionStart, selectionEnd } = field;
        const before = value.slice(0, selectionStart ?? value.length);
        const whole = before + pasted + value.slice(selectionEnd ?? value.length);
        events.line(whole.replace(/\n$/, ''));
    });
    field.addEventListener('keydown', (event) => {
        if (event.key === 'd' && event.ctrlKey && field.value === '') {
            event.preventDefault();
            events.end();
        }
    });
    return form;
}
