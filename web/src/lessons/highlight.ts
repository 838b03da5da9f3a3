/** highlight.ts - Python source as HTML with the same classes the editor uses, so one style sheet colours both. */
import { classHighlighter, highlightCode, highlightTree } from '@lezer/highlight';
import { parser } from '@lezer/python';
import { sessionSpans, type Span } from './session';

export function escapeHtml(text: string): string {
    return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}

export function highlightPython(source: string): string {
    let html = '';
    highlightCode(source, parser.parse(source), classHighlighter, (text, classes) => {
        const safe = escapeHtml(text);
        html += classes ? `<span class="${classes}">${safe}</span>` : safe;
    }, () => {
        html += '\n';
    });
    return html;
}

function tokens(source: string): Span[] {
    const spans: Span[] = [];
    highlightTree(parser.parse(source), classHighlighter, (from, to, classes) => spans.push({ from, to, classes }));
    return spans;
}

/** A session with prompts and answers, which are no program. */
export function highlightSession(text: string): string {
    let html = '';
    let at = 0;
    for (const { from, to, classes } of sessionSpans(text, tokens)) {
        html += `${escapeHtml(text.slice(at, from))}<span class="${classes}">${escapeHtml(text.slice(from, to))}</span>`;
        at = to;
    }
    return html + escapeHtml(text.slice(at));
}
