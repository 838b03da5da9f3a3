/** highlight.ts - Python source as HTML with the same classes the editor uses, so one style sheet colours both. */
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/python';

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
