/** storage.ts - `localStorage` that may be forbidden or full: then what is stored lives as long as the page. */
const PREFIX = 'vivarium:';
const fallback = new Map<string, string>();

export function load(key: string): string | undefined {
    try {
        return localStorage.getItem(PREFIX + key) ?? fallback.get(key);
    } catch {
        return fallback.get(key);
    }
}

/** Stores `value`, or removes the key when it is undefined. */
export function save(key: string, value: string | undefined): void {
    if (value === undefined)
        fallback.delete(key);
    else
        fallback.set(key, value);
    try {
        if (value === undefined)
            localStorage.removeItem(PREFIX + key);
        else
            localStorage.setItem(PREFIX + key, value);
    } catch {
        // The copy in `fallback` has to do.
    }
}
