// What a lesson says of its programs holds in the page too: clock, seed, limits, marked lines, breakpoints; steps by instruction.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, parts } from './support/browser.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

const fence = (words, ...lines) => `\`\`\`python ${words}\n${lines.join('\n')}\n\`\`\`\n`;
const lessons = mkdtempSync(join(tmpdir(), 'vivarium-run-'));
for (const [path, text] of Object.entries({
    'course.yml': 'title: C\nlanguages: [en]\nclock: virtual\nseed: 7\n', '01-a/chapter.yml': 'title: B\n',
    '01-a/01-x/lesson.en.md': `---\ntitle: A\nlimits: {instructions: 300000, output_kb: 1}\n---\n${[
        fence('run id=time', 'import time, random', 'start = time.time()', 'time.sleep(3600)', 'print(int(time.time() - start), random.random())'),
        fence('run id=loop', 'while True: pass'),
        fence('repl id=session', '>>> n = 6', '>>> n * 7', '42', '>>> for i in range(2):', '...     print(i)', '...', '0', '1', '>>> 1 / 0',
            'Traceback (most recent call last):', 'ZeroDivisionError: division by zero'),
        fence('run id=flood', 'print("x" * 5000)'),
        fence('run id=marked mark=2-3 break=3', 'a = 1', 'b = a + 1', 'c = a + b', 'print(c)'),
    ].join('\n')}`,
    '01-a/02-y/lesson.en.md': `---\ntitle: A\nclock: real\n---\n${fence('run id=now', 'import time', 'print(time.time() > 1_750_000_000)')}`,
})) {
    mkdirSync(dirname(join(lessons, path)), { recursive: true });
    writeFileSync(join(lessons, path), text);
}
let site;
let browser;
let page;
const complaints = [];

before(async () => {
    needBuilt(join(wasmFolder, 'vivarium.mjs'), join(wasmFolder, 'vivarium.wasm'));
    site = await startSite({ VIVARIUM_LESSONS: lessons });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => complaints.push(`${error}`));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${site.address}en/a/x/`);
    await page.locator('[data-testid="step-start"]').waitFor();
});

after(async () => {
    await browser?.close();
    await site?.close();
    rmSync(lessons, { recursive: true });
    assert.deepEqual(complaints, []);
});

async function run(id) {
    await page.evaluate(() => { document.querySelector('[data-testid="status"]').dataset.reason = ''; });
    await page.locator(`[data-run="${id}"]`).click();
    await page.locator('[data-testid="status"]:not([data-reason=""])[data-phase="idle"]').waitFor();
    return { output: (await parts(page).console.innerText()).trim(), status: await parts(page).status.innerText() };
}

test('time is virtual and random numbers are the same every time', async () => {
    const first = await run('time');
    assert.match(first.output, /^3600 0\.\d+$/);
    assert.equal((await run('time')).output, first.output);
});

test('limits that the lesson sets end a run', async () => {
    assert.match((await run('loop')).status, /long|limit|instructions/i);
    const { output } = await run('flood');
    assert.ok(output.startsWith('x'.repeat(1000)) && !output.includes('x'.repeat(1100)), output.slice(-200));
});

test('a session shows its prompts', async () => {
    const { output } = await run('session');
    assert.match(output, /^>>> n = 6\n>>> n \* 7\n42\n>>> for i in range\(2\):\n\.\.\. {5}print\(i\)\n\.\.\.\n0\n1\n>>> 1 \/ 0\n+Traceback[^]*\nZeroDivisionError: division by zero$/);
});

test('the editor knows a session: prompts, answers that are no program, errors of what is typed alone, and Enter', async () => {
    await page.locator('[data-run="session"]').click();
    await page.locator('[data-testid="status"]:not([data-reason=""])[data-phase="idle"]').waitFor();
    const { code } = parts(page);
    await code.locator('.tok-prompt').first().waitFor();
    assert.deepEqual(await code.locator('.tok-answer').allInnerTexts(), ['42', '0', '1', 'Traceback (most recent call last):', 'ZeroDivisionError: division by zero']);
    assert.equal(await code.locator('.tok-prompt').count(), 6);
    assert.equal(await page.locator('[data-block="session"] .tok-answer').count(), 5);
    assert.equal(await page.locator('[data-testid="step-start"]').isVisible(), false);
    await code.and(page.locator('[aria-autocomplete]')).waitFor();
    await code.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n>>> x = = 1');
    await page.locator('.cm-wrong').waitFor();
    assert.equal(await page.locator('.cm-wrong').count(), 1);
    assert.match(await page.locator('[data-testid="problem"]').innerText(), /^Line 12: invalid syntax/);
    assert.equal(await page.locator('.cm-line', { has: page.locator('.cm-wrong') }).innerText(), '>>> x = = 1');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('>>> for i in range(2):');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('print("it\'s", i)');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('i');
    await page.locator('[data-testid="problem"]').waitFor({ state: 'detached' });
    assert.deepEqual(await code.locator('.cm-line').allTextContents(), ['>>> for i in range(2):', '...     print("it\'s", i)', '...     ', '>>> i']);
    await page.keyboard.press('Control+Enter');
    await parts(page).console.filter({ hasText: "it's 1" }).waitFor();
});

test('lines pointed at are marked, and the program stops at the author\'s breakpoint', async () => {
    await page.locator('[data-run="marked"]').click();
    await page.locator('.cm-line.cm-paused').waitFor();
    const lines = await page.locator('.cm-content .cm-line').evaluateAll((all) => all.map((line) =>
        [line.classList.contains('cm-marked'), line.classList.contains('cm-paused')]));
    assert.deepEqual(lines.slice(0, 4), [[false, false], [true, false], [true, true], [false, false]]);
});

test('beside the frames, one instruction is a step', async () => {
    const instruction = page.locator('[data-testid="step-instruction"]');
    assert.equal(await instruction.isVisible(), false);
    await page.locator('[data-part="views-toggle"]').click();
    assert.equal(await instruction.isVisible(), false);
    await page.locator('[data-view="frames"][role="tab"]').click();
    await instruction.waitFor();
    await page.locator('.views-canvas[data-shown="frames"]').waitFor();
    const offset = () => page.evaluate(() => [...document.querySelectorAll('.views-canvas text')].map(({ textContent }) => textContent).join('|'));
    const before = await offset();
    await instruction.click();
    await page.waitForFunction((old) => [...document.querySelectorAll('.views-canvas text')].map(({ textContent }) => textContent).join('|') !== old, before);
    assert.equal(await page.locator('.cm-content .cm-line').nth(2).evaluate((line) => line.classList.contains('cm-paused')), true);
    if (process.env.SHOTS)
        await page.screenshot({ path: join(process.env.SHOTS, 'instruction.png') });
    await parts(page).stop.click();
});

test('a lesson in real time tells the reader\'s', async () => {
    await page.goto(`${site.address}en/a/y/`);
    await page.locator('[data-testid="step-start"]').waitFor();
    assert.equal((await run('now')).output, 'True');
});
