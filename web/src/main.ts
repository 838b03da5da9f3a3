/**
 * main.ts - brings the page to life: the lesson is already in the document; this connects its buttons to the
 * workbench, the workbench to the engine, and the links to in-place navigation.
 */
import { connectNavigation } from './app/navigation';
import { connectPredictions } from './app/predict';
import { applyTexts } from './app/texts';
import { connectTheme } from './app/theme';
import { fileOf, Workbench } from './app/workbench';
import { EngineClient } from './engine/client';
import { chooseLanguage, messagesFor } from './i18n';
import type { PageState } from './state/page';
import { load, save } from './state/storage';
import { createStore } from './state/store';

/** Folder of the runtime, relative to the root of the site, or empty if the site was built without one. */
declare const __RUNTIME_FOLDER__: string;

const NARROW = '(max-width: 59.99rem)';
const siteRoot = new URL(import.meta.env.DEV ? '/' : '../', import.meta.url);

const store = createStore<PageState>({
    language: document.documentElement.lang, phase: 'idle', loaded: undefined, edited: false, last: undefined,
});
const workbench = new Workbench(document.getElementById('workbench')!, {
    store,
    createEngine: (onState) => new EngineClient({
        createWorker() {
            if (__RUNTIME_FOLDER__ === '')
                throw new Error(messagesFor(store.state.language).missingRuntime);
            return new Worker(new URL('./engine/worker.ts', import.meta.url), { type: 'module' });
        },
        folder: new URL(__RUNTIME_FOLDER__, siteRoot).href,
        onState,
    }),
    loadEditor: () => import('./editor/codemirror'),
});

function lesson(): HTMLElement {
    return document.querySelector<HTMLElement>('[data-testid="lesson"]')!;
}

function sourceOf(block: string): string {
    return (lesson().querySelector(`[data-block="${CSS.escape(block)}"] code`)?.textContent ?? '').trimEnd();
}

function openBlock(block: string): void {
    workbench.open(lesson().dataset.lesson!, block, sourceOf(block));
    for (const figure of lesson().querySelectorAll<HTMLElement>('[data-block]'))
        figure.classList.toggle('opened', figure.dataset.block === block);
    document.querySelector<HTMLAnchorElement>('[data-part="back"]')!.hash = `#${block}`;
}

/** Connects what came with a lesson's text. */
function connectLesson(): void {
    connectPredictions(lesson(), () => messagesFor(store.state.language), async (block) => {
        const { result, stdout } = await workbench.execute({ source: sourceOf(block), filename: fileOf(block) });
        return { complete: result.reason === 'done', stdout };
    });
}

document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-run]');
    if (!button)
        return;
    openBlock(button.dataset.run!);
    if (matchMedia(NARROW).matches)
        document.getElementById('workbench')!.scrollIntoView({ block: 'start' });
    void workbench.run();
});

const go = connectNavigation(({ language, sameLesson }) => {
    save('language', language);
    store.update({ language });
    applyTexts(document, language);
    workbench.relabel();
    connectLesson();
    const block = sameLesson ? store.state.loaded?.block : undefined;
    openFirst(block);
});

function openFirst(block?: string): void {
    const first = block ?? lesson().querySelector<HTMLElement>('[data-run]')?.dataset.run;
    if (first)
        openBlock(first);
}

// A relative address in the head would follow the page to its next address.
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]'))
    icon.setAttribute('href', icon.href);

connectTheme(document.querySelector<HTMLSelectElement>('[data-part="theme"]')!);
connectLesson();
openFirst();
workbench.warmUp();

// The root of the site is English; a reader who prefers another language we have is taken there once, in place.
if (document.documentElement.dataset.root === 'yes') {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.languages a')];
    const remembered = load('language');
    const wish = chooseLanguage(links.map((link) => link.lang), remembered ? [remembered] : navigator.languages);
    const link = links.find((each) => each.lang === wish);
    if (link && wish !== document.documentElement.lang)
        go(link.href, true);
}
