/**
 * render.ts - a parsed lesson as HTML. Runs when the site is built, so a lesson is readable before any script loads.
 *
 * The page's script finds its places by `data-*` attributes: `data-block` on an example, `data-run` on its button,
 * `data-predict` on a prediction. Nothing in the HTML says which answer is right: running the block does.
 */
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { DirectiveMeta } from './directive';
import { escapeHtml, highlightPython } from './highlight';
import type { Messages } from '../i18n/en';
import type { FenceMeta, Lesson } from './parse';

const RUNNABLE = ['run', 'step', 'repl', 'starter'];
/** Not shown to learners. */
const HIDDEN = ['setup', 'solution', 'check', 'secret', 'mistake'];
const ASIDES = ['note', 'tip', 'warning', 'deeper'] as const;

/** Characters written without spaces between them, and their punctuation. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d]/;

type AsideName = (typeof ASIDES)[number];

export function renderLesson(lesson: Lesson, t: Messages): string {
    const md = new MarkdownIt({ html: false });
    const rules = md.renderer.rules;
    const option = (token: Token): { option: string; predict: string } | null =>
        token.meta as { option: string; predict: string } | null;

    rules.fence = (tokens, i) => {
        const token = tokens[i]!;
        const meta = token.meta as FenceMeta;
        if (meta.kind === 'python')
            return renderPython(token.content, meta, t);
        if (meta.kind === 'output')
            return renderOutput(token.content, meta, t);
        return `<pre class="code" tabindex="0"><code>${escapeHtml(token.content)}</code></pre>\n`;
    };
    rules.directive_open = (tokens, i) => openDirective(tokens[i]!.meta as DirectiveMeta, t);
    rules.directive_close = (tokens, i) => closeDirective(tokens[i]!.meta as DirectiveMeta, t);
    rules.list_item_open = (tokens, i, options, _env, self) => {
        const choice = option(tokens[i]!);
        if (!choice)
            return self.renderToken(tokens, i, options);
        const value = escapeHtml(choice.option);
        return `<li class="answer"><label><input type="radio" name="${choice.predict}" value="${value}"> `;
    };
    rules.list_item_close = (tokens, i, options, _env, self) => {
        let open = i;
        while (open > 0 && !(tokens[open]!.type === 'list_item_open' && tokens[open]!.level === tokens[i]!.level))
            open--;
        return option(tokens[open]!) ? '</label></li>\n' : self.renderToken(tokens, i, options);
    };
    rules.link_open = (tokens, i, options, _env, self) => {
        const token = tokens[i]!;
        if (/^https?:/i.test(token.attrGet('href') ?? ''))
            token.attrSet('rel', 'noreferrer');
        return self.renderToken(tokens, i, options);
    };
    rules.text = (tokens, i) => escapeHtml(tokens[i]!.content).replace(/(\w)'(\w)/g, '$1’$2');
    // A line end between two Chinese characters is layout, not a space.
    rules.softbreak = (tokens, i) => {
        const [before, after] = [tokens[i - 1]?.content ?? '', tokens[i + 1]?.content ?? ''];
        return WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1)) ? '' : '\n';
    };
    const table = `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(t.table)}">`;
    rules.table_open = () => `${table}<table>\n`;
    rules.table_close = () => '</table></div>\n';

    const { summary: about, minutes: length } = lesson.matter;
    const title = escapeHtml(lesson.matter.title ?? '');
    const summary = about ? `<p class="summary">${md.renderInline(about)}</p>\n` : '';
    const minutes = length ? `<p class="minutes">${escapeHtml(t.minutes(length))}</p>\n` : '';
    return `<h1>${title}</h1>\n${summary}${minutes}${md.renderer.render(lesson.tokens, md.options, {})}`;
}

function renderPython(source: string, meta: FenceMeta, t: Messages): string {
    if (HIDDEN.includes(meta.role!))
        return '';
    const runnable = RUNNABLE.includes(meta.role!);
    const id = escapeHtml(meta.id);
    const button = runnable
        ? `<button type="button" class="run-example needs-script" data-run="${id}">${escapeHtml(t.runExample)}</button>`
        : '';
    const label = escapeHtml(runnable ? t.example : t.notRunnable);
    return `<figure class="example" id="${id}" data-block="${id}" data-role="${meta.role}">`
        + `<figcaption><span>${label}</span>${button}</figcaption>`
        + `<pre class="code" tabindex="0"><code>${highlightPython(source)}</code></pre></figure>\n`;
}

function renderOutput(text: string, meta: FenceMeta, t: Messages): string {
    return `<figure class="output" data-output-of="${escapeHtml(meta.target ?? '')}">`
        + `<figcaption>${escapeHtml(t.prints)}</figcaption>`
        + `<pre tabindex="0"><samp>${escapeHtml(text)}</samp></pre></figure>\n`;
}

function openDirective(meta: DirectiveMeta, t: Messages): string {
    const { name, info } = meta;
    const id = info.anchor ? ` id="${escapeHtml(info.anchor)}"` : '';
    if (name === 'predict') {
        return `<form class="predict"${id} data-predict="${escapeHtml(meta.prediction?.of ?? '')}">`
            + `<fieldset><legend>${escapeHtml(t.predict)}</legend>\n`;
    }
    if ((ASIDES as readonly string[]).includes(name)) {
        const title = escapeHtml(info.keys.title ?? t.asides[name as AsideName]);
        return `<aside class="aside ${name}"${id} aria-label="${title}"><p class="aside-title">${title}</p>\n`;
    }
    return `<section class="directive ${escapeHtml(name)}"${id}>\n`;
}

function closeDirective(meta: DirectiveMeta, t: Messages): string {
    if (meta.name === 'predict') {
        return `</fieldset><p class="needs-script"><button type="submit">${escapeHtml(t.checkPrediction)}</button></p>`
            + '<p class="verdict" role="status"></p></form>\n';
    }
    return (ASIDES as readonly string[]).includes(meta.name) ? '</aside>\n' : '</section>\n';
}
