// budgets.mjs - what the page weighs and how fast it answers, measured on the built site in a real browser.
import { brotliCompressSync, constants } from 'node:zlib';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parts, write } from './browser.mjs';

const KB = 1000;

function brotli(file) {
    const bytes = readFileSync(file);
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

const attribute = (html, pattern) => [...html.matchAll(pattern)].map((match) => match[1]);

/** `[name, measured, budget, unit]` of everything that has a budget of size. The first route is the longest lesson. */
export function sizes(folder) {
    const assets = join(folder, 'assets');
    const counted = new Set();
    /** The chunk whose name begins so, with what it imports that was not counted before. */
    const named = (start) => {
        let sum = 0;
        const add = (name) => {
            if (counted.has(name) || !name.endsWith('.js'))
                return;
            counted.add(name);
            sum += brotli(join(assets, name));
            const text = readFileSync(join(assets, name), 'utf8');
            for (const other of attribute(text, /(?:from|import)\s*"\.\/([^"]+\.js)"/g))
                add(other);
        };
        readdirSync(assets).filter((name) => name.startsWith(start)).forEach(add);
        return sum;
    };
    const lessons = [];
    const walk = (path) => {
        for (const name of readdirSync(path)) {
            const each = join(path, name);
            if (statSync(each).isDirectory())
                walk(each);
            else if (name === 'index.html')
                lessons.push(each);
        }
    };
    walk(join(folder, 'en'));
    walk(join(folder, 'zh-CN'));
    const longest = lessons.map((file) => [brotli(file), file]).sort(([a], [b]) => b - a)[0];
    const html = readFileSync(longest[1], 'utf8');
    const at = (address) => join(folder, address.replace(/^(\.\.?\/)+/, ''));
    const css = attribute(html, /<link rel="stylesheet"[^>]* href="([^"]+)"/g).reduce((sum, address) => sum + brotli(at(address)), 0);
    const scripts = attribute(html, /<script[^>]* src="([^"]+)"/g);
    const js = scripts.reduce((sum, address) => sum + (address.includes('assets/') ? named(address.split('/').pop()) : brotli(at(address))), 0);
    const runtime = join(folder, 'runtime', readdirSync(join(folder, 'runtime'))[0]);
    const rows = [
        ['First route: HTML of the longest lesson and CSS', longest[0] + css, 40 * KB],
        ['First route: JavaScript', js, 60 * KB],
        ['Editor chunk', named('codemirror-'), 110 * KB],
        ['Completion, hover and squiggles (after the editor)', named('assist-'), undefined],
        ['Explanations of errors (at the first error)', named('explain-'), undefined],
        ['Views (when the page is idle)', named('views-'), undefined],
        ['Debugger (when the page is idle)', named('debugger-'), undefined],
        ['Runtime core', brotli(join(runtime, 'vivarium.wasm')), 450 * 1024],
    ];
    return rows.filter(([, size]) => size > 0).map(([name, size, budget]) => ({ name, value: size / KB, budget: budget && budget / KB, unit: 'KB' }));
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** In the page: from the click on Run to the first text in the console, on the clock of the page. */
function clickToOutput() {
    return new Promise((resolve) => {
        const output = document.querySelector('[data-testid="console"]');
        const from = performance.now();
        const watcher = new MutationObserver(() => {
            if (!output.textContent)
                return;
            watcher.disconnect();
            resolve(performance.now() - from);
        });
        watcher.observe(output, { childList: true, subtree: true, characterData: true });
        document.querySelector('[data-testid="run"]').click();
    });
}

/** In the page: how late timers and typed keys are for two seconds. */
async function delays() {
    let worst = 0;
    for (const end = performance.now() + 1500; performance.now() < end;) {
        const from = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 0));
        worst = Math.max(worst, performance.now() - from);
    }
    return worst;
}

async function idle(page) {
    await page.locator('[data-testid="status"][data-phase="idle"]:not([data-reason=""])').waitFor();
}

/** Times, the median of several tries where one says little. */
export async function times(browser, address, lesson) {
    const rows = [];
    const row = (name, value, budget) => rows.push({ name, value, budget, unit: 'ms' });
    const openAt = async (path) => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
        const page = await context.newPage();
        await page.goto(address + path);
        await parts(page).code.waitFor();
        return page;
    };

    const cold = [];
    for (let i = 0; i < 3; i++) {
        const page = await openAt(lesson);
        // As soon as the button is there: Python may still be loading.
        cold.push(await page.evaluate(clickToOutput));
        await page.context().close();
    }
    row('Cold: Run to first output', median(cold), 500);

    const page = await openAt('en/playground/');
    await parts(page).status.filter({ hasText: 'Ready' }).waitFor();
    await write(page, 'print("now")');
    const warm = [];
    for (let i = 0; i < 7; i++) {
        await page.evaluate(() => document.querySelector('[data-part="clear"]').click());
        warm.push(await page.evaluate(clickToOutput));
        await idle(page);
        await page.waitForTimeout(250);
    }
    row('Warm: Run to first output', median(warm), 100);

    const stops = [];
    for (const [name, program] of [['a loop', 'while True: pass'], ['a flood', 'while True: print("x" * 20)']]) {
        await write(page, program);
        await parts(page).run.click();
        await parts(page).stop.waitFor();
        row(`Input delay during ${name}`, await page.evaluate(delays), 100);
        stops.push(await page.evaluate(async () => {
            const from = performance.now();
            document.querySelector('[data-testid="stop"]').click();
            while (!document.querySelector('[data-testid="run"]'))
                await new Promise((resolve) => requestAnimationFrame(resolve));
            return performance.now() - from;
        }));
        await idle(page);
        await page.waitForTimeout(400);
    }
    row('Stop honoured', Math.max(...stops), 100);

    const view = await viewUpdate(page);
    row('Objects view: first picture of 200 objects', view.first, undefined);
    row('Objects view: update of 200 objects', view.update, 16);
    await page.context().close();
    return rows;
}

/**
 * How long the Objects view needs for 200 objects, at first and the longest of some steps that change one each: from the
 * program's answer until the browser has laid out the new elements.
 */
async function viewUpdate(page) {
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await write(page, 'exec("for i in range(25): globals()[f\'row{i}\'] = [[j, str(i)] for j in range(7)]")\nfor row in (row1, row7, row9):\n    row[2][0] = 99\n    row.pop()\n');
    await page.locator('[data-testid="step-start"]').click();
    await page.locator('.cm-line.cm-paused').waitFor();
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
        window.updates = [];
        // Called as soon as the view has done its work, before the browser has done its own.
        new MutationObserver(() => {
            const [entry] = performance.getEntriesByName('vivarium:view-update', 'measure');
            document.querySelector('.views-canvas svg').getBoundingClientRect();
            window.updates.push(performance.now() - entry.startTime);
        }).observe(document.querySelector('.views-canvas'), { childList: true, subtree: true, attributes: true, characterData: true });
    });
    /** Steps over a line: how long the picture of it took. */
    const step = async () => {
        await page.evaluate(() => { window.updates = []; });
        await page.locator('[data-testid="step-over"]:not([aria-disabled])').click();
        const drawn = await page.waitForFunction(() => window.updates[0]);
        await page.waitForTimeout(300);
        return drawn.jsonValue();
    };
    const first = await step();
    if (await page.locator('.views-canvas .node').count() < 200)
        throw new Error('the Objects view does not show 200 objects');
    const updates = [];
    for (let i = 0; i < 8; i++)
        updates.push(await step());
    return { first, update: Math.max(...updates) };
}

export function table(rows) {
    const format = ({ value, unit }) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
    return ['| what | measured | budget |', '|---|---|---|',
        ...rows.map((row) => `| ${row.name} | ${format(row)} | ${row.budget === undefined ? '' : `${Math.round(row.budget)} ${row.unit}`} |`)].join('\n');
}

/** Puts the table between the marks of a README. */
export function writeTable(file, rows, machine) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const marks = /<!-- budgets -->[^]*<!-- \/budgets -->/;
    if (!marks.test(text))
        throw new Error(`${file} has no <!-- budgets --> marks`);
    return text.replace(marks, `<!-- budgets -->\n${table(rows)}\n\n${machine}\n<!-- /budgets -->`);
}
