/**
 * search.ts - searches the lessons of the page's language: every word must occur, titles count most. The index is one file,
 * made when the site is built and fetched when the field is first used. Works alike for languages without spaces.
 */
import { messagesFor } from '../i18n';

export interface SearchEntry {
    address: string;
    number: string;
    title: string;
    chapter: string;
    headings: string[];
    concepts: string[];
    text: string;
}

export interface Found {
    entry: SearchEntry;
    /** The place in the text, or a heading, that matched. */
    excerpt: string;
}

const MOST = 20;
const AROUND = 48;

/** Entries in which every word of the query occurs, best first. */
export function search(entries: readonly SearchEntry[], query: string): Found[] {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0)
        return [];
    const scored = entries.flatMap((entry) => {
        const [title, headings, concepts, text] = [entry.title, entry.headings.join(' · '), entry.concepts.join(' '), entry.text]
            .map((part) => part.toLowerCase()) as [string, string, string, string];
        let score = 0;
        for (const word of words) {
            const points = (title.includes(word) ? 8 : 0) + (headings.includes(word) ? 4 : 0)
                + (concepts.includes(word) ? 3 : 0) + (text.includes(word) ? 1 : 0);
            if (points === 0)
                return [];
            score += points;
        }
        return [{ entry, score, excerpt: excerptOf(entry, words[0]!) }];
    });
    return scored.sort((a, b) => b.score - a.score).slice(0, MOST);
}

function excerptOf(entry: SearchEntry, word: string): string {
    const heading = entry.headings.find((each) => each.toLowerCase().includes(word));
    if (heading)
        return heading;
    const at = entry.text.toLowerCase().indexOf(word);
    if (at < 0)
        return entry.chapter;
    const from = Math.max(0, at - AROUND);
    const to = Math.min(entry.text.length, at + word.length + AROUND);
    return `${from > 0 ? '…' : ''}${entry.text.slice(from, to)}${to < entry.text.length ? '…' : ''}`;
}

export function connectSearch(contents: HTMLElement, field: HTMLInputElement): void {
    const list = contents.querySelector<HTMLElement>('[data-part="found"]')!;
    const status = contents.querySelector<HTMLElement>('[data-part="search-status"]')!;
    const indexes = new Map<string, Promise<SearchEntry[]>>();
    // The address is relative to the page that was loaded, which navigation leaves.
    const folder = new URL('../', new URL(contents.dataset.search!, location.href));

    const entriesFor = (language: string): Promise<SearchEntry[]> => {
        const kept = indexes.get(language);
        if (kept)
            return kept;
        const fetched = fetch(new URL(`${language}/search.json`, folder)).then(async (response) => {
            if (!response.ok)
                throw new Error(`the search answered ${response.status}`);
            return await response.json() as SearchEntry[];
        });
        indexes.set(language, fetched);
        fetched.catch(() => indexes.delete(language));
        return fetched;
    };

    const row = ({ entry, excerpt }: Found, language: string): HTMLElement => {
        const link = document.createElement('a');
        link.href = new URL(`${language}/${entry.address}/`, folder).href;
        if (document.documentElement.dataset.kind === 'lesson')
            link.dataset.lessonLink = '';
        const title = document.createElement('span');
        title.className = 'found-title';
        title.textContent = `${entry.number} ${entry.title}`;
        const small = document.createElement('small');
        small.textContent = excerpt;
        link.append(title, small);
        const item = document.createElement('li');
        item.append(link);
        return item;
    };

    const show = async (): Promise<void> => {
        const { lang } = document.documentElement;
        const query = field.value.trim();
        const nav = contents.querySelector<HTMLElement>('[data-swap="nav"]')!;
        nav.hidden = query !== '';
        list.hidden = query === '';
        if (query === '') {
            status.textContent = '';
            list.replaceChildren();
            return;
        }
        const t = messagesFor(lang);
        try {
            const found = search(await entriesFor(lang), query);
            if (field.value.trim() !== query)
                return;
            list.replaceChildren(...found.map((each) => row(each, lang)));
            status.textContent = t.found(found.length);
            if (found.length === 0)
                list.append(note(t.found(0)));
        } catch {
            list.replaceChildren(note(t.searchFailed));
            status.textContent = t.searchFailed;
        }
    };
    field.addEventListener('input', () => void show());
    if (field.value) // typed before the page's scripts came
        void show();
    field.addEventListener('keydown', (event) => {
        if (event.key === 'Enter')
            list.querySelector('a')?.click();
    });
    contents.addEventListener('toggle', () => {
        if (!(contents as HTMLDetailsElement).open && field.value) {
            field.value = '';
            void show();
        }
    });
}

function note(text: string): HTMLElement {
    const item = document.createElement('li');
    item.className = 'nothing';
    item.textContent = text;
    return item;
}
