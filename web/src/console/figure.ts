/**
 * figure.ts - figures in a program's output: a message that the console draws in place of showing.
 *
 *     ESC ] 5379 ; KIND ; JSON ESC \      (or BEL at the end)
 *
 * JSON is ASCII without control characters, at most `MOST_FIGURE` long with its kind. Kind `objgraph` is what views/graph.ts
 * reads. A terminal that does not know the number ignores it. A program finds out that its console draws by the file
 * `FIGURES_FILE`, which lists the kinds, one a line; where it is not, programs print text alone. Whatever is not such a
 * message to the last letter is shown as the text that it is.
 */
export const FIGURE_START = '\x1b]5379;';
export const FIGURES_FILE = '/lib/vivarium/figures';
export const FIGURE_KINDS = 'objgraph\n';
export const MOST_FIGURE = 60_000;

/** Output without its figures: what it says in text. */
export const withoutFigures = (output: string): string =>
    // eslint-disable-next-line no-control-regex
    output.includes(FIGURE_START) ? output.replace(/\x1b\]5379;[\x20-\x7e]{0,60000}(?:\x07|\x1b\\)/g, '') : output;
