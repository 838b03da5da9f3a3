// views-support.mjs - real programs for the views' tests: stopped where the test wants them, asked as the page asks.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as vv from '../../src/host/browser/program.mjs';
import { reactorFile } from './support/site.mjs';

const web = fileURLToPath(new URL('../', import.meta.url));
let module;

/** A program that runs from one `input()` to the next: these are its stops. */
export function startProgram(source, name = 'main.py') {
    module ??= new WebAssembly.Module(readFileSync(reactorFile));
    let errors = '';
    const host = { write: (fd, bytes) => { errors += fd === 2 ? new TextDecoder().decode(bytes) : ''; } };
    const program = new vv.Program(vv.instantiateReactor(module, host));
    program.create({ argv: [name] });
    program.start(name, source);
    let stopped = false;
    return {
        /** Runs to the next stop; an exception, or the end, is an error. */
        next() {
            if (stopped)
                program.giveInput('\n');
            let status;
            do
                status = program.run(100_000);
            while (status === vv.BUDGET);
            if (status !== vv.WAIT)
                throw new Error(`the program is over (${status}): ${errors}`);
            stopped = true;
        },
        ask: async (question) => program.inspect(question),
    };
}

/** The views in a page of their own, under a policy stricter than the site's, with `ask` answered by `program`. */
export async function openViews(browser, program, { theme = 'light', language = 'en', width = 1000, height = 800, motion = 'no-preference', names } = {}) {
    const { outputFiles } = await build({
        stdin: {
            contents: `import { createViews, viewTexts, VIEW_NAMES } from './src/views/index.ts';
                window.views = createViews(document.querySelector('#views'), (question) => window.ask(question).then((text) => JSON.parse(text)), viewTexts(${JSON.stringify(language)}), ${JSON.stringify({ names })});
                window.viewTexts = viewTexts; window.VIEW_NAMES = VIEW_NAMES;`,
            resolveDir: web, loader: 'ts',
        },
        bundle: true, write: false, format: 'esm', outdir: 'out', target: 'es2022', logLevel: 'silent',
    });
    const file = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text;
    const css = ['tokens', 'base'].map((sheet) => readFileSync(`${web}src/styles/${sheet}.css`, 'utf8')).join('\n') + file('.css');
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: motion });
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(`${error}`));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.route('http://views.test/**', (route) => {
        const { pathname } = new URL(route.request().url());
        const [contentType, body] = pathname === '/views.js' ? ['text/javascript', file('.js')] : pathname === '/views.css' ? ['text/css', css]
            : ['text/html; charset=utf-8', `<!doctype html><html lang="${language}" data-theme="${theme}" class="has-script"><head><title>Views</title>
                <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/views.css"></head>
                <body><main><h1 class="visually-hidden">Views</h1><section aria-label="Views"><h2 class="visually-hidden">Views</h2><div id="views"></div></section></main><script type="module" src="/views.js"></script></body></html>`];
        return route.fulfill({
            contentType, body,
            headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'" },
        });
    });
    const current = { program };
    await page.exposeFunction('ask', async (question) => JSON.stringify(await current.program.ask(question)));
    await page.goto('http://views.test/');
    await page.waitForFunction(() => window.views !== undefined);
    return { page, complaints, current, refresh: () => page.evaluate(() => window.views.refresh()), close: () => context.close() };
}
