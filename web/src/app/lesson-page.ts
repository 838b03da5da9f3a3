/**
 * lesson-page.ts - a lesson: its examples open in the workbench, its questions run programs there, and its links lead to other
 * lessons without leaving the page.
 */
import { messagesFor } from '../i18n';
import { readProgress, updateProgress } from '../state/progress';
import { save } from '../state/storage';
import { markSeen } from './bar';
import { connectExercise } from './exercise';
import { aloneOf, readLessonData, specOf } from './lesson-data';
import { connectNavigation } from './navigation';
import { connectParsons } from './parsons';
import { connectPredictions } from './predict';
import { showProgress } from './progress';
import { connectQuiz } from './quiz';
import { startWorkbench } from './start';
import { applyTexts } from './texts';
import { fileOf, say } from './workbench';

const NO_LINES = { mark: [], breakpoints: [] };
const NARROW = '(max-width: 59.99rem)';

const lesson = (): HTMLElement => document.querySelector<HTMLElement>('[data-testid="lesson"]')!;

export function connectLessonPage(): void {
    let data = readLessonData(lesson());
    /** With the lines that the text does not show. */
    const sourceOf = (block: string): string => (data?.blocks[block]?.source ?? '').trimEnd();
    /** The exercise of the open block, to be checked from the workbench. */
    const checks = new Map<string, () => Promise<void>>();
    const { store, workbench } = startWorkbench({
        spec: (source, filename) => specOf(data, data?.blocks[store.state.loaded?.block ?? ''], source, filename),
        lines: () => data?.blocks[store.state.loaded?.block ?? ''] ?? NO_LINES,
        program: () => aloneOf(data, data?.blocks[store.state.loaded?.block ?? ''], workbench.code),
    });
    const t = () => messagesFor(store.state.language);
    const checkButton = document.createElement('button');
    checkButton.type = 'button';
    checkButton.dataset.testid = 'check-open';
    checkButton.dataset.t = 'check';
    checkButton.textContent = t().check;
    checkButton.hidden = true;
    checkButton.addEventListener('click', () => void checks.get(store.state.loaded?.block ?? '')?.());
    document.querySelector('[data-slot="debugger"]')!.before(checkButton);

    const openBlock = (block: string): void => {
        const about = data?.blocks[block];
        workbench.open(lesson().dataset.lesson!, block, sourceOf(block), about?.filename ?? fileOf(block), {
            locked: about?.readonly ?? false, session: about?.role === 'repl',
        });
        for (const figure of lesson().querySelectorAll<HTMLElement>('[data-block]'))
            figure.classList.toggle('opened', figure.dataset.block === block);
        document.querySelector<HTMLAnchorElement>('[data-part="back"]')!.hash = `#${block}`;
        checkButton.hidden = !checks.has(block);
        const views = about?.views.length ? about.views : data?.views ?? [];
        if (views.length > 0)
            workbench.slots.open(views);
    };

    const openFirst = (block?: string): void => {
        const first = block ?? lesson().querySelector<HTMLElement>('[data-run]')?.dataset.run;
        if (first)
            openBlock(first);
        // The author's own example, as the lesson came: never what a link brought.
        if (first && block === undefined && data?.blocks[first]?.autorun && !store.state.edited)
            void workbench.run();
    };

    const isNarrow = (): boolean => matchMedia(NARROW).matches;

    /** A lesson is done when everything in it that can be answered was. */
    const progressed = async (): Promise<void> => {
        const address = lesson().dataset.lesson!;
        const items = (await readProgress())[address]?.items ?? {};
        const asked = [...lesson().querySelectorAll<HTMLElement>('[data-exercise], [data-quiz], [data-parsons], form[data-predict]')]
            .map((each) => each.dataset.exercise ?? each.dataset.quiz ?? each.dataset.parsons ?? `predict-${each.dataset.predict}`);
        if (asked.every((id) => items[id]?.solved))
            await updateProgress(address, (record) => { record.done ??= new Date().toISOString(); });
        await showProgress();
    };

    const answered = (id: string, right: boolean): void => {
        void updateProgress(lesson().dataset.lesson!, (record) => {
            const before = record.items[id];
            record.items[id] = { attempts: (before?.attempts ?? 0) + 1, solved: right || (before?.solved ?? false) };
        }).then(progressed);
    };

    /** Connects what came with a lesson's text. */
    const connectText = (): void => {
        data = readLessonData(lesson());
        checks.clear();
        connectPredictions(lesson(), t, async (block) => {
            const about = data?.blocks[block];
            const { result, stdout } = await workbench.execute(specOf(data, about, sourceOf(block), about?.filename ?? fileOf(block)));
            return { complete: result.reason === 'done' || (result.reason === 'raised' && about?.raises !== undefined), stdout };
        }, (block, right) => answered(`predict-${block}`, right));
        for (const form of lesson().querySelectorAll<HTMLFormElement>('form[data-quiz]'))
            connectQuiz(form, t, answered);
        for (const section of lesson().querySelectorAll<HTMLElement>('[data-parsons]'))
            connectParsons(section, t, say, answered);
        for (const section of lesson().querySelectorAll<HTMLElement>('[data-exercise]')) {
            const starter = section.querySelector<HTMLElement>('[data-role="starter"]')!.dataset.block!;
            checks.set(starter, connectExercise(section, {
                lesson: () => lesson().dataset.lesson!, messages: t, edit: openBlock, progressed: () => void progressed(),
                async check(block, after) {
                    openBlock(block);
                    const about = data?.blocks[block];
                    const spec = specOf(data, about, workbench.code, about?.filename ?? fileOf(block));
                    const { result } = await workbench.execute({ ...spec, after, limits: { ...data?.limits } });
                    return result;
                },
            }));
        }
        const address = lesson().dataset.lesson!;
        void markSeen(address).then(() => {
            // A lesson that asks nothing is done when its end was seen.
            if (lesson().querySelector('[data-exercise], [data-quiz], [data-parsons], form[data-predict]'))
                return;
            const end = document.querySelector('[data-swap="turn"]');
            if (!end)
                return;
            const watcher = new IntersectionObserver(([entry]) => {
                if (!entry?.isIntersecting)
                    return;
                watcher.disconnect();
                if (lesson().dataset.lesson === address)
                    void progressed();
            });
            watcher.observe(end);
        });
    };

    document.addEventListener('click', (event) => {
        const button = (event.target as Element).closest<HTMLElement>('[data-run]');
        if (!button)
            return;
        openBlock(button.dataset.run!);
        if (isNarrow())
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
