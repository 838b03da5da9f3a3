/**
 * pages.ts - the course as pages: `index.html` once for every page and language (template.ts says which and how).
 *
 * The same code serves the dev server and the build. A problem in a lesson fails the build with its file and line, and
 * shows in the dev server's overlay.
 */
import type { Plugin, ViteDevServer } from 'vite';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Course, loadCourse } from '../src/lessons/course';
import { linkedFiles } from '../src/lessons/links';
import { formatProblem, LessonError } from '../src/lessons/problem';
import { STYLE_NONCE } from '../src/editor/nonce';
import { Pictures } from './pictures';
import { type Drawn, fileOfPage, fill, pagesOf, searchIndex } from './template';

export interface PagesOptions {
    /** Folder of the course. */
    lessons: string;
    /** Folder of the core's build for the page. */
    wasm: string;
    /** Folder of the standard library. */
    library: string;
}

// What the page may load: itself. Scripts only from files; styles from files and CodeMirror's one marked element.
const POLICY = [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' 'nonce-${STYLE_NONCE}'`,
    "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
    "base-uri 'none'", "form-action 'none'",
].join('; ');
const POLICY_TAG = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`;

export function pages({ lessons, wasm, library }: PagesOptions): Plugin {
    let course: Course;
    let live = false;
    const pictures = new Pictures(wasm, library);
    let drawn: Drawn = new Map();
    const reload = async (): Promise<void> => {
        course = loadCourse(lessons);
        if (course.problems.length > 0)
            throw new LessonError(course.problems);
        if (!pictures.possible)
            return;
        const { drawn: all, problems } = await pictures.draw(course);
        drawn = all;
        if (problems.length > 0)
            throw new LessonError(problems);
    };
    return {
        name: 'vivarium-pages',
        enforce: 'post',
        async buildStart() {
            try {
                await reload();
            } catch (error) {
                // A course that is being written may be wrong for a while: the preview says so in its page.
                if (!live || !(error instanceof LessonError))
                    throw error;
                this.warn(error.message);
            }
            for (const warning of course.warnings)
                this.warn(formatProblem(warning));
        },
        configureServer(server: ViteDevServer) {
            live = true;
            server.watcher.add(lessons);
            server.watcher.on('all', (_event, file) => {
                if (file.startsWith(lessons))
                    server.ws.send({ type: 'full-reload' });
            });
            // Every lesson's address is the template; transformIndexHtml looks at the address asked for.
            server.middlewares.use((request, response, next) => {
                const path = decodeURI((request.url ?? '/').split('?')[0]!);
                const index = /^\/([\w-]+)\/search\.json$/.exec(path);
                if (index && course.languages.includes(index[1]!))
                    return void response.end(searchIndex(course, index[1]!));
                const linked = linkedFiles(course).get(path.slice(1));
                if (linked) {
                    response.setHeader('Content-Type', linked.endsWith('.svg') ? 'image/svg+xml' : 'application/octet-stream');
                    return void response.end(readFileSync(linked));
                }
                if (path.endsWith('/') && pagesOf(course).some((page) => `/${page.path}` === path))
                    request.url = '/index.html';
                next();
            });
        },
        transformIndexHtml: {
            order: 'post',
            async handler(html, context) {
                if (!context.server)
                    return html.replace('<meta charset="utf-8">', `$&\n${POLICY_TAG}`);
                await reload();
                const path = decodeURI((context.originalUrl ?? '/').split('?')[0]!).slice(1);
                const page = pagesOf(course).find((each) => each.path === path) ?? pagesOf(course)[0];
                return page ? fill(html, course, page, drawn) : html;
            },
        },
        generateBundle(_options, bundle) {
            const template = bundle['index.html'];
            if (template?.type !== 'asset')
                throw new Error('the build did not produce index.html');
            const html = template.source.toString();
            delete bundle['index.html'];
            for (const page of pagesOf(course))
                this.emitFile({ type: 'asset', fileName: fileOfPage(page), source: fill(html, course, page, drawn) });
            for (const [fileName, file] of linkedFiles(course))
                this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
            for (const language of course.languages)
                this.emitFile({ type: 'asset', fileName: `${language}/search.json`, source: searchIndex(course, language) });
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
