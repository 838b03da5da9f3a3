/**
 * texts.ts - puts the page's own texts into another language: `data-t` is an element's text, `data-t-label` its
 * accessible name, `data-t-title` its tooltip, `data-t-placeholder` what an empty field shows.
 */
import { messagesFor, type TextKey } from '../i18n';

export function applyTexts(root: ParentNode, language: string): void {
    const t = messagesFor(language);
    for (const element of root.querySelectorAll<HTMLElement>('[data-t]'))
        element.textContent = t[element.dataset.t as TextKey];
    for (const element of root.querySelectorAll<HTMLElement>('[data-t-label]'))
        element.setAttribute('aria-label', t[element.dataset.tLabel as TextKey]);
    for (const element of root.querySelectorAll<HTMLElement>('[data-t-title]'))
        element.title = t[element.dataset.tTitle as TextKey];
    for (const element of root.querySelectorAll<HTMLInputElement>('[data-t-placeholder]'))
        element.placeholder = t[element.dataset.tPlaceholder as TextKey];
}

/** `0.03 s`, `12.4 s` */
export function formatTime(milliseconds: number, language: string): string {
    const seconds = milliseconds / 1000;
    return messagesFor(language).seconds(seconds.toFixed(seconds < 10 ? 2 : 1));
}

/** `1.2 MB`, `340 KB`, `12 B` */
export function formatBytes(bytes: number): string {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 1_000_000)
        return `${Math.round(bytes / 1000)} KB`;
    return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
