/** nearest.ts - finds the word that was probably meant. */

/** Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`. */
export function distance(a: string, b: string): number {
    let before: number[] = [];
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
            let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                best = Math.min(best, before[j - 2]! + 1);
            row.push(best);
        }
        before = previous;
        previous = row;
    }
    return previous[b.length]!;
}

/** The known word nearest to `word`, or undefined when none is near enough to be a slip of the keyboard. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
    let best: string | undefined;
    let bestDistance = Math.max(2, Math.ceil(word.length / 3)) + 1;
    for (const candidate of known) {
        const d = distance(word.toLowerCase(), candidate.toLowerCase());
        if (d < bestDistance)
            [best, bestDistance] = [candidate, d];
    }
    return best;
}

/** `unknown key "titel"; did you mean "title"?` */
export function unknownWord(what: string, word: string, known: Iterable<string>): string {
    const list = [...known];
    const guess = nearest(word, list);
    return `unknown ${what} "${word}"; ${guess ? `did you mean "${guess}"?` : `known: ${list.join(', ')}`}`;
}
