/** notices.ts - short messages above the editor, each once, with what can be done about it; they go when they are closed. */
import { messagesFor } from '../i18n';

export interface NoticeAction {
    text: string;
    act(): void;
}

/** Shows a notice; one with the same id takes its place. */
export function notify(id: string, text: string, actions: NoticeAction[] = []): void {
    const place = document.querySelector<HTMLElement>('[data-part="notices"]');
    if (!place)
        return;
    dismiss(id);
    const box = document.createElement('div');
    box.className = 'notice';
    box.dataset.notice = id;
    box.setAttribute('role', 'status');
    const words = document.createElement('p');
    words.textContent = text;
    box.append(words);
    const button = (label: string, act: () => void): void => {
        const element = document.createElement('button');
        element.type = 'button';
        element.className = 'quiet';
        element.textContent = label;
        element.addEventListener('click', () => {
            box.remove();
            act();
        });
        box.append(element);
    };
    for (const action of actions)
        button(action.text, action.act);
    button(messagesFor(document.documentElement.lang).close, () => {});
    place.append(box);
}

export function dismiss(id: string): void {
    document.querySelector(`[data-notice="${CSS.escape(id)}"]`)?.remove();
}
