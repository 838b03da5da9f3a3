/**
 * render.ts - a parsed lesson as HTML. Runs when the site is built, so a lesson is readable before any script loads.
 *
 * The page's script finds its places by `data-*` attributes: `data-block` on an example, `data-run` on its button,
 * `data-predict` on a prediction, `data-exercise`, `data-quiz`, `data-parsons`; what else it needs is JSON (data.ts).
 * Nothing in the HTML says which answer of a prediction is right: running the block does.
 */
import type Token from 'markdown-it/lib/token.mjs';
import { exerciseData, jsonForScript, lessonData, parsonsData } from './data';
import type { DirectiveMeta } from './directive';
import { shownSource } from './hidden';
import { escapeHtml, highlightPython, highlightSession } from './highlight';
import type { Messages } from '../i18n/en';
import { en } from '../i18n/en/exercise';
import { zhCN } from '../i18n/zh-cn/exercise';
import type { CodeBlock, Exercise, FenceMeta, FrozenView, Lesson, OptionMeta } from './model';
import { createMarkdown } from './parse';
import { viewTexts } from '../views/texts';
import type { ViewName } from '../views/view';

const RUNNABLE = ['run', 'step', 'repl', 'starter'];
/** Not shown to learners in their place. */
const HIDDEN = ['setup', 'starter', 'solution', 'check', 'secret', 'mistake'];
const ASIDES = ['note', 'tip', 'warning', 'deeper'] as const;

/** Characters written without spaces between them, and their punctuation. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d]/;

type AsideName = (typeof ASIDES)[number];
type Texts = Messages & typeof en;

export interface DrawnView {
    svg: string;
    table: string;
}

export interface RenderOptions {
    /** The lesson's own files, for its programs: path -> text. */
    files?: ReadonlyMap<string, string>;
    /** The address in the site of what a relative link or image of the lesson points to. */
    resolve?(address: string): string;
    /** The pictures of its views, as HTML; without them only their words are there. */
    drawn?: ReadonlyMap<FrozenView, DrawnView>;
}

export function renderLesson(lesson: Lesson, messages: Messages, options: RenderOptions = {}): string {
    return new Renderer(lesson, { ...messages, ...(lesson.language.startsWith('zh') ? zhCN : en) }, options).render();
}

class Renderer {
    private readonly md = createMarkdown();
    private readonly directives: DirectiveMeta[] = [];
    private hints = 0;

    constructor(private readonly lesson: Lesson, private readonly t: Texts, private readonly options: RenderOptions) {}

    render(): string {
        const { lesson, md, t } = this;
        this.setRules();
        const { summary: about, minutes: length } = lesson.matter;
        const title = escapeHtml(lesson.matter.title ?? '');
        const summary = about ? `<p class="summary">${md.renderInline(about)}</p>\n` : '';
        const minutes = length ? `<p class="minutes">${escapeHtml(t.minutes(length))}</p>\n` : '';
        const body = md.renderer.render(lesson.tokens, md.options, {});
        const data = jsonForScript(lessonData(lesson, this.options.files));
        return `<h1>${title}</h1>\n${summary}${minutes}${body}`
            + `<script type="application/json" data-lesson-data>${data}</script>\n`;
    }

    private setRules(): void {
        const { rules } = this.md.renderer;
        const { t } = this;
        rules.fence = (tokens, i) => {
            const token = tokens[i]!;
            const meta = token.meta as FenceMeta;
            if (meta.kind === 'python')
                return this.python(token.content, meta);
            if (meta.kind === 'output')
                return renderOutput(token.content, meta, t);
            return `<pre class="code" tabindex="0"><code>${escapeHtml(token.content)}</code></pre>\n`;
        };
        rules.directive_open = (tokens, i) => this.open(tokens[i]!.meta as DirectiveMeta);
        rules.directive_close = () => this.close();
        const isOption = (token: Token): OptionMeta | null => token.meta as OptionMeta | null;
        rules.list_item_open = (tokens, i, options, _env, self) => {
            const choice = isOption(tokens[i]!);
            return choice ? this.option(choice) : self.renderToken(tokens, i, options);
        };
        rules.option_label_close = () => '</label>';
        rules.option_why_open = () => '<div class="why" hidden>';
        rules.option_why_close = () => '</div>';
        rules.link_open = (tokens, i, options, _env, self) => {
            const token = tokens[i]!;
            const address = token.attrGet('href') ?? '';
            if (/^https?:/i.test(address))
                token.attrSet('rel', 'noreferrer');
            else
                token.attrSet('href', this.options.resolve?.(address) ?? address);
            return self.renderToken(tokens, i, options);
        };
        const image = rules.image!;
        rules.image = (tokens, i, options, env, self) => {
            const token = tokens[i]!;
            const address = token.attrGet('src') ?? '';
            token.attrSet('src', this.options.resolve?.(address) ?? address);
            token.attrSet('loading', 'lazy');
            return image(tokens, i, options, env, self);
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
    }

    private python(source: string, meta: FenceMeta): string {
        return HIDDEN.includes(meta.role!) ? '' : this.example(source, meta.id, meta.role!);
    }

    private example(source: string, id: string, role: CodeBlock['role']): string {
        const { t } = this;
        const block = this.lesson.blocks.find((each) => each.id === id);
        const file = block?.info.keys.file;
        const runnable = RUNNABLE.includes(role);
        const name = escapeHtml(id);
        const button = runnable
            ? `<button type="button" class="run-example needs-script" data-run="${name}">${escapeHtml(t.runExample)}</button>`
            : '';
        const kind = role === 'starter' ? t.starter : role === 'repl' ? t.session : runnable ? t.example : t.notRunnable;
        const label = escapeHtml(file === undefined ? kind : t.file(file));
        const views = block?.info.keys.views;
        const more = (views ? ` data-views="${escapeHtml(views)}"` : '') + (role === 'step' ? ' data-step' : '');
        return `<figure class="example" id="${name}" data-block="${name}" data-role="${role}"${more}>`
            + `<figcaption><span>${label}</span>${button}</figcaption>`
            + `<pre class="code" tabindex="0"><code>${role === 'repl' ? highlightSession(source) : highlightPython(source)}</code></pre></figure>\n`;
    }

    private option(choice: OptionMeta): string {
        const group = this.directives.find((each) => each.id === choice.group);
        const quiz = group?.name === 'quiz';
        const right = quiz && this.lesson.quizzes.find((each) => each.id === choice.group)?.options[choice.option]?.right;
        const judged = quiz ? ` data-right="${right ? 'yes' : 'no'}"` : '';
        const type = group?.multiple ? 'checkbox' : 'radio';
        const value = quiz ? `${choice.option}` : escapeHtml(choice.text);
        return `<li class="answer"${judged}><label><input type="${type}" name="${escapeHtml(choice.group)}" value="${value}"> `;
    }

    private open(meta: DirectiveMeta): string {
        const { t } = this;
        const { name, info } = meta;
        this.directives.push(meta);
        const id = info.anchor && name !== 'message' ? ` id="${escapeHtml(info.anchor)}"` : '';
        const own = escapeHtml(meta.id ?? '');
        switch (name) {
        case 'predict':
            return `<form class="predict"${id} data-predict="${escapeHtml(meta.prediction?.of ?? '')}">`
                + `<fieldset><legend>${escapeHtml(t.predict)}</legend>\n`;
        case 'quiz':
            return `<form class="quiz"${id} data-quiz="${own}" data-multiple="${meta.multiple ? 'yes' : 'no'}">`
                + `<fieldset><legend>${escapeHtml(meta.multiple ? t.quizMany : t.quiz)}</legend>\n`;
        case 'exercise':
            this.hints = 0;
            return this.openExercise(meta, id);
        case 'hint':
            return `<div class="hint" data-hint hidden><p class="hint-title">${escapeHtml(t.hint(++this.hints))}</p>\n`;
        case 'message': {
            const on = this.exercise(meta.owner)?.messages.find((each) => each.id === meta.id)?.on;
            return `<div class="message" data-message="${own}"${on ? ` data-on="${escapeHtml(on)}"` : ''} hidden>\n`;
        }
        case 'solution':
            return '<div class="solution-text" data-solution-text hidden>\n';
        case 'parsons':
            return `<section class="parsons"${id} data-parsons="${own}" aria-label="${escapeHtml(t.parsons)}">`
                + `<p class="parsons-title">${escapeHtml(t.parsons)}</p>\n`;
        case 'view': {
            const drawn = this.options.drawn?.get(meta.frozen!);
            // Scrolls by itself, so the keyboard must reach it.
            const label = escapeHtml(t.frozen(viewTexts(this.lesson.language).viewNames[meta.frozen!.view as ViewName]));
            const picture = drawn ? `<div class="frozen-picture" tabindex="0" role="region" aria-label="${label}">${drawn.svg}</div>`
                + `<details class="frozen-table"><summary>${escapeHtml(t.asTable)}</summary><div class="table" tabindex="0" role="region" `
                + `aria-label="${escapeHtml(t.asTable)}">${drawn.table}</div></details>` : '';
            return `<figure class="frozen-view"${id} data-view-of="${escapeHtml(meta.frozen!.of)}">${picture}<figcaption>\n`;
        }
        default: {
            if (!(ASIDES as readonly string[]).includes(name))
                return `<section class="directive ${escapeHtml(name)}"${id}>\n`;
            const title = escapeHtml(info.keys.title ?? t.asides[name as AsideName]);
            return `<aside class="aside ${name}"${id} aria-label="${title}"><p class="aside-title">${title}</p>\n`;
        }
        }
    }

    private close(): string {
        const { t } = this;
        const meta = this.directives.pop()!;
        switch (meta.name) {
        case 'predict':
            return question(t.checkPrediction);
        case 'quiz':
            return question(t.checkQuiz);
        case 'exercise': {
            const exercise = this.exercise(meta.id);
            return exercise ? this.closeExercise(exercise) : '</section>\n';
        }
        case 'hint':
        case 'message':
        case 'solution':
            return '</div>\n';
        case 'view':
            return '</figcaption></figure>\n';
        case 'parsons': {
            const puzzle = this.lesson.parsons.find((each) => each.id === meta.id);
            const data = jsonForScript(puzzle ? parsonsData(puzzle) : { lines: [], distractors: [] });
            return '<ol data-lines hidden></ol>'
                + `<script type="application/json" data-lines>${data}</script><p class="verdict" role="status"></p></section>\n`;
        }
        default:
            return (ASIDES as readonly string[]).includes(meta.name) ? '</aside>\n' : '</section>\n';
        }
    }

    private exercise(id: string | undefined): Exercise | undefined {
        return this.lesson.exercises.find((each) => each.id === id);
    }

    private openExercise(meta: DirectiveMeta, id: string): string {
        const { t } = this;
        const exercise = this.exercise(meta.id);
        const data = exercise && exerciseData(exercise, this.lesson.matter);
        const attempts = data?.attempts === undefined ? '' : ` data-attempts="${data.attempts}"`;
        const title = escapeHtml(exercise?.title ?? t.exercise);
        return `<section class="exercise"${id} data-exercise="${escapeHtml(meta.id ?? '')}"${attempts} data-reveal="${data?.reveal}" `
            + `aria-label="${title}"><p class="exercise-kind">${escapeHtml(t.exercise)}</p><p class="exercise-title">${title}</p>\n`;
    }

    /** The fences come after the prose, in one order, so that a translation need not repeat them. */
    private closeExercise(exercise: Exercise): string {
        const { t } = this;
        const checks = exercise.checks.flatMap((block, i) => (block.role === 'secret' ? []
            : [`<li data-check="${i}"><pre class="code" tabindex="0"><code>${highlightPython(withoutIds(shownSource(block)))}</code></pre></li>`]));
        const data = jsonForScript(exerciseData(exercise, this.lesson.matter));
        return this.example(shownSource(exercise.starter), exercise.starter.id, 'starter')
            + `<p class="checks-title">${escapeHtml(t.checks)}</p><ol class="checks">${checks.join('')}</ol>\n`
            + `<figure class="solution" data-solution hidden><figcaption>${escapeHtml(t.solution)}</figcaption>`
            + `<pre class="code" tabindex="0"><code>${highlightPython(shownSource(exercise.solution))}</code></pre></figure>\n`
            + `<script type="application/json" data-exercise-data>${data}</script>`
            + '<p class="needs-script exercise-buttons" data-exercise-buttons></p><p class="verdict" role="status"></p></section>\n';
    }
}

/** Which message a failed assert shows is the author's business. */
function withoutIds(source: string): string {
    return source.replace(/,\s*(["'])#[\w-]+\1[ \t]*$/gm, '');
}

function renderOutput(text: string, meta: FenceMeta, t: Texts): string {
    return `<figure class="output" data-output-of="${escapeHtml(meta.target ?? '')}">`
        + `<figcaption>${escapeHtml(t.prints)}</figcaption>`
        + `<pre tabindex="0"><samp>${escapeHtml(text)}</samp></pre></figure>\n`;
}

function question(button: string): string {
    return `</fieldset><p class="needs-script"><button type="submit">${escapeHtml(button)}</button></p>`
        + '<p class="verdict" role="status"></p></form>\n';
}
