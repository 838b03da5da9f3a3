/**
 * pages.ts - the lessons as pages: fills the template `index.html` once for every lesson and language.
 *
 * The same code serves the dev server and the build. A problem in a lesson fails the build with its file and line, and
 * shows in the dev server's overlay.
 */
import type { Plugin, ViteDevServer } from 'vite';
import { createHash } from 'node:crypto';
import { messagesFor, type Messages } from '../src/i18n';
import { type Course, type CourseLesson, loadCourse, titleIn } from '../src/lessons/course';
import { escapeHtml } from '../src/lessons/highlight';
import { formatProblem, LessonError } from '../src/lessons/problem';
import { renderLesson } from '../src/lessons/render';
import { STYLE_NONCE } from '../src/editor/nonce';

export interface PagesOptions {
    /** Folder of the course. */
    lessons: string;
}

interface Page {
    /** `en/objects/equal-or-same/`, or empty for the root. */
    path: string;
    language: string;
    lesson: CourseLesson;
}

const DEFAULT_LANGUAGE = 'en';
/** Up to so many lessons the whole list of contents is in sight. */
const SHORT_COURSE = 8;

// What the page may load: itself. Scripts only from files; styles from files and CodeMirror's one marked element.
const POLICY = [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' 'nonce-${STYLE_NONCE}'`,
    "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
    "base-uri 'none'", "form-action 'none'",
].join('; ');
const POLICY_TAG = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

function pagesOf(course: Course): Page[] {
    const pages: Page[] = [];
    for (const lesson of course.chapters.flatMap((chapter) => chapter.lessons)) {
        for (const language of lesson.languages.keys())
            pages.push({ path: `${language}/${lesson.address}/`, language, lesson });
    }
    const first = pages.find((page) => page.language === DEFAULT_LANGUAGE);
    return first ? [{ ...first, path: '' }, ...pages] : pages;
}

/** From a page back to the root of the site. */
function rootFrom(path: string): string {
    return '../'.repeat(path.split('/').length - 1) || './';
}

function link(page: Page, target: CourseLesson, language: string, text: string, attributes = ''): string {
    const address = `${rootFrom(page.path)}${language}/${target.address}/`;
    return `<a data-lesson-link href="${address}"${attributes}>${text}</a>`;
}

function contents(course: Course, page: Page): string {
    const chapters = course.chapters.map((chapter) => {
        const lessons = chapter.lessons.filter((lesson) => lesson.languages.has(page.language)).map((lesson) => {
            const title = escapeHtml(lesson.languages.get(page.language)!.matter.title ?? '');
            const current = lesson === page.lesson ? ' aria-current="page"' : '';
            const text = `<span class="number">${lesson.number}</span> ${title}`;
            return `<li>${link(page, lesson, page.language, text, current)}</li>`;
        });
        return `<li><span class="chapter"><span class="number">${chapter.number}</span> `
            + `${escapeHtml(titleIn(chapter.matter, page.language))}</span><ol>${lessons.join('')}</ol></li>`;
    });
    const list = `<ol>${chapters.join('')}</ol>`;
    if (course.chapters.reduce((sum, chapter) => sum + chapter.lessons.length, 0) <= SHORT_COURSE)
        return list;
    const title = escapeHtml(page.lesson.languages.get(page.language)!.matter.title ?? '');
    return `<details><summary><span class="number">${page.lesson.number}</span> ${title}</summary>${list}</details>`;
}

function turnLinks(course: Course, page: Page, t: Messages): string {
    const lessons = course.chapters.flatMap((chapter) => chapter.lessons)
        .filter((lesson) => lesson.languages.has(page.language));
    const at = lessons.indexOf(page.lesson);
    const turn = (lesson: CourseLesson | undefined, label: string, rel: string): string => {
        const title = escapeHtml(lesson?.languages.get(page.language)?.matter.title ?? '');
        return lesson ? link(page, lesson, page.language, `<small>${label}</small> ${title}`, ` rel="${rel}"`) : '';
    };
    return turn(lessons[at - 1], t.previous, 'prev') + turn(lessons[at + 1], t.next, 'next');
}

function languageLinks(course: Course, page: Page): string {
    return course.languages.filter((language) => page.lesson.languages.has(language)).map((language) => {
        const current = language === page.language ? ' aria-current="true"' : '';
        const attributes = ` lang="${language}" hreflang="${language}"${current}`;
        return link(page, page.lesson, language, messagesFor(language).languageName, attributes);
    }).join('');
}

/** Fills the template for one page; asset addresses that begin with `./` are made relative to it. */
function fill(template: string, course: Course, page: Page): string {
    const t = messagesFor(page.language);
    const lesson = page.lesson.languages.get(page.language)!;
    const root = rootFrom(page.path);
    const first = lesson.blocks.find((block) => block.role === 'run');
    const slots: Record<string, string> = {
        lang: page.language,
        root: page.path === '' ? 'yes' : 'no',
        title: escapeHtml(`${lesson.matter.title} · Vivarium`),
        summary: escapeHtml((lesson.matter.summary ?? '').replaceAll('`', '')),
        alternates: [...page.lesson.languages.keys()].map((language) => {
            const address = `${root}${language}/${page.lesson.address}/`;
            return `<link rel="alternate" hreflang="${language}" href="${address}">`;
        }).join('\n'),
        home: root,
        languages: languageLinks(course, page),
        nav: contents(course, page),
        address: page.lesson.address,
        lesson: renderLesson(lesson, t),
        turn: turnLinks(course, page, t),
        code: escapeHtml((first?.source ?? '').trimEnd()),
    };
    const text = t as unknown as Record<string, string>;
    return template
        .replace(/((?:href|src)=")\.\//g, `$1${root}`)
        .replace(/<!--\{\{(\w+)\}\}-->/g, '{{$1}}')
        .replace(/\{\{(t:)?(\w+)\}\}/g, (whole, message, name) =>
            (message ? escapeHtml(text[name] ?? whole) : slots[name] ?? whole));
}

export function pages({ lessons }: PagesOptions): Plugin {
    let course: Course;
    const reload = (): void => {
        course = loadCourse(lessons);
        if (course.problems.length > 0)
            throw new LessonError(course.problems);
    };
    return {
        name: 'vivarium-pages',
        enforce: 'post',
        buildStart() {
            reload();
            for (const warning of course.warnings)
                this.warn(formatProblem(warning));
        },
        configureServer(server: ViteDevServer) {
            server.watcher.add(lessons);
            server.watcher.on('all', (_event, file) => {
                if (file.startsWith(lessons))
                    server.ws.send({ type: 'full-reload' });
            });
            // Every lesson's address is the template; transformIndexHtml looks at the address asked for.
            server.middlewares.use((request, _response, next) => {
                const path = decodeURI((request.url ?? '/').split('?')[0]!);
                if (path.endsWith('/') && pagesOf(course).some((page) => `/${page.path}` === path))
                    request.url = '/index.html';
                next();
            });
        },
        transformIndexHtml: {
            order: 'post',
            handler(html, context) {
                if (!context.server)
                    return html.replace('<meta charset="utf-8">', `$&\n${POLICY_TAG}`);
                reload();
                const path = decodeURI((context.originalUrl ?? '/').split('?')[0]!).slice(1);
                const page = pagesOf(course).find((each) => each.path === path) ?? pagesOf(course)[0];
                return page ? fill(html, course, page) : html;
            },
        },
        generateBundle(_options, bundle) {
            const template = bundle['index.html'];
            if (template?.type !== 'asset')
                throw new Error('the build did not produce index.html');
            const html = template.source.toString();
            delete bundle['index.html'];
            for (const page of pagesOf(course))
                this.emitFile({ type: 'asset', fileName: `${page.path}index.html`, source: fill(html, course, page) });
        },
    };
}

/** First characters of the content's hash, for addresses that may be cached for ever. */
export function shortHash(...contents: Uint8Array[]): string {
    const hash = createHash('sha256');
    for (const each of contents)
        hash.update(each);
    return hash.digest('hex').slice(0, 10);
}
