/** theme.ts - system, light or dark; `boot.js` applies the stored choice before the first paint. */
import { load, save } from '../state/storage';

export function connectTheme(select: HTMLSelectElement): void {
    select.value = load('theme') ?? 'system';
    select.addEventListener('change', () => {
        const choice = select.value;
        save('theme', choice === 'system' ? undefined : choice);
        if (choice === 'system')
            delete document.documentElement.dataset.theme;
        else
            document.documentElement.dataset.theme = choice;
    });
}
