/**
 * choices.ts - one answer of a prediction or quiz: `- [x] text`, or `- [x]` over a fenced text of several lines, and what is
 * indented under it (why it is right or wrong).
 *
 * Marks for the renderer: `option_label_close` after the answer, `option_why_open` and `option_why_close` around the rest.
 */
import Token from 'markdown-it/lib/token.mjs';

const TASK = /^\[([ xX])\](?:\s+|$)/;

export interface Choice {
    /** As the program would print it: without backticks and without the last newline. */
    text: string;
    right: boolean;
    /** The whole list item, with marks, and how many tokens it was before. */
    tokens: Token[];
    before: number;
}

/** Reads the list item whose `list_item_open` is at `at`; undefined when it is no task. */
export function readChoice(tokens: Token[], at: number): Choice | undefined {
    const inline = tokens[at + 2];
    const task = inline?.type === 'inline' ? TASK.exec(inline.content) : null;
    if (!inline || !task)
        return undefined;
    let end = at + 1;
    while (!(tokens[end]!.type === 'list_item_close' && tokens[end]!.level === tokens[at]!.level))
        end++;
    const item = tokens.slice(at, end + 1);
    item[1]!.hidden = item[3]!.hidden = true; // no paragraph inside a label
    inline.content = inline.content.replace(TASK, '');
    const children = inline.children ?? [];
    const first = children.find((child) => child.type === 'text');
    if (first)
        first.content = first.content.replace(TASK, '');
    let text = children.map((child) => (child.type === 'softbreak' ? '\n' : child.content)).join('');
    let label = 4; // list_item_open, paragraph_open, inline, paragraph_close
    if (text.trim() === '' && item[4]?.type === 'fence') {
        text = item[4].content.replace(/\n+$/, '');
        label = 5;
    }
    const rest = item.slice(label, -1);
    const mark = (type: string): Token => new Token(type, '', 0);
    const why = rest.length > 0 ? [mark('option_why_open'), ...rest, mark('option_why_close')] : [];
    return {
        text, right: task[1] !== ' ', before: item.length,
        tokens: [...item.slice(0, label), mark('option_label_close'), ...why, item[item.length - 1]!],
    };
}
