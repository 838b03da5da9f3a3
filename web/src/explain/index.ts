/** The explanation of an error as a part of the page: a chunk of its own, loaded when the first error is met. */
import { explain, explainTexts, type Place, placeText, type RaisedLast } from './explain';

export { explain, lastTraceback } from './explain';

/** Draws the explanation; `show` is called with the place when its link is followed. */
export function drawExplanation(host: HTMLElement, raised: RaisedLast, language: string, several: boolean, show: (place: Place) => void): void {
    const { what, attempt } = explain(raised.type, raised.message, language);
    const t = explainTexts(language);
    const list = document.createElement('dl');
    const entry = (term: string, content: Node | string): void => {
        const dt = document.createElement('dt');
        dt.textContent = term;
        const dd = document.createElement('dd');
        dd.append(content);
        list.append(dt, dd);
    };
    entry(t.happened, what);
    const { place } = raised;
    if (place) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'link';
        button.textContent = placeText(place, language, several);
        button.addEventListener('click', () => show(place));
        entry(t.where, button);
    }
    entry(t.attempt, attempt);
    host.replaceChildren(list);
    host.hidden = false;
}
