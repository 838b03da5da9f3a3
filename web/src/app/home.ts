/** home.ts - the page of the course: goes on where the learner was, says how far that is, and takes progress along as a file. */
import { messagesFor } from '../i18n';
import { exportProgress, importProgress, readProgress } from '../state/progress';
import { load } from '../state/storage';
import { showProgress } from './progress';

function button(text: string, work: () => void): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'quiet';
    element.textContent = text;
    element.addEventListener('click', work);
    return element;
}

function download(name: string, text: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function chooseFile(): Promise<File | undefined> {
    return new Promise((resolve) => {
        const field = document.createElement('input');
        field.type = 'file';
        field.accept = 'application/json,.json';
        field.addEventListener('change', () => resolve(field.files?.[0]));
        field.addEventListener('cancel', () => resolve(undefined));
        field.click();
    });
}

export function connectHome(): void {
    const t = messagesFor(document.documentElement.lang);
    const text = document.querySelector<HTMLElement>('[data-part="progress-text"]')!;
    const place = document.querySelector<HTMLElement>('[data-part="progress-buttons"]')!;
    const said = document.querySelector<HTMLElement>('[data-part="said"]')!;
    const total = Number(text.dataset.total);

    const show = async (): Promise<void> => {
        const progress = await readProgress();
        const here = new Set([...document.querySelectorAll<HTMLElement>('.home [data-progress]')].map((each) => each.dataset.progress!));
        const done = Object.entries(progress).filter(([lesson, record]) => here.has(lesson) && record.done).length;
        if (Object.keys(progress).length > 0)
            text.textContent = t.lessonsDone(done, total);
        await showProgress();
    };

    const last = load('last-lesson');
    const begin = document.querySelector<HTMLAnchorElement>('[data-part="continue"]');
    const link = last && document.querySelector<HTMLAnchorElement>(`.home [data-progress="${CSS.escape(last)}"] a`);
    if (begin && link) {
        begin.href = link.href;
        begin.textContent = `${begin.dataset.continue}: ${link.querySelector('span:not(.number)')?.textContent ?? ''}`;
    }

    place.append(
        button(t.exportProgress, () => void exportProgress().then((json) => download('vivarium-progress.json', json))),
        button(t.importProgress, () => void chooseFile().then(async (file) => {
            if (!file)
                return;
            try {
                said.textContent = text.textContent = t.imported(await importProgress(await file.text()));
                await showProgress();
            } catch {
                said.textContent = text.textContent = t.importFailed;
            }
        })),
    );
    void show();
}
