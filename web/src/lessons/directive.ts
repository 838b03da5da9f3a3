/**
 * directive.ts - a markdown-it rule for `::: name #id key=value` ... `:::`.
 *
 * A directive ends at a line of exactly as many colons as it began with, so more colons outside hold fewer inside.
 * Tokens: `directive_open` and `directive_close`, with the parsed words in `meta`.
 */
import type MarkdownIt from 'markdown-it';
import { type Info, parseInfo } from './info';
import type { FrozenView } from './model';

const OPENING = /^(:{3,})\s*([A-Za-z][\w-]*)(.*)$/;

export interface DirectiveMeta {
    name: string;
    info: Info;
    closed: boolean;
    /** Set by the parser: its own id, or one made for it. */
    id?: string;
    /** Set by the parser on a `view`. */
    frozen?: FrozenView;
    /** Set by the parser on a `predict`. */
    prediction?: { id: string; of: string };
    /** Set by the parser on `quiz` and `predict`: more than one answer may be chosen. */
    multiple?: boolean;
    /** Set by the parser on what an exercise holds: its id. */
    owner?: string;
}

export function directiveRule(md: MarkdownIt): void {
    md.block.ruler.before('fence', 'directive', (state, startLine, endLine, silent) => {
        const lineText = (line: number): string =>
            state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!).trimEnd();
        const opening = OPENING.exec(lineText(startLine));
        if (!opening)
            return false;
        if (silent)
            return true;
        const [, colons, name, rest] = opening as unknown as [string, string, string, string];
        let close = startLine + 1;
        let fence = '';
        for (; close < endLine; close++) {
            const line = lineText(close);
            const mark = /^(`{3,}|~{3,})(.*)$/.exec(line);
            if (fence === '' && line === colons)
                break;
            if (fence === '' && mark)
                fence = mark[1]!;
            else if (mark && mark[1]!.startsWith(fence) && mark[2] === '')
                fence = '';
        }
        const closed = close < endLine;
        const meta: DirectiveMeta = { name, info: parseInfo(rest), closed };

        const oldParent = state.parentType;
        const oldMax = state.lineMax;
        state.parentType = 'container' as typeof state.parentType;
        state.lineMax = close;
        const open = state.push('directive_open', '', 1);
        open.block = true;
        open.map = [startLine, close];
        open.meta = meta;
        state.md.block.tokenize(state, startLine + 1, close);
        const end = state.push('directive_close', '', -1);
        end.block = true;
        end.meta = meta;
        state.parentType = oldParent;
        state.lineMax = oldMax;
        state.line = close + (closed ? 1 : 0);
        return true;
    }, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}
