/** actions.ts - what can be done with the program in the editor: compare, share, take to the playground. */
import { messagesFor } from '../i18n';
import { encodeShared, type SharedProgram } from '../state/share';
import { showDiff } from './diff';
import { notify } from './notices';

export interface ActionSource {
    language(): string;
    /** What a link should hold. */
    program(): SharedProgram;
    original(): string | undefined;
    code(): string;
}

const ADDRESS_LIMIT = 30_000;

/** The playground in the language of the page. */
export function playgroundAddress(): string {
    return document.querySelector<HTMLAnchorElement>('[data-swap="playground"]')!.href.replace(/#.*$/, '');
}

function button(key: string, act: () => void): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'quiet';
    element.dataset.t = key;
    element.dataset.testid = key;
    element.addEventListener('click', act);
    return element;
}

export async function share(source: ActionSource): Promise<void> {
    const t = messagesFor(source.language());
    const address = playgroundAddress() + await encodeShared(source.program());
    const long = address.length > ADDRESS_LIMIT ? ` ${t.sharedLong}` : '';
    try {
        await navigator.clipboard.writeText(address);
        notify('share', t.sharedCopied + long);
    } catch {
        // No permission: the link is shown, ready to be copied.
        notify('share', t.sharedHere + long);
        const field = document.createElement('input');
        field.readOnly = true;
        field.value = address;
        field.dataset.testid = 'share-link';
        field.setAttribute('aria-label', t.share);
        document.querySelector('[data-notice="share"] p')?.after(field);
        field.select();
    }
}

/** Adds the buttons; in the playground there is nothing to compare with, and it is where one is. */
export function connectActions(place: HTMLElement, source: ActionSource, inPlayground: boolean): void {
    const compare = button('compare', () => showDiff(source.original() ?? '', source.code(), messagesFor(source.language())));
    compare.dataset.part = 'compare';
    compare.hidden = true;
    const sharing = button('share', () => void share(source));
    const open = button('openInPlayground', () => void encodeShared(source.program()).then((hash) => location.assign(playgroundAddress() + hash)));
    place.append(...(inPlayground ? [sharing] : [compare, sharing, open]));
    for (const each of place.querySelectorAll<HTMLElement>('[data-t]'))
        each.textContent = (messagesFor(source.language()) as unknown as Record<string, string>)[each.dataset.t!] ?? '';
}
