/**
 * navigation.ts - moves between lessons and languages without leaving the page, so that Python stays warm and the
 * console stays as it is. Each address is a whole page of its own; only the marked parts are taken from it. Whatever
 * goes wrong, the browser's own navigation remains.
 */
export interface Arrival {
    language: string;
    /** Another language of the same lesson. */
    sameLesson: boolean;
}

function lessonOf(root: ParentNode): HTMLElement {
    return root.querySelector<HTMLElement>('[data-swap="lesson"]')!;
}

/** The first part of the lesson that is in sight, counted, which is the same part in every language. */
function placeIn(lesson: HTMLElement): number {
    const top = Math.max(0, lesson.parentElement!.parentElement!.getBoundingClientRect().top);
    return [...lesson.children].findIndex((child) => child.getBoundingClientRect().bottom > top);
}

async function swap(address: string): Promise<Arrival> {
    const response = await fetch(address);
    if (!response.ok)
        throw new Error(`${address} answered ${response.status}`);
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const before = lessonOf(document);
    const after = lessonOf(next);
    const sameLesson = before.dataset.lesson === after.dataset.lesson;
    const place = sameLesson ? placeIn(before) : 0;

    for (const part of next.querySelectorAll<HTMLElement>('[data-swap]'))
        document.querySelector(`[data-swap="${part.dataset.swap}"]`)?.replaceWith(document.adoptNode(part));
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    const child = lessonOf(document).children[place];
    if (place > 0)
        child?.scrollIntoView({ block: 'start' });
    else
        document.getElementById('reading')?.scrollTo(0, 0);
    return { language: next.documentElement.lang, sameLesson };
}

/** Calls `arrived` after each change of lesson or language. Returns a function that goes to an address. */
export function connectNavigation(arrived: (arrival: Arrival) => void): (address: string, replace?: boolean) => void {
    let shown = location.pathname;
    const go = async (address: string, record: 'push' | 'replace' | 'none'): Promise<void> => {
        try {
            const url = new URL(address, location.href);
            if (record === 'push')
                history.pushState(null, '', url);
            else if (record === 'replace')
                history.replaceState(null, '', url);
            shown = url.pathname;
            arrived(await swap(url.href));
        } catch {
            location.assign(address);
        }
    };
    document.addEventListener('click', (event) => {
        const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-lesson-link]');
        const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
        if (!link || event.defaultPrevented || event.button !== 0 || modified)
            return;
        event.preventDefault();
        // The link itself is replaced, so the focus goes to its successor.
        const group = link.closest<HTMLElement>('[data-swap]')?.dataset.swap;
        void go(link.href, 'push').then(() =>
            document.querySelector<HTMLElement>(`[data-swap="${group}"] [aria-current]`)?.focus());
    });
    window.addEventListener('popstate', () => {
        if (location.pathname !== shown)
            void go(location.href, 'none');
    });
    return (address, replace = false) => void go(address, replace ? 'replace' : 'push');
}
