/** static.ts - frozen pictures for pages that are built, not run: no DOM, so the site's build calls it in Node. */
import { REGISTRY } from './registry';
import { sceneToSvg } from './scene';
import { tablesToHtml } from './table';
import { viewTexts } from './texts';
import { type Ask, NO_CHOICES, type ViewName } from './view';

/**
 * The picture of a view and its table twin, as HTML text. `ask` answers questions about a program at its moment (see
 * observe.h); `before` is asked about the moment before, if what has changed since is to be marked. The colours are the
 * variables of tokens.css, so the picture follows the theme of the page that it stands in; nothing in it can run.
 */
export async function drawStatic(name: ViewName, ask: Ask, { language = 'en', before, picks = {} }: {
    language?: string; before?: Ask; picks?: Record<string, string>;
} = {}): Promise<{ svg: string; table: string; news: string }> {
    const view = REGISTRY[name];
    if (view === undefined)
        throw new Error(`there is no view ${name}`);
    const texts = viewTexts(language);
    const choices = { ...NO_CHOICES, picks };
    const earlier = before ? await view.read(before, choices, undefined) : undefined;
    const layout = earlier === undefined ? new Map() : view.draw(earlier, choices, texts, new Map()).layout;
    const model = await view.read(ask, choices, earlier);
    return {
        svg: sceneToSvg(view.draw(model, choices, texts, layout).scene),
        table: tablesToHtml(view.tables(model, choices, texts)),
        news: view.news(model, texts),
    };
}
