/** progress.ts - shows what is begun and done beside each lesson's link, and records it. */
import { messagesFor } from '../i18n';
import { readProgress, updateProgress } from '../state/progress';
import { save } from '../state/storage';

/** Marks every link to a lesson that was begun or done. */
export async function showProgress(): Promise<void> {
    const progress = await readProgress();
    const t = messagesFor(document.documentElement.lang);
    for (const item of document.querySelectorAll<HTMLElement>('[data-progress]')) {
        const record = progress[item.dataset.progress!];
        item.querySelector('.mark')?.remove();
        if (!record)
            continue;
        const mark = document.createElement('span');
        mark.className = `mark ${record.done ? 'done' : 'begun'}`;
        mark.textContent = record.done ? '✓' : '·';
        mark.setAttribute('role', 'img');
        mark.setAttribute('aria-label', record.done ? t.done : t.begun);
        item.append(mark);
    }
}

/** A lesson was opened. */
export async function markSeen(lesson: string): Promise<void> {
    save('last-lesson', lesson);
    await updateProgress(lesson, () => {});
    await showProgress();
}
