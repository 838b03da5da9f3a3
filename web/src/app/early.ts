/**
 * early.ts - what a reader did while the page's scripts were still on their way: boot.js has kept it, and it is done now. Text typed
 * into the text area that early is the workbench's to keep.
 */
interface Early {
    done: Array<{ type: 'click' | 'submit' | 'change' | 'keydown'; target: HTMLElement; value?: string }>;
    end(): void;
}

/** To be called when everything on the page is connected. */
export function catchUp(): void {
    const early = (document.documentElement as HTMLElement & { vivariumEarly?: Early }).vivariumEarly;
    early?.end();
    for (const { type, target, value } of early?.done.splice(0) ?? []) {
        if (type === 'click')
            target.click();
        else if (type === 'submit')
            (target as HTMLFormElement).requestSubmit();
        else if (type === 'change') {
            (target as HTMLSelectElement).value = value ?? '';
            target.dispatchEvent(new Event('change', { bubbles: true }));
        } else
            document.querySelector<HTMLElement>('[data-testid="run"]')?.click();
    }
}
