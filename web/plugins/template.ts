/**
 * template.ts - which pages the site has, and `index.html` filled for each: a lesson, the course, the playground, "about",
 * and the page for an address that does not exist.
 */
import { messagesFor, type Messages } from '../src/i18n';
import { type Course, type CourseLesson, titleIn } from '../src/lessons/course';
import { escapeHtml } from '../src/lessons/highlight';
import { targetOf } from '../src/lessons/links';
import type { Lesson } from '../src/lessons/parse';
import type { FrozenView } from '../src/lessons/model';
import { type DrawnView, renderLesson } from '../src/lessons/render';
import { aboutHtml } from './about';

export type PageKind = 'lesson' | 'home' | 'playground' | 'about' | 'missing';

export interface Page {
    kind: PageKind;
    /** `en/objects/equal-or-same/`, or empty for the root. */
    path: string;
    language: string;
    lesson?: CourseLesson;
}

/** The pictures of the course's frozen views. */
export type Drawn = ReadonlyMap<FrozenView, DrawnView>;

const DEFAULT_LANGUAGE = 'en';
const MISSING = '404.html';
/** The folders of the pages that are not lessons, below their language's. */
const FOLDERS = { home: '', playground: 'playground/', about: 'about/' } as const;

export function pagesOf(course: Course): Page[] {
    const pages: Page[] = [
        { kind: 'home', path: '', language: DEFAULT_LANGUAGE },
        { kind: 'missing', path: MISSING, language: DEFAULT_LANGUAGE },
    ];
    for (const language of course.languages) {
        for (const [kind, folder] of Object.entries(FOLDERS))
            pages.push({ kind: kind as PageKind, path: `${language}/${folder}`, language });
    }
    for (const lesson of course.chapters.flatMap((chapter) => chapter.lessons)) {
        for (const language of lesson.languages.keys())
            pages.push({ kind: 'lesson', path: `${language}/${lesson.address}/`, language, lesson });
    }
    return pages;
}

/** The file of a page in the built site. */
export function fileOfPage(page: Page): string {
    return page.kind === 'missing' ? page.path : `${page.path}index.html`;
}

/** Where the site is on its host: only the page for missing addresses, which is shown at any of them, has to know. */
const SITE_BASE = process.env.VIVARIUM_BASE ?? '/';

/** From a page back to the root of the site. */
function rootFrom(path: string): string {
    if (path === MISSING)
        return SITE_BASE;
    return '../'.repeat(path.split('/').length - 1) || './';
}

const addressOf = (page: Page, target: string): string => rootFrom(page.path) + target;

function link(page: Page, target: CourseLesson, language: string, text: string, attributes = ''): string {
    const address = addressOf(page, `${language}/${target.address}/`);
    // Between lessons the page stays, with Python warm; from another kind of page the browser goes.
    const stay = page.kind === 'lesson' ? ' data-lesson-link' : '';
    return `<a${stay} href="${address}"${attributes}>${text}</a>`;
}

/** Where a link or an image of the page's lesson leads. */
function siteAddress(course: Course, page: Page, address: string): string {
    const target = targetOf(course, page.lesson!, page.language, address);
    if (target.kind === 'other')
        return address;
    return addressOf(page, target.kind === 'file' ? target.path : `${target.language}/${target.address}/${target.anchor}`);
}

const lessonIn = (lesson: CourseLesson, language: string): Lesson | undefined => lesson.languages.get(language);
const titleOf = (lesson: CourseLesson, language: string): string => escapeHtml(lessonIn(lesson, language)?.matter.title ?? '');

/** The lessons of each chapter that exist in a language. */
function chaptersIn(course: Course, language: string) {
    return course.chapters
        .map((chapter) => ({ ...chapter, lessons: chapter.lessons.filter((lesson) => lesson.languages.has(language)) }))
        .filter((chapter) => chapter.lessons.length > 0);
}

/** The list of contents in the bar: chapters that open, the one of this page open. */
function contents(course: Course, page: Page): string {
    const chapters = chaptersIn(course, page.language).map((chapter) => {
        const lessons = chapter.lessons.map((lesson) => {
            const current = lesson === page.lesson ? ' aria-current="page"' : '';
            const text = `<span class="number">${lesson.number}</span> <span>${titleOf(lesson, page.language)}</span>`;
            return `<li data-progress="${lesson.address}">${link(page, lesson, page.language, text, current)}</li>`;
        });
        const open = page.lesson && chapter.lessons.includes(page.lesson) || course.chapters.length === 1 ? ' open' : '';
        return `<li><details${open}><summary><span class="number">${chapter.number}</span> `
            + `<span>${escapeHtml(titleIn(chapter.matter, page.language))}</span></summary><ol>${lessons.join('')}</ol></details></li>`;
    });
    return `<ol>${chapters.join('')}</ol>`;
}

function turnLinks(course: Course, page: Page, t: Messages): string {
    const lessons = chaptersIn(course, page.language).flatMap((chapter) => chapter.lessons);
    const at = lessons.indexOf(page.lesson!);
    const turn = (lesson: CourseLesson | undefined, label: string, rel: string): string =>
        lesson ? link(page, lesson, page.language, `<small>${label}</small> ${titleOf(lesson, page.language)}`, ` rel="${rel}"`) : '';
    return turn(lessons[at - 1], t.previous, 'prev') + turn(lessons[at + 1], t.next, 'next');
}

/** The addresses of this page in every language that has it. */
function variants(course: Course, page: Page): Array<{ language: string; address: string }> {
    return course.languages.filter((language) => !page.lesson || page.lesson.languages.has(language)).map((language) => {
        const folder = page.lesson ? `${page.lesson.address}/` : page.kind in FOLDERS ? FOLDERS[page.kind as keyof typeof FOLDERS] : '';
        return { language, address: addressOf(page, `${language}/${folder}`) };
    });
}

function languageLinks(course: Course, page: Page): string {
    return variants(course, page).map(({ language, address }) => {
        const current = language === page.language ? ' aria-current="true"' : '';
        const stay = page.kind === 'lesson' ? ' data-lesson-link' : '';
        return `<a${stay} href="${address}" lang="${language}" hreflang="${language}"${current}>`
            + `${messagesFor(language).languageName}</a>`;
    }).join('');
}

function whereOf(course: Course, page: Page): string {
    const chapter = course.chapters.find(({ lessons }) => lessons.includes(page.lesson!))!;
    return `<span class="number">${page.lesson!.number}</span> ${escapeHtml(titleIn(chapter.matter, page.language))}`;
}

/** The course: what it is, where to begin, and all its lessons. */
function homeHtml(course: Course, page: Page, t: Messages): string {
    const chapters = chaptersIn(course, page.language);
    const first = chapters[0]?.lessons[0];
    const count = chapters.reduce((sum, chapter) => sum + chapter.lessons.length, 0);
    const begin = first ? `<a class="button" data-part="continue" href="${addressOf(page, `${page.language}/${first.address}/`)}" data-begin="${escapeHtml(t.begin)}" `
        + `data-continue="${escapeHtml(t.continueLesson)}">${escapeHtml(t.begin)}</a>` : '';
    const play = `<a class="button second" href="${addressOf(page, `${page.language}/playground/`)}">${escapeHtml(t.playground)}</a>`;
    const list = chapters.map((chapter) => {
        const lessons = chapter.lessons.map((lesson) => {
            const text = `<span class="number">${lesson.number}</span> <span>${titleOf(lesson, page.language)}</span>`;
            const minutes = lessonIn(lesson, page.language)?.matter.minutes;
            const time = minutes ? `<small>${escapeHtml(t.minutesShort(minutes))}</small>` : '';
            return `<li data-progress="${lesson.address}">${link(page, lesson, page.language, text)}${time}</li>`;
        }).join('');
        return `<section class="chapter"><h2><span class="number">${chapter.number}</span> ${escapeHtml(titleIn(chapter.matter, page.language))}</h2>`
            + `<ol>${lessons}</ol></section>`;
    }).join('\n');
    return `<article class="home"><h1>${escapeHtml(titleIn(course.matter, page.language))}</h1>\n`
        + `<p class="summary">${escapeHtml(t.homeSummary)}</p>\n<p class="begin">${begin}${play}</p>\n`
        + `<div class="course-head"><p data-part="progress-text" data-total="${count}">${escapeHtml(t.lessonCount(count))}</p>`
        + `<p class="needs-script" data-part="progress-buttons"></p></div>\n<div class="chapters">${list}</div></article>\n`;
}

function missingHtml(course: Course, page: Page): string {
    return `<article class="lesson missing">${course.languages.map((language) => {
        const t = messagesFor(language);
        return `<section lang="${language}"><h1>${escapeHtml(t.missingTitle)}</h1><p>${escapeHtml(t.missingText)}</p>`
            + `<p><a data-home="${language}" href="${addressOf(page, `${language}/`)}">${escapeHtml(t.toContents)}</a></p></section>`;
    }).join('\n')}</article>\n`;
}

function readingHtml(course: Course, page: Page, t: Messages, drawn: Drawn): string {
    switch (page.kind) {
    case 'lesson':
        return `<p class="where" data-swap="where">${whereOf(course, page)}</p>\n`
            + `<article class="lesson" data-testid="lesson" data-swap="lesson" data-lesson="${page.lesson!.address}">\n`
            + `${renderLesson(lessonIn(page.lesson!, page.language)!, t, {
                files: page.lesson!.files, drawn, resolve: (address) => siteAddress(course, page, address),
            })}</article>\n`
            + `<p class="turn" data-swap="turn">${turnLinks(course, page, t)}</p>`;
    case 'home':
        return homeHtml(course, page, t);
    case 'about':
        return `<article class="lesson">${aboutHtml(page.language)}</article>`;
    case 'missing':
        return missingHtml(course, page);
    case 'playground':
        return '';
    }
}

function titleOfPage(course: Course, page: Page, t: Messages): { title: string; summary: string } {
    if (page.kind === 'lesson') {
        const { title, summary } = lessonIn(page.lesson!, page.language)!.matter;
        return { title: title ?? '', summary: (summary ?? '').replaceAll('`', '') };
    }
    const titles = { home: titleIn(course.matter, page.language), playground: t.playground, about: t.about, missing: t.missingTitle };
    return { title: titles[page.kind], summary: page.kind === 'home' ? t.homeSummary : page.kind === 'playground' ? t.playgroundSummary : '' };
}

/** Fills the template for one page; asset addresses that begin with `./` are made relative to it. */
export function fill(template: string, course: Course, page: Page, drawn: Drawn): string {
    const t = messagesFor(page.language);
    const root = rootFrom(page.path);
    const hasWorkbench = page.kind === 'lesson' || page.kind === 'playground';
    const first = page.lesson && lessonIn(page.lesson, page.language)!.blocks.find((block) => block.role === 'run');
    const { title, summary } = titleOfPage(course, page, t);
    const conditions: Record<string, boolean> = {
        workbench: hasWorkbench, reading: page.kind !== 'playground', lesson: page.kind === 'lesson', playground: page.kind === 'playground',
    };
    const slots: Record<string, string> = {
        lang: page.language,
        root: page.path === '' ? 'yes' : 'no',
        base: root,
        kind: page.kind,
        title: escapeHtml(`${title} · Vivarium`),
        summary: escapeHtml(summary),
        alternates: page.kind === 'missing' ? '' : variants(course, page).map(({ language, address }) =>
            `<link rel="alternate" hreflang="${language}" href="${address}">`).join('\n'),
        home: addressOf(page, `${page.language}/`),
        playground: addressOf(page, `${page.language}/playground/`),
        about: addressOf(page, `${page.language}/about/`),
        playgroundCurrent: page.kind === 'playground' ? 'page' : 'false',
        search: addressOf(page, `${page.language}/search.json`),
        languages: page.kind === 'missing' ? '' : languageLinks(course, page),
        nav: contents(course, page),
        reading: readingHtml(course, page, t, drawn),
        code: escapeHtml((first?.source ?? '').trimEnd()),
        skip: hasWorkbench ? '#workbench' : '#reading',
        skipText: hasWorkbench ? 'skipToEditor' : 'skipToText',
    };
    const text = t as unknown as Record<string, string>;
    const chosen = (html: string): string => html.replace(/<!--\[(\w+)\]-->([^]*?)<!--\[\/\1\]-->\n?/g,
        (_whole, name: string, inside: string) => (conditions[name] ? chosen(inside) : ''));
    return chosen(template)
        .replace(/((?:href|src)=")\.\//g, `$1${root}`)
        .replace(/<!--\{\{(\w+)\}\}-->/g, '{{$1}}')
        .replace(/\{\{(t:)?(\w+)\}\}/g, (whole, message, name) =>
            (message ? escapeHtml(text[slots[name] ?? name] ?? text[name] ?? whole) : slots[name] ?? whole));
}

/** What the search of a language looks through: plain text, one entry a lesson. */
export function searchIndex(course: Course, language: string): string {
    const entries = chaptersIn(course, language).flatMap((chapter) => chapter.lessons.map((lesson) => {
        const { matter, tokens } = lessonIn(lesson, language)!;
        const inline = tokens.map((token, i) => ({ token, heading: tokens[i - 1]?.type === 'heading_open' }))
            .filter(({ token }) => token.type === 'inline');
        const plain = (found: typeof inline): string[] => found.map(({ token }) =>
            (token.children ?? []).map((child) => child.type === 'softbreak' ? ' ' : child.content).join(''));
        return {
            address: lesson.address, number: lesson.number, title: matter.title ?? '', chapter: titleIn(chapter.matter, language),
            headings: plain(inline.filter(({ heading }) => heading)), concepts: matter.concepts ?? [],
            text: [matter.summary ?? '', ...plain(inline.filter(({ heading }) => !heading))].join(' '),
        };
    }));
    return JSON.stringify(entries);
}
