// Steps and breakpoints in the built site, in a real browser: ./vivarium build has to come first.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage, parts, write } from './support/browser.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core');
const SOURCE = [
    'def area(w, h):',
    '    result = w * h',
    '    return result',
    '',
    'sizes = [(2, 3), (4, 5)]',
    'for w, h in sizes:',
    '    a = area(w, h)',
    '    print(a)',
].join('\n');
let site;
let browser;

before(async () => {
    needBuilt(join(wasmFolder, 'vivarium.mjs'), join(wasmFolder, 'vivarium.wasm'));
    site = await startSite();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await site?.close();
});

async function open(t, options = {}) {
    const { page } = await openPage(t, browser, { viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(`${site.address}${options.path ?? 'en/objects/equal-or-same/'}`);
    await page.locator('[data-testid="step-start"]').waitFor();
    await write(page, SOURCE);
    return page;
}

const button = (page, name) => page.locator(`[data-testid="step-${name}"]`);

/** Waits until the program is paused with `line` marked, and returns what is shown. */
async function pausedAt(page, line) {
    await page.waitForFunction((wanted) => {
        const lines = [...document.querySelectorAll('.cm-content .cm-line')];
        const at = lines.findIndex((each) => each.classList.contains('cm-paused'));
        return at + 1 === wanted && document.querySelector('.workbench').dataset.drawn === 'yes' && !document.querySelector('.step-button[aria-disabled]');
    }, line);
    return page.evaluate(() => ({
        values: [...document.querySelectorAll('.cm-content .cm-line')].flatMap((each, index) => {
            const value = each.querySelector('.cm-value');
            return value ? [`${index + 1}: ${value.textContent}`] : [];
        }),
        reason: document.querySelector('[data-testid="debug-reason"]').textContent,
        calls: [...document.querySelectorAll('.debug-call')].map((each) => each.textContent),
        status: document.querySelector('[data-testid="status"]').textContent,
        said: document.querySelector('[data-part="said"]').textContent,
    }));
}

async function ended(page) {
    await page.locator('[data-testid="status"]:not([data-reason=""])[data-phase="idle"]').waitFor();
}

test('steps over, into and out; values behind the lines; calls; to the end', async (t) => {
    const page = await open(t);
    await button(page, 'start').click();
    const first = await pausedAt(page, 1);
    assert.match(first.status, /Paused at line 1/);
    assert.match(first.reason, /Line 1 is next: def area/);
    await button(page, 'over').click();
    await pausedAt(page, 5);
    await button(page, 'over').click();
    assert.deepEqual((await pausedAt(page, 6)).values, ['6: sizes = [(2, 3), (4, 5)]']);
    await button(page, 'over').click();
    assert.deepEqual((await pausedAt(page, 7)).values, ['6: sizes = [(2, 3), (4, 5)]', '7: w = 2  h = 3']);
    await button(page, 'into').click();
    const inside = await pausedAt(page, 2);
    assert.deepEqual(inside.values, ['2: w = 2  h = 3']);
    assert.deepEqual(inside.calls, ['area Line 2', 'the program Line 7']);
    await page.locator('.debug-call').nth(1).click();
    assert.deepEqual((await pausedAt(page, 7)).values, ['6: sizes = [(2, 3), (4, 5)]', '7: w = 2  h = 3']);
    await button(page, 'out').click();
    const back = await pausedAt(page, 7);
    assert.match(back.reason, /Returned 6\./);
    assert.equal(await page.locator('.cm-paused.is-middle').count(), 1);
    await page.waitForFunction(() => /Returned 6/.test(document.querySelector('[data-part="said"]').textContent));
    await button(page, 'over').click();
    await pausedAt(page, 8);
    await page.waitForFunction(() => /a is now 6/.test(document.querySelector('[data-part="said"]').textContent));
    await page.locator('.cm-line').nth(2).click();
    await button(page, 'cursor').click();
    await pausedAt(page, 3);
    await button(page, 'resume').click();
    await ended(page);
    assert.equal(await page.locator('.cm-paused').count(), 0);
    assert.equal((await parts(page).console.innerText()).trim(), '6\n20');
    await button(page, 'start').waitFor();
});

test('breakpoints by the keyboard alone, with a condition; Stop ends a paused program', async (t) => {
    const page = await open(t);
    await page.locator('.cm-line').nth(1).click();
    await page.keyboard.press('F9');
    const condition = page.locator('.debug-condition');
    await condition.waitFor();
    await condition.focus();
    await page.keyboard.type('w ==');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /invalid syntax/.test(document.querySelector('.debug-wrong').textContent));
    await page.keyboard.type(' 4');
    await page.keyboard.press('Enter');
    await page.locator('.cm-break.is-conditional').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.className), 'debug-condition');
    await parts(page).code.focus();
    await page.keyboard.press('Control+Enter');
    const hit = await pausedAt(page, 2);
    assert.deepEqual([hit.values, /Breakpoint/.test(hit.reason)], [['2: w = 4  h = 5'], true]);
    await page.keyboard.press('F10');
    await pausedAt(page, 3);
    await page.keyboard.press('Control+Shift+Semicolon');
    await pausedAt(page, 7);
    await page.keyboard.press('F10');
    await pausedAt(page, 8);
    await page.keyboard.press('Control+Semicolon');
    await pausedAt(page, 6);
    await parts(page).stop.click();
    await ended(page);
    assert.equal(await page.locator('.cm-paused').count(), 0);
    assert.equal(await page.locator('.cm-break').count(), 1);
    // The breakpoint moves with its line, and goes by a click in the gutter.
    await page.locator('.cm-line').nth(0).click();
    await page.keyboard.press('Home');
    await page.keyboard.insertText('# first\n');
    assert.match(await page.locator('.debug-go').innerText(), /Line 3/);
    await page.locator('.cm-breaks .cm-gutterElement').filter({ has: page.locator('.cm-break') }).last().click();
    await page.locator('.debug-point').waitFor({ state: 'detached' });
});

test('a program that runs is paused, and goes on', async (t) => {
    const page = await open(t);
    await write(page, 'n = 0\nwhile n >= 0:\n    n += 1\nprint("end")');
    await parts(page).run.click();
    await button(page, 'pause').click();
    await page.locator('.cm-paused').waitFor();
    await button(page, 'resume').click();
    await button(page, 'pause').waitFor();
    await page.locator('.cm-paused').waitFor({ state: 'detached' });
    await parts(page).stop.click();
    await ended(page);
});

test('input while stepping, an uncaught error at the end', async (t) => {
    const page = await open(t);
    await write(page, 'name = input("? ")\nprint(name)\n1/0');
    await button(page, 'start').click();
    await pausedAt(page, 1);
    await button(page, 'over').click();
    await parts(page).stdin.fill('Ada');
    await page.keyboard.press('Enter');
    assert.deepEqual((await pausedAt(page, 2)).values, ["2: name = 'Ada'"]);
    await button(page, 'over').click();
    await pausedAt(page, 3);
    await button(page, 'over').click();
    await ended(page);
    assert.match(await parts(page).console.innerText(), /ZeroDivisionError/);
});

for (const colorScheme of ['light', 'dark']) {
    for (const width of [320, 1440]) {
        test(`paused, ${colorScheme}, ${width} px: nothing for axe to say, nothing beside the screen`, async (t) => {
            const page = await open(t, { colorScheme, bypassCSP: true, viewport: { width, height: 900 }, path: width === 320 ? 'zh-CN/objects/equal-or-same/' : undefined });
            await page.locator('.cm-line').nth(2).click();
            await page.keyboard.press('F9');
            await page.locator('.debug-condition').waitFor();
            await parts(page).run.click();
            await pausedAt(page, 3);
            await page.addScriptTag({ path: axePath });
            const check = async (moment) => {
                const found = await page.evaluate(async (inView) => {
                    const { violations } = await window.axe.run(document, {
                        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                        // A picture's short signs (list · 2 ×3) are spelt out in its names: "list (2), 3 references".
                        ...inView ? { rules: { 'label-content-name-mismatch': { enabled: false } } } : {},
                    });
                    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
                }, moment !== 'paused');
                assert.deepEqual(found, [], moment);
                const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
                assert.ok(beside <= 0, `${moment}: ${beside} px`);
            };
            await check('paused');
            await page.locator('[data-part="views-toggle"]').click();
            for (const view of ['objects', 'memory', 'collector', 'frames', 'classes']) {
                await page.locator(`[role="tab"][data-view="${view}"]`).click();
                // This program has no classes of its own, which that view says.
                await page.waitForFunction((name) => document.querySelector(`.views-canvas[data-shown="${name}"]:not([hidden])`)
                    || document.querySelector(`[role="tab"][data-view="${name}"][aria-selected="true"]`) && !document.querySelector('.views-empty').hidden, view);
                await check(view);
            }
            // The paused line is in sight, though the editor has become smaller.
            await page.waitForFunction(() => {
                const line = document.querySelector('.cm-paused').getBoundingClientRect();
                const editor = document.querySelector('.cm-scroller').getBoundingClientRect();
                return line.top >= editor.top - 1 && line.bottom <= editor.bottom + 1;
            });
            if (process.env.VIVARIUM_SHOTS)
                await page.locator('.workbench').screenshot({ path: join(process.env.VIVARIUM_SHOTS, `debug-${colorScheme}-${width}.png`) });
        });
    }
}

test('a lesson watches an expression where its program pauses', async (t) => {
    const { page } = await openPage(t, browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(`${site.address}en/collections/stacks/`);
    await page.locator('[data-run="watch"]').click();
    const watched = page.locator('[data-testid="debug-watch"]');
    await pausedAt(page, 1);
    assert.equal(await watched.textContent(), "len(waiting) = NameError: name 'waiting' is not defined");
    const seen = [];
    for (const line of [2, 3, 4, 7, 3]) {
        await button(page, 'over').click();
        await pausedAt(page, line);
        seen.push(await watched.textContent());
    }
    assert.deepEqual(seen.map((text) => text.replace('len(waiting) = ', '')), ["NameError: name 'waiting' is not defined", '0', '0', '0', '1']);
    assert.match(await page.locator('[data-part="said"]').textContent(), /len\(waiting\) is now 1\./);
    await page.locator('[data-testid="step-resume"]').click();
    await watched.waitFor({ state: 'hidden' });
    await page.waitForFunction(() => document.querySelector('[data-testid="console"]').textContent.includes(') closes ('));
});
