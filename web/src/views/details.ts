/** details.ts - the panel about one object: what it is, who holds it, and why it is alive. The same in all views. */
import { type AliveAnswer, type Id, type ObjectFacts, readAnswer, type ReferrersAnswer } from './answers';
import { inShort } from './saying';
import type { Texts } from './texts';
import type { Ask } from './view';

export interface Details {
    object: ObjectFacts;
    holders: ReferrersAnswer;
    alive: AliveAnswer;
}

/** Undefined when the object is gone. */
export async function readDetails(ask: Ask, id: Id): Promise<Details | undefined> {
    try {
        const holders = readAnswer<ReferrersAnswer>(await ask(`referrers id=${id} limit=30`));
        const alive = readAnswer<AliveAnswer>(await ask(`alive id=${id}`));
        return { object: holders.object, holders, alive };
    } catch {
        return undefined;
    }
}

type By = { kind: string; label: string | number | null };

/** `.left`, `[0]`, `['key']`: how one object is reached from another. */
export function reach({ kind, label }: By): string {
    if (label === null)
        return '';
    if (kind === 'attribute' || kind === 'field' || kind === 'variable')
        return `.${label}`;
    return typeof label === 'number' ? `[${label}]` : `[${label}]`;
}

/** The facts in pairs. */
export function factsOf({ refcount, type, id, size, size64, length, capacity, interned, text }: ObjectFacts, texts: Texts): [string, string][] {
    return [
        ...text !== null ? [[texts.value, text]] as [string, string][] : [],
        [texts.type, type],
        [texts.identity, String(id)],
        [texts.count, refcount === null ? texts.immortal : String(refcount)],
        [texts.bytes64, String(size64)],
        [texts.bytesHere, String(size)],
        ...length !== undefined ? [[texts.length, String(length)]] as [string, string][] : [],
        ...capacity !== undefined ? [[texts.capacity, String(capacity)]] as [string, string][] : [],
        ...interned ? [[texts.interned, texts.yes]] as [string, string][] : [],
    ];
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className)
        made.className = className;
    return made;
}

export function showDetails(host: HTMLElement, details: Details | undefined, texts: Texts, choose: (id: Id | undefined) => void): void {
    const link = (object: ObjectFacts): HTMLButtonElement => {
        const button = element('button', inShort(object), 'link');
        button.type = 'button';
        button.addEventListener('click', () => choose(object.id));
        return button;
    };
    const close = element('button', '×', 'quiet close');
    close.type = 'button';
    close.setAttribute('aria-label', texts.close);
    close.addEventListener('click', () => choose(undefined));
    if (!details) {
        host.replaceChildren(close, element('p', texts.gone));
        return;
    }
    const { object, holders, alive } = details;
    const facts = element('dl');
    for (const [name, value] of factsOf(object, texts))
        facts.append(element('dt', name), element('dd', value));
    const held = element('ul');
    for (const { from, frame, label, kind } of holders.referrers) {
        const item = element('li');
        if (from) {
            const by = element('code', reach({ kind, label }));
            item.append(link(from), ' ', by);
        } else {
            item.append(element('code', texts.variableOf(String(label), frame ?? '')));
        }
        held.append(item);
    }
    if (holders.count > holders.referrers.length)
        held.append(element('li', texts.more(holders.count - holders.referrers.length)));
    const chain = element('ol', '', 'path');
    if (alive.root !== 'none') {
        const root = element('li');
        root.append(element('strong', alive.root === 'frame' && alive.frame ? texts.variableOf(alive.variable ?? '', alive.frame) : texts.rootNames[alive.root]));
        chain.append(root);
        for (const step of alive.root === 'main' || alive.root === 'modules' ? alive.path.slice(alive.path[0]?.by ? 0 : 0) : alive.path) {
            const item = element('li');
            item.append(link(step));
            if (step.by)
                item.append(' ', element('code', reach(step.by)));
            chain.append(item);
        }
    }
    host.replaceChildren(
        close, element('h3', inShort(object)), facts,
        element('h4', texts.holders(holders.count)), holders.count > 0 ? held : element('p', texts.noHolders),
        element('h4', texts.whyAlive), alive.root === 'none' ? element('p', texts.notAlive) : chain,
    );
}
