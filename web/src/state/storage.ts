/** storage.ts - `localStorage` that may be forbidden or full: then what is stored lives as long as the page, and the page hears of it. */
const PREFIX = 'vivarium:';
const fallback = new Map<string, string>();
let refused: () => void = () => {};

/** Called when the browser does not keep something. */
export function onRefusal(listener: () => void): void {
    refused = listener;
}

export function load(key: string): string | undefined {
    try {
        return fallback.get(key) ?? localStorage.getItem(PREFIX + key) ?? undefined;
    } catch {
        return fallback.get(key);
    }
}

/** Stores `value`, or removes the key when it is undefined. */
export function save(key: string, value: string | undefined): void {
    fallback.delete(key);
    try {
        if (value === undefined)
            localStorage.removeItem(PREFIX + key);
        else
            localStorage.setItem(PREFIX + key, value);
    } catch {
        if (value === undefined)
            return;
        fallback.set(key, value);
        refused();
    }
}
