/**
 * embed.ts - the page in another site's frame (`?embed=1`): no bar, one column, and messages to the frame around it:
 *
 *     { source: 'vivarium', type: 'resize', height }
 *     { source: 'vivarium', type: 'result', reason, exitCode, stdout }
 *     { source: 'vivarium', type: 'exercise', lesson, exercise, solved, attempts }
 *
 * They tell what was done and hold nothing secret, so they go to whoever embeds the page. `boot.js` marks the document.
 */
const isEmbedded = document.documentElement.classList.contains('embed') && window.parent !== window;

export function tellFrame(message: { type: string } & Record<string, unknown>): void {
    if (isEmbedded)
        window.parent.postMessage({ source: 'vivarium', ...message }, '*');
}

export function connectEmbed(): void {
    if (!document.documentElement.classList.contains('embed'))
        return;
    const tell = (): void => tellFrame({ type: 'resize', height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
    new ResizeObserver(tell).observe(document.body);
    tell();
}
