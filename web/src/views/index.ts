/** The views: pictures of a program's memory, each with a table that says the same. Loaded when the page is idle. */
import '../styles/views.css';
import type { Part, WorkbenchHost } from '../app/slots';
import { createViews } from './shell';
import { viewTexts } from './texts';
import { VIEW_NAMES, type ViewName } from './view';

export { createViews, type Views, type ViewsOptions } from './shell';
export { viewTexts, type Texts as ViewTexts } from './texts';
export { VIEW_NAMES, type ViewName } from './view';

const isView = (name: string): name is ViewName => (VIEW_NAMES as readonly string[]).includes(name);

/** In the workbench: drawn whenever the program stands still, and only while somebody looks. */
export function connect(slot: HTMLElement, host: WorkbenchHost): Part {
    const panel = document.createElement('div');
    slot.replaceChildren(panel);
    const views = createViews(panel, (question) => host.engine.inspect(question), viewTexts(host.language()), { onOpen: () => tell() });
    let shown = false;
    let { phase, loaded } = host.store.state;
    let stale = false;

    const look = (): void => {
        stale = !shown;
        if (shown)
            void views.refresh();
    };
    host.engine.listen({
        began: () => views.restart(),
        paused: look,
        ended(result) {
            // A program that was stopped, or whose worker died, cannot be asked: what it was last seen as stays.
            if (result.reason !== 'stopped' && result.reason !== 'crashed')
                look();
        },
    });
    host.store.subscribe(() => {
        const was = { phase, loaded };
        ({ phase, loaded } = host.store.state);
        // In another language it is the same program.
        if (loaded?.lesson !== was.loaded?.lesson || loaded?.block !== was.loaded?.block || (phase === 'broken' && was.phase !== 'broken'))
            views.clear();
        else if (phase === 'waiting' && was.phase !== 'waiting')
            look();
    });
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.dataset.part = 'views-toggle';
    button.addEventListener('click', () => show(!shown));
    host.root.querySelector('[data-part="actions"]')?.prepend(button);
    const label = (): void => {
        button.textContent = viewTexts(host.language()).views;
        button.setAttribute('aria-pressed', String(shown));
    };
    /** Which view is to be seen: the debugger steps by instruction beside the one that shows instructions. */
    const tell = (): void => {
        if (shown)
            host.root.dataset.view = views.opened;
        else
            delete host.root.dataset.view;
    };
    const show = (on: boolean): void => {
        shown = on;
        tell();
        host.showViews(on);
        label();
        if (on && stale)
            look();
    };
    label();
    return {
        relabel() {
            views.setTexts(viewTexts(host.language()));
            label();
        },
        open: (names) => {
            const first = names.find(isView);
            show(first !== undefined);
            if (first)
                views.open(first);
        },
    };
}
