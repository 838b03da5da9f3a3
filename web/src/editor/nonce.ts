/**
 * nonce.ts - the one value shared by the page's content security policy and CodeMirror's `<style>` element.
 *
 * On a static host it cannot change per request, so it is no secret; it keeps every other inline style out, and
 * nothing about scripts depends on it.
 */
export const STYLE_NONCE = 'vivarium-editor';
