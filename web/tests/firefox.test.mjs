// The page in Firefox: what a reader does first. Skipped where Firefox is not installed.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launchFirefox, noFirefox } from './support/firefox.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

const skip = noFirefox();
let site;
let page;

before(async () => {
    if (skip)
        return;
    needBuilt(join(wasmFolder, 'vivarium.mjs'), join(wasmFolder, 'vivarium.wasm'));
    site = await startSite();
    page = await launchFirefox();
});

after(async () => {
    await page?.close();
    await site?.close();
});

const textOf = (name) => page.evaluate((id) => document.querySelector(`[data-testid="${id}"]`).textContent, name);
const has = (name, text) => page.until((id, wanted) => document.querySelector(`[data-testid="${id}"]`)?.textContent.includes(wanted), name, text);
const ended = () => page.until(() => document.querySelector('[data-testid="status"]:not([data-reason=""])[data-phase="idle"]') !== null);

async function write(code) {
    await page.click('.cm-content');
    await page.press('Control+a');
    await page.press('Delete');
    await page.type(code);
}

async function shot(name) {
    if (process.env.VIVARIUM_SHOTS)
        writeFileSync(join(process.env.VIVARIUM_SHOTS, `firefox-${name}.png`), await page.screenshot());
}

test('Firefox: a lesson is read, its example runs', { skip }, async () => {
    await page.go(`${site.address}en/objects/equal-or-same/`);
    await page.until(() => document.querySelector('.cm-content[aria-autocomplete]') !== null);
    assert.match(await textOf('lesson'), /Equal, or the same\?/);
    await page.click('[data-run]');
    await ended();
    const [id, printed] = [await page.evaluate(() => document.querySelector('[data-run]').dataset.run), await textOf('console')];
    assert.equal(printed, await page.evaluate((of) => document.querySelector(`[data-output-of="${of}"] samp`).textContent, id));
    await shot('lesson');
});

test('Firefox: typing, Ctrl+Enter, an error in words, squiggles', { skip }, async () => {
    await write('print(1/0)');
    await page.press('Control+Enter');
    await has('console', 'ZeroDivisionError: division by zero');
    await has('explained', 'Something was divided by zero.');
    await write('x = = 1');
    await has('problem', 'Line 1: invalid syntax');
    await page.until(() => document.querySelector('.cm-wrong') !== null);
});

test('Firefox: Run becomes Stop, and an endless loop stops', { skip }, async () => {
    await write('while True: pass');
    await page.press('Control+Enter');
    await page.click('[data-testid="stop"]');
    await ended();
    assert.match(await textOf('status'), /^Stopped after/);
});

test('Firefox: input() asks in the console', { skip }, async () => {
    await write('name = input("Name? ")\nprint("Hello", name)');
    await page.press('Control+Enter');
    await page.until(() => document.activeElement.dataset.testid === 'stdin');
    await page.type('Ada\n');
    await ended();
    assert.equal(await textOf('console'), 'Name? Ada\nHello Ada\n');
});

test('Firefox: steps, and the views of a paused program', { skip }, async () => {
    await write('a = [1, 2]\nb = a\nprint(b)');
    await page.click('[data-testid="step-start"]');
    const at = (line) => page.until((wanted) => document.querySelector('.workbench').dataset.drawn === 'yes'
        && [...document.querySelectorAll('.cm-content .cm-line')].findIndex((each) => each.classList.contains('cm-paused')) + 1 === wanted, line);
    await at(1);
    await page.click('[data-testid="step-over"]');
    await at(2);
    await page.click('[data-part="views-toggle"]');
    await page.until(() => document.querySelector('.views-canvas [data-target][aria-label^="list (2)"]') !== null);
    await shot('paused');
    await page.click('[data-testid="step-resume"]');
    await ended();
    assert.equal(await textOf('console'), '[1, 2]\n');
});

test('Firefox: Chinese, and nothing beside the screen', { skip }, async () => {
    await page.click('.languages a[lang="zh-CN"]');
    await has('lesson', '相等，还是同一个？');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await shot('chinese');
});

test('Firefox: the page had nothing to complain about', { skip }, () => assert.deepEqual(page.complaints, []));
