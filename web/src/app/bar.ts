/** bar.ts - the list of contents in the bar: opens over the page, closes at Escape, a click elsewhere, or a choice. */
import { connectSearch } from './search';
import { showProgress } from './progress';

export { markSeen } from './progress';

export function connectBar(): void {
    const contents = document.querySelector<HTMLDetailsElement>('[data-part="contents"]')!;
    const summary = contents.querySelector('summary')!;
    const search = contents.querySelector<HTMLInputElement>('[data-part="search"]')!;
    contents.addEventListener('keydown', (event) => {
        if (event.key !== 'Escape' || !contents.open)
            return;
        event.preventDefault();
        contents.open = false;
        summary.focus();
    });
    document.addEventListener('click', (event) => {
        const target = event.target as Element;
        if (contents.open && (!contents.contains(target) || target.closest('.contents-panel a')))
            contents.open = false;
    });
    // Leaving it by Tab closes it, or it would cover what has the focus.
    contents.addEventListener('focusout', (event) => {
        const next = event.relatedTarget as Element | null;
        if (contents.open && next && !contents.contains(next))
            contents.open = false;
    });
    const opened = (): void => {
        if (!contents.open)
            return;
        contents.querySelector('[aria-current]')?.scrollIntoView({ block: 'center', behavior: 'instant' });
        search.focus();
    };
    contents.addEventListener('toggle', opened);
    opened(); // before the page's scripts came
    connectSearch(contents, search);
    void showProgress();
}
