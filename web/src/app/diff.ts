/** diff.ts - the learner's text beside the original, line by line. Signs say what the colours say. */
import type { Messages } from '../i18n';

export type DiffLine = { kind: 'same' | 'added' | 'removed'; text: string };

/** Above this many cells the middle is taken as replaced: exact, only less fine. */
const MOST_CELLS = 4_000_000;

/** A shortest list of lines removed and added, by the longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
    const a = before.replace(/\n$/, '').split('\n');
    const b = after.replace(/\n$/, '').split('\n');
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start])
        start++;
    let end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
        end++;
    const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    const same = (text: string): DiffLine => ({ kind: 'same', text });
    return [...a.slice(0, start).map(same), ...middle(x, y), ...a.slice(a.length - end).map(same)];
}

function middle(x: string[], y: string[]): DiffLine[] {
    const removed = (text: string): DiffLine => ({ kind: 'removed', text });
    const added = (text: string): DiffLine => ({ kind: 'added', text });
    if (x.length * y.length > MOST_CELLS || x.length === 0 || y.length === 0)
        return [...x.map(removed), ...y.map(added)];
    const width = y.length + 1;
    const longest = new Uint32Array((x.length + 1) * width);
    for (let i = x.length - 1; i >= 0; i--) {
        for (let j = y.length - 1; j >= 0; j--) {
            longest[i * width + j] = x[i] === y[j]
                ? longest[(i + 1) * width + j + 1]! + 1
                : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
        }
    }
    const lines: DiffLine[] = [];
    let [i, j] = [0, 0];
    while (i < x.length && j < y.length) {
        if (x[i] === y[j]) {
            lines.push({ kind: 'same', text: x[i++]! });
            j++;
        } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) {
            lines.push(removed(x[i++]!));
        } else {
            lines.push(added(y[j++]!));
        }
    }
    return [...lines, ...x.slice(i).map(removed), ...y.slice(j).map(added)];
}

export function showDiff(before: string, after: string, t: Messages): void {
    const dialog = document.createElement('dialog');
    dialog.className = 'diff';
    dialog.setAttribute('aria-label', t.compareTitle);
    const title = document.createElement('h2');
    title.textContent = t.compareTitle;
    const pre = document.createElement('pre');
    pre.tabIndex = 0;
    const names = { same: '', added: t.added, removed: t.removed };
    for (const { kind, text } of diffLines(before, after)) {
        const line = document.createElement(kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span');
        line.className = kind;
        if (names[kind])
            line.setAttribute('aria-label', `${names[kind]}: ${text}`);
        line.textContent = `${{ same: '  ', added: '+ ', removed: '- ' }[kind]}${text}\n`;
        pre.append(line);
    }
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = t.close;
    close.addEventListener('click', () => dialog.close());
    dialog.append(title, pre, close);
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
}
