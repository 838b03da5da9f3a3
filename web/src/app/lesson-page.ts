/**
 * lesson-page.ts - a lesson: its examples open in the workbench, its questions run programs there, and its links lead to other
 * lessons without leaving the page.
 */
import { messagesFor } from '../i18n';
import { save } from '../state/storage';
import { markSeen } from './bar';
import { connectNavigation } from './navigation';
import { connectPredictions } from './predict';
import { startWorkbench } from './start';
import { applyTexts } from './texts';
import { fileOf } from './workbench';

const NARROW = '(max-width: 59.99rem)';

const lesson = (): HTMLElement => document.querySelector<HTMLElement>('[data-testid="lesson"]')!;

function sourceOf(block: string): string {
    return (lesson().querySelector(`[data-block="${CSS.escape(block)}"] code`)?.textContent ?? '').trimEnd();
}

export function connectLessonPage(): void {
    const { store, workbench } = startWorkbench();

    const openBlock = (block: string): void => {
        workbench.open(lesson().dataset.lesson!, block, sourceOf(block));
        for (const figure of lesson().querySelectorAll<HTMLElement>('[data-block]'))
            figure.classList.toggle('opened', figure.dataset.block === block);
        document.querySelector<HTMLAnchorElement>('[data-part="back"]')!.hash = `#${block}`;
        const views = lesson().querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`)?.dataset.views ?? lesson().dataset.views;
        if (views)
            workbench.slots.open(views.split(/[\s,]+/));
    };

    const openFirst = (block?: string): void => {
        const first = block ?? lesson().querySelector<HTMLElement>('[data-run]')?.dataset.run;
        if (first)
            openBlock(first);
    };

    /** Connects what came with a lesson's text. */
    const connectText = (): void => {
        connectPredictions(lesson(), () => messagesFor(store.state.language), async (block) => {
            const { result, stdout } = await workbench.execute({ source: sourceOf(block), filename: fileOf(block) });
            return { complete: result.reason === 'done', stdout };
        });
        markSeen(lesson().dataset.lesson!);
    };

    document.addEventListener('click', (event) => {
        const button = (event.target as Element).closest<HTMLElement>('[data-run]');
        if (!button)
            return;
        openBlock(button.dataset.run!);
        if (matchMedia(NARROW).matches)
            document.getElementById('workbench')!.scrollIntoView({ block: 'start' });
        void workbench.run();
    });

    connectNavigation(({ language, sameLesson }) => {
        save('language', language);
        store.update({ language });
        applyTexts(document, language);
        workbench.relabel();
        connectText();
        openFirst(sameLesson ? store.state.loaded?.block : undefined);
    });

    connectText();
    openFirst();
    workbench.warmUp();
}
