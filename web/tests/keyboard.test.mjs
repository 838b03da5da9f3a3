// A lesson worked through with the keyboard alone: no pointer, no focus set by the test, in a real browser on the tests' own course.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { launch, openPage, parts } from './support/browser.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

const MOST_TABS = 120;
let site;
let browser;

before(async () => {
    needBuilt(join(wasmFolder, 'vivarium.mjs'), join(wasmFolder, 'vivarium.wasm'));
    site = await startSite({ VIVARIUM_LESSONS: fileURLToPath(new URL('course', import.meta.url)), VIVARIUM_BASE: '/course/' });
    browser = await launch();
});

after(async () => {
    await browser?.close();
    await site?.close();
});

const part = (page, name) => page.locator(`[data-testid="${name}"]`);

async function open(t, path = 'en/first/start/') {
    const { page } = await openPage(t, browser, { reducedMotion: 'reduce' });
    await page.goto(site.address + path);
    await parts(page).code.and(page.locator('[aria-autocomplete]')).waitFor();
    await part(page, 'step-start').waitFor();
    await page.locator('[data-part="views-toggle"]').waitFor({ state: 'attached' });
    await parts(page).status.filter({ hasText: 'Ready' }).waitFor();
    return page;
}

/** Presses Tab (or Shift+Tab) until the focus is on what the selector finds; the editor is left by Escape. */
async function tabTo(page, selector, key = 'Tab') {
    for (let i = 0; i < MOST_TABS; i++) {
        if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector))
            return;
        if (await page.evaluate(() => document.activeElement.closest('.cm-content') !== null)) {
            await page.keyboard.press('Escape'); // closes a list of completions, if there is one
            await page.keyboard.press('Escape');
        }
        await page.keyboard.press(key);
    }
    assert.fail(`${selector} is not reached by ${key}`);
}

/** Brings the focus there and presses a key. */
async function press(page, selector, key = 'Enter', way = 'Tab') {
    await tabTo(page, selector, way);
    await page.keyboard.press(key);
}

async function type(page, code) {
    await tabTo(page, '.cm-content');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(code);
}

test('keyboard: contents, search, and back', async (t) => {
    const page = await open(t);
    await press(page, '[data-part="contents"] > summary');
    await part(page, 'search').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('zebra');
    await page.locator('[data-testid="found"] a').filter({ hasText: 'More to read' }).waitFor();
    await press(page, '[data-testid="found"] a');
    await page.locator('h1', { hasText: 'More to read' }).waitFor();
    await press(page, 'a[rel="prev"]');
    await page.locator('h1', { hasText: 'The start' }).waitFor();
});

test('keyboard: an example is run, changed in the editor, run again; the editor is left', async (t) => {
    const page = await open(t);
    await press(page, '[data-run="hello"]');
    await parts(page).console.filter({ hasText: 'hello' }).waitFor();
    await type(page, 'print("typed")');
    await page.keyboard.press('Control+Enter');
    await parts(page).console.filter({ hasText: 'typed' }).waitFor();
    await press(page, '[data-testid="run"]', 'Enter', 'Shift+Tab');
    await parts(page).status.filter({ hasText: 'Finished' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'run');
    // However long one takes between Escape and Tab.
    await tabTo(page, '.cm-content');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(2500);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.cm-content')), null);
    await tabTo(page, '.cm-content', 'Shift+Tab');
    await page.keyboard.press('Tab'); // back in the editor Tab indents
    assert.match(await parts(page).code.innerText(), /^ {4}print/);
});

test('keyboard: a prediction, both kinds of quiz, lines to be ordered', async (t) => {
    const page = await open(t);
    await press(page, 'form[data-predict] input', 'ArrowDown');
    await press(page, 'form[data-predict] button[type="submit"]');
    await page.locator('form[data-predict][data-verdict="right"]').waitFor();
    await press(page, '[data-quiz="one"] input', 'Space');
    await press(page, '[data-quiz="one"] button');
    await page.locator('[data-quiz="one"][data-verdict="right"]').waitFor();
    await press(page, '[data-quiz="many"] input:not(:checked)', 'Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await press(page, '[data-quiz="many"] button');
    await page.locator('[data-quiz="many"][data-verdict="right"]').waitFor();

    const texts = () => page.locator('[data-parsons] .line code').allInnerTexts().then((all) => all.map((text) => text.trim()));
    /** Brings the focus to a button of the line with this text. */
    const onLine = async (text, move) => {
        const at = (await texts()).indexOf(text) + 1;
        const selector = `[data-parsons] .line:nth-child(${at}) [data-move="${move}"]`;
        const behind = await page.evaluate((wanted) => Boolean(document.querySelector(wanted).compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING), selector);
        await tabTo(page, selector, behind ? 'Shift+Tab' : 'Tab');
    };
    await onLine('print("never")', 'toggle');
    await page.keyboard.press('Enter');
    for (const [to, text] of ['for n in range(3):', 'print(n)', 'print("done")'].entries()) {
        while ((await texts()).indexOf(text) > to) {
            await onLine(text, 'up');
            await page.keyboard.press('Enter');
        }
    }
    await onLine('print(n)', 'in');
    await page.keyboard.press('Enter');
    await press(page, '[data-testid="check-order"]');
    await page.locator('[data-parsons][data-verdict="right"]').waitFor();
});

test('keyboard: an exercise with a hint, until its checks pass', async (t) => {
    const page = await open(t);
    await press(page, '[data-exercise] [data-run]');
    await press(page, '[data-testid="hint"]');
    assert.equal(await page.evaluate(() => document.activeElement.hasAttribute('data-hint')), true);
    await type(page, 'def double(n):\n    return n * 2');
    await press(page, '[data-testid="check-open"]', 'Enter', 'Shift+Tab');
    await page.locator('[data-exercise][data-verdict="right"]').waitFor();
});

test('keyboard: breakpoint, steps, calls, and a view with its table', async (t) => {
    const page = await open(t);
    await type(page, 'def f(n):\n    return n + 1\n\nxs = [f(1), 2]\nprint(xs)');
    const pausedAt = (line) => page.waitForFunction((wanted) => document.querySelector('.workbench').dataset.drawn === 'yes'
        && [...document.querySelectorAll('.cm-content .cm-line')].findIndex((each) => each.classList.contains('cm-paused')) + 1 === wanted, line);
    await page.keyboard.press('F9');
    await page.locator('.cm-break').waitFor();
    await press(page, '[data-testid="step-start"]', 'Enter', 'Shift+Tab');
    await pausedAt(1);
    await press(page, '[data-testid="step-over"]');
    await pausedAt(4);
    await press(page, '[data-testid="step-into"]');
    await pausedAt(2);
    await press(page, '.debug-call:not([aria-current])');
    await pausedAt(4);
    await press(page, '[data-testid="step-resume"]', 'Enter', 'Shift+Tab');
    await pausedAt(5);
    await press(page, '[data-part="views-toggle"]');
    await page.locator('.views-canvas[data-shown="objects"]').waitFor();
    await tabTo(page, '.views-canvas [data-target]');
    await page.keyboard.press('Enter');
    await page.locator('.views-details').waitFor();
    await press(page, '[role="tab"][aria-selected="true"]', 'ArrowRight', 'Shift+Tab');
    await page.locator('.views-canvas[data-shown="memory"]').waitFor();
    await press(page, '[data-tool="table"]');
    await page.locator('.views-tables table').first().waitFor();
    await press(page, '[data-testid="stop"]', 'Enter', 'Shift+Tab');
    await parts(page).status.filter({ hasText: 'Stopped' }).waitFor();
});
