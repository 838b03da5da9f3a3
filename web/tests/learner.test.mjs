// What a learner does with the page, in a real browser, on a course made for tests (tests/course): ./vivarium build has to come first.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { sizes } from './support/budgets.mjs';
import { launch, openPage, parts, runProgram, write } from './support/browser.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core');
const START = 'en/first/start/';
const PLAY = 'en/playground/';
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

/** A page whose every error fails the test, but for those that `allowed` matches. */
async function open(t, path, { prepare, waitUntil, ...options } = {}) {
    const { page } = await openPage(t, browser, options);
    await prepare?.(page);
    await page.goto(site.address + path, { waitUntil });
    return page;
}

/** With the real editor, its knowledge of Python, and Python itself loaded. */
async function openReady(t, path, options) {
    const page = await open(t, path, options);
    await parts(page).code.and(page.locator('[aria-autocomplete]')).waitFor();
    await parts(page).status.filter({ hasText: /Ready|就绪/ }).waitFor();
    return page;
}

/** Does it again until there is what it brings: an answer of the runtime that comes too late is given up, as a reader would ask again. */
async function until(wanted, act, tries = 12) {
    for (let i = 1; ; i++) {
        await act();
        try {
            await wanted.waitFor({ timeout: i < tries ? 5000 : undefined });
            return;
        } catch (error) {
            if (i >= tries)
                throw error;
        }
    }
}

const part = (page, name) => page.locator(`[data-testid="${name}"]`);

test('contents: search finds a lesson by its words and goes there', async (t) => {
    const page = await openReady(t, START);
    await part(page, 'contents').locator('> summary').click();
    await part(page, 'search').and(page.locator(':focus')).waitFor(); // where the letters go
    await page.keyboard.type('zebra');
    const found = part(page, 'found').locator('a');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="found"] a').length === 1); // first letters find more
    await found.filter({ hasText: 'More to read' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'More to read' }).waitFor();
    assert.equal(await page.evaluate(() => location.pathname), '/course/en/first/more/');
    assert.equal(await part(page, 'contents').getAttribute('open'), null);
});

/** A page whose scripts wait until `come` is called. */
async function openEarly(t, path) {
    let come;
    const there = new Promise((resolve) => { come = resolve; });
    const page = await open(t, path, {
        waitUntil: 'commit', prepare: (each) => each.route('**/assets/*.js', async (route) => {
            await there;
            await route.continue();
        }),
    });
    t.after(come);
    return { page, come };
}

test('what is typed and run before the scripts come is kept, and run when they come', async (t) => {
    const { page, come } = await openEarly(t, START);
    const area = parts(page).editor.locator('textarea');
    await area.fill('print(6 * 7)');
    await area.press('Control+Enter');
    come();
    await parts(page).console.filter({ hasText: '42' }).waitFor();
    await parts(page).code.filter({ hasText: 'print(6 * 7)' }).waitFor();
    await page.reload();
    await parts(page).code.filter({ hasText: 'print(6 * 7)' }).waitFor();
});

test('what is clicked and chosen before the scripts come is done when they come', async (t) => {
    const { page, come } = await openEarly(t, START);
    await page.locator('[data-part="theme"]').selectOption('dark');
    await page.locator('[data-quiz="one"] input').nth(0).check();
    await page.locator('[data-quiz="one"] button').click();
    await page.locator('[data-run="hello"]').click();
    come();
    await parts(page).console.filter({ hasText: 'hello' }).waitFor();
    await page.locator('[data-quiz="one"] .verdict', { hasText: 'Right.' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.equal(new URL(page.url()).search, '');
});

test('contents opened before the scripts come have the focus when they come', async (t) => {
    const { page, come } = await openEarly(t, 'en/');
    await part(page, 'contents').locator('> summary').click();
    come();
    await part(page, 'search').and(page.locator(':focus')).waitFor();
});

test('contents: search in Chinese, and what is not found is said', async (t) => {
    const page = await open(t, 'zh-CN/');
    await part(page, 'contents').locator('> summary').click();
    await part(page, 'search').pressSequentially('斑马');
    await part(page, 'found').locator('a', { hasText: '再读一点' }).waitFor();
    await part(page, 'search').fill('长颈鹿');
    await part(page, 'found').filter({ hasText: '没有找到' }).waitFor();
});

test('contents: Escape closes them and gives the focus back', async (t) => {
    const page = await open(t, 'en/');
    await part(page, 'contents').locator('> summary').focus();
    await page.keyboard.press('Enter');
    await part(page, 'search').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
    assert.equal(await part(page, 'search').isVisible(), false);
});

test('a failed download of the search says so', async (t) => {
    const page = await open(t, 'en/', {
        allowed: /Failed to load resource/, prepare: (each) => each.route('**/search.json', (route) => route.abort()),
    });
    await part(page, 'contents').locator('> summary').click();
    await part(page, 'search').fill('x');
    await part(page, 'found').filter({ hasText: 'could not be loaded' }).waitFor();
});

test('hidden lines: not in the text, folded away in the editor, run, and shown when asked for', async (t) => {
    const page = await openReady(t, 'en/first/more/');
    assert.equal((await page.locator('[data-block="fold"] code').innerText()).trim(), 'print(half == math.pi)');
    await page.locator('[data-run="fold"]').click();
    await parts(page).console.filter({ hasText: 'True' }).waitFor();
    const fold = part(page, 'fold');
    await fold.waitFor();
    assert.equal(await fold.innerText(), 'Show 2 hidden lines');
    assert.doesNotMatch(await parts(page).code.innerText(), /import math/);
    await fold.click();
    await fold.waitFor({ state: 'detached' });
    assert.match(await parts(page).code.innerText(), /import math\nhalf/);
});

test('a file of a lesson may be in a folder', async (t) => {
    const page = await openReady(t, 'en/first/more/');
    await page.locator('[data-run="package"]').click();
    await parts(page).console.filter({ hasText: 'from a folder' }).waitFor();
});

test('previous and next lead through the course', async (t) => {
    const page = await openReady(t, START);
    await page.locator('a[rel="next"]').click();
    await page.locator('h1', { hasText: 'More to read' }).waitFor();
    await page.locator('a[rel="next"]').click();
    await page.locator('h1', { hasText: 'The last one' }).waitFor();
    await page.locator('a[rel="prev"]').click();
    await page.locator('h1', { hasText: 'More to read' }).waitFor();
});

test('progress: home goes on where one was; a lesson without questions is done at its end', async (t) => {
    const page = await openReady(t, 'en/first/more/');
    await page.locator('.turn').scrollIntoViewIfNeeded();
    await page.locator('.lesson-nav [data-progress="first/more"] .mark.done').waitFor({ state: 'attached' });
    await page.goto(`${site.address}en/`);
    await page.locator('[data-part="continue"]', { hasText: 'Continue: More to read' }).waitFor();
    await page.locator('[data-part="progress-text"]', { hasText: '1 of 3 lessons done' }).waitFor();
});

test('progress is saved as a file and loaded from it', async (t) => {
    const page = await openReady(t, 'en/first/more/');
    await page.locator('.lesson-nav [data-progress="first/more"] .mark.done').waitFor({ state: 'attached' });
    await page.goto(`${site.address}en/`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('Save progress as a file').click()]);
    const path = await download.path();
    const other = await open(t, 'en/');
    const load = async (file) => {
        const [chooser] = await Promise.all([other.waitForEvent('filechooser'), other.getByText('Load progress from a file').click()]);
        await chooser.setFiles(file);
    };
    await load({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') });
    await other.getByText('This file holds no progress').first().waitFor();
    await load(path);
    await other.getByText('Progress of 1 lesson was loaded.').first().waitFor();
    await other.locator('.home [data-progress="first/more"] .mark.done').waitFor();
});

test('the theme is kept', async (t) => {
    const page = await open(t, 'en/');
    await page.locator('[data-part="theme"]').selectOption('dark');
    await page.goto(site.address + START);
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
});

test('the compiler underlines an error while one types, says it in words, and leads to it', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, 'x = 1\nfor i in range(3)\n    print(i)');
    await page.locator('.cm-wrong').waitFor();
    const problem = part(page, 'problem');
    assert.equal(await problem.innerText(), "Line 2: expected ':'");
    await page.locator('[data-part="hint"]', { hasText: 'Put : at the end of the line' }).waitFor();
    await problem.click();
    assert.equal(await page.locator('.cm-activeLine').innerText(), 'for i in range(3)');
    await write(page, 'x = 1');
    await problem.waitFor({ state: 'detached' });
    assert.equal(await page.locator('.cm-wrong').count(), 0);
});

test('Enter after a name that is written out ends the line, though the name is offered', async (t) => {
    const page = await openReady(t, 'en/playground/');
    await until(page.locator('.cm-tooltip-autocomplete li', { hasText: /^apple$/ }).first(), async () => {
        await write(page, 'apple = 1\n');
        await page.keyboard.type('apple');
    });
    // CodeMirror lets nothing be accepted in the first moments.
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    assert.deepEqual(await page.locator('.cm-line').allInnerTexts(), ['apple = 1', 'apple', '1']);
});

test('names of a module are completed from the live runtime; Tab accepts, Escape frees it', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, 'import math\nmath');
    await page.keyboard.type('.sq');
    const option = page.locator('.cm-tooltip-autocomplete li', { hasText: 'sqrt' }).first();
    await option.waitFor();
    assert.match(await option.innerText(), /sqrt\s*\(x/);
    await page.locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)').waitFor();
    await page.waitForTimeout(150); // a list that has just opened takes no key: CodeMirror's interactionDelay of 75 ms
    await page.keyboard.press('Tab');
    assert.match(await parts(page).code.innerText(), /math\.sqrt/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.cm-content')), null);
});

test('built-ins and methods of a literal are completed', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, '');
    await page.keyboard.type('enum');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'enumerate' }).first().waitFor();
    await page.keyboard.press('Escape');
    await write(page, '"text"');
    await page.keyboard.type('.upp');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'upper' }).first().waitFor();
});

test('a name under the pointer is explained', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, 'len([1, 2])');
    await until(page.locator('.cm-hover', { hasText: 'len(' }), async () => {
        await page.mouse.move(0, 0);
        await page.locator('.cm-line', { hasText: 'len' }).locator('span').first().hover();
    });
});

test('a name at the cursor is explained by F1, in words for a screen reader too, until Escape', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, 'len([1, 2])');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.locator('.cm-tooltip-autocomplete').waitFor({ state: 'detached' });
    await until(page.locator('.cm-hover', { hasText: 'len(' }), () => page.keyboard.press('F1'));
    await page.locator('.cm-announced', { hasText: 'len(' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.locator('.cm-hover').waitFor({ state: 'detached' });
});

test('compare shows what was changed, Reset takes it back, undo brings it again', async (t) => {
    const page = await openReady(t, START);
    assert.equal(await part(page, 'compare').isVisible(), false);
    await write(page, 'print("hello")\nprint("more")');
    await part(page, 'compare').click();
    assert.equal((await page.locator('dialog ins').innerText()).trim(), '+ print("more")');
    assert.equal(await page.locator('dialog del').count(), 0);
    await page.keyboard.press('Escape');
    await page.locator('[data-part="reset"]').click();
    assert.equal((await parts(page).code.innerText()).trim(), 'print("hello")');
    await page.keyboard.press('Control+z');
    assert.match(await parts(page).code.innerText(), /more/);
});

test('a shared link opens its program, does not run it, and keeps the draft', async (t) => {
    const page = await openReady(t, PLAY, { permissions: ['clipboard-read', 'clipboard-write'] });
    await write(page, 'print("<script>shared</script> 你好")');
    await part(page, 'share').click();
    await page.locator('[data-notice="share"]', { hasText: 'copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /playground\/#code=[\w-]+$/);
    const other = await openReady(t, PLAY);
    await write(other, 'mine = 1');
    await other.waitForTimeout(400);
    await other.goto(link);
    await other.locator('[data-notice="shared"]', { hasText: 'Your own draft is kept.' }).waitFor();
    assert.match(await parts(other).code.innerText(), /shared/);
    assert.equal(await parts(other).console.innerText(), '');
    assert.equal(await other.evaluate(() => location.hash), '');
    await other.getByText('Back to my draft').click();
    assert.equal((await parts(other).code.innerText()).trim(), 'mine = 1');
});

test('a damaged shared link is said to be one, and the draft stays', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, 'mine = 2');
    await page.waitForTimeout(400);
    for (const hash of ['#code=H4sIAAAAAAAAA', '#code=!!!', '#code=']) {
        await page.goto(site.address + PLAY + hash);
        await page.reload();
        await page.locator('[data-notice="shared"]', { hasText: 'This link is damaged' }).waitFor();
        await parts(page).code.filter({ hasText: 'mine = 2' }).waitFor();
    }
});

test('an example opens in the playground as it is now', async (t) => {
    const page = await openReady(t, START);
    await write(page, 'print("taken along")');
    await part(page, 'openInPlayground').click();
    await page.waitForURL('**/playground/');
    await parts(page).code.filter({ hasText: 'taken along' }).waitFor();
});

test('the playground: several files, kept by the browser; a removed one comes back by Undo', async (t) => {
    const page = await openReady(t, PLAY);
    await write(page, 'import helper\nprint(helper.answer)');
    await part(page, 'new-file').click();
    await page.locator('dialog input').fill('main.py');
    await page.locator('dialog button').first().click();
    await page.locator('dialog .complaint', { hasText: 'not taken' }).waitFor();
    await page.locator('dialog input').fill('helper');
    await page.keyboard.press('Enter');
    await write(page, 'answer = 42');
    await parts(page).run.click();
    await parts(page).console.filter({ hasText: '42' }).waitFor();
    await page.reload();
    await parts(page).code.filter({ hasText: 'import helper' }).waitFor();
    await part(page, 'file').filter({ hasText: 'helper.py' }).click();
    await parts(page).code.filter({ hasText: 'answer = 42' }).waitFor();
    await part(page, 'remove-file').click();
    assert.equal(await part(page, 'file').count(), 1);
    await page.getByText('Undo').click();
    await parts(page).code.filter({ hasText: 'answer = 42' }).waitFor();
});

test('the playground: a limit of memory ends in a MemoryError', async (t) => {
    const page = await openReady(t, PLAY);
    await page.locator('.limits summary').click();
    await part(page, 'limit-memory').fill('16');
    await page.keyboard.press('Tab');
    assert.match(await runProgram(page, 'x = [0] * 30_000_000'), /MemoryError/);
});

test('the playground: a limit of instructions ends an endless loop', async (t) => {
    const page = await openReady(t, PLAY);
    await page.locator('.limits summary').click();
    await part(page, 'limit-instructions').fill('1');
    await page.keyboard.press('Tab');
    await runProgram(page, 'while True: pass');
    assert.match(await parts(page).status.innerText(), /limit of instructions/);
});

test('an error is explained beside its traceback, whose lines lead into the program', async (t) => {
    const page = await openReady(t, PLAY);
    const text = await runProgram(page, 'def f(n):\n    return 1 / n\n\nf(0)');
    assert.match(text, /ZeroDivisionError: division by zero/);
    const explained = part(page, 'explained');
    await explained.filter({ hasText: 'Something was divided by zero.' }).waitFor();
    await explained.getByText('Line 2, in f').click();
    assert.match(await page.locator('.cm-activeLine').innerText(), /return 1 \/ n/);
    await parts(page).console.getByText('File "main.py", line 4').click();
    assert.equal(await page.locator('.cm-activeLine').innerText(), 'f(0)');
    await runProgram(page, 'print(1)');
    assert.equal(await explained.isVisible(), false);
});

test('an error is explained in Chinese', async (t) => {
    const page = await openReady(t, 'zh-CN/playground/');
    await runProgram(page, 'print(nmae)');
    await part(page, 'explained').filter({ hasText: '没有叫 nmae 的名字' }).waitFor();
});

test('an exercise: messages, hints one at a time, the solution after enough attempts', async (t) => {
    const page = await openReady(t, START);
    const exercise = page.locator('[data-exercise]');
    await exercise.locator('[data-run]').click();
    await write(page, 'def double(n):\n    print(n * 2)');
    assert.equal(await part(page, 'show-solution').isVisible(), false);
    await part(page, 'check').click();
    await part(page, 'told').filter({ hasText: 'What is printed is not what is returned.' }).waitFor();
    assert.match(await exercise.locator('[data-check="0"]').innerText(), /failed/);
    assert.doesNotMatch(await exercise.innerText(), /#prints/);
    await part(page, 'hint').click();
    assert.equal(await exercise.locator('.hint:visible').count(), 1);
    await part(page, 'hint').click();
    assert.equal(await exercise.locator('.hint:visible').count(), 2);
    assert.equal(await part(page, 'hint').isVisible(), false);
    await write(page, 'def twice(n): return n * 2');
    await part(page, 'check').click();
    await part(page, 'told').filter({ hasText: 'The function must be called' }).waitFor();
    await part(page, 'show-solution').click();
    assert.match(await exercise.locator('[data-solution]').innerText(), /return n \* 2/);
});

test('an exercise: a hidden check, then success, which is remembered', async (t) => {
    const page = await openReady(t, START);
    const exercise = page.locator('[data-exercise]');
    await exercise.locator('[data-run]').click();
    await write(page, 'def double(n): return abs(n) * 2');
    await part(page, 'check-open').click();
    await exercise.locator('.verdict', { hasText: 'a hidden one does not yet' }).waitFor();
    await part(page, 'told').filter({ hasText: 'negative numbers too' }).waitFor();
    await write(page, 'def double(n): return n * 2');
    await part(page, 'check-open').click();
    await exercise.locator('.verdict', { hasText: 'All checks pass' }).waitFor();
    await page.locator('[data-exercise][data-kept="yes"]').waitFor();
    await page.reload();
    await exercise.locator('.verdict', { hasText: 'All checks pass' }).waitFor();
});

test('an exercise whose program never ends is told so', async (t) => {
    const page = await openReady(t, START);
    await page.locator('[data-exercise] [data-run]').click();
    await write(page, 'while True: pass');
    await part(page, 'check-open').click();
    await part(page, 'told').filter({ hasText: 'ran for too long' }).waitFor({ timeout: 60_000 });
});

test('a quiz with one answer gives the reason of the answer chosen', async (t) => {
    const page = await openReady(t, START);
    const quiz = page.locator('[data-quiz="one"]');
    const why = quiz.locator('.why', { hasText: 'This is a tuple.' });
    assert.equal(await why.isVisible(), false);
    await quiz.locator('input').nth(1).check();
    await quiz.locator('button').click();
    await quiz.locator('.verdict', { hasText: 'Not quite' }).waitFor();
    assert.ok(await why.isVisible());
    await quiz.locator('input').nth(0).check();
    await quiz.locator('button').click();
    await quiz.locator('.verdict', { hasText: 'Right.' }).waitFor();
});

test('a quiz with several answers tells what is missing', async (t) => {
    const page = await openReady(t, START);
    const quiz = page.locator('[data-quiz="many"]');
    await quiz.locator('button').click();
    await quiz.locator('.verdict', { hasText: 'Choose an answer first.' }).waitFor();
    await quiz.locator('input').nth(0).check();
    await quiz.locator('button').click();
    await quiz.locator('.verdict', { hasText: 'something is missing' }).waitFor();
    await quiz.locator('input').nth(1).check();
    await quiz.locator('button').click();
    await quiz.locator('.verdict', { hasText: 'Right.' }).waitFor();
});

/** Puts the puzzle's lines right with the keyboard alone. */
async function solvePuzzle(page) {
    const wanted = ['for n in range(3):', 'print(n)', 'print("done")'];
    const lines = page.locator('[data-parsons] .line');
    const texts = () => lines.locator('code').allInnerTexts().then((all) => all.map((text) => text.trim()));
    await lines.filter({ hasText: 'never' }).locator('[data-move="toggle"]').press('Enter');
    for (const [to, text] of wanted.entries()) {
        for (let at = (await texts()).indexOf(text); at > to; at--)
            await lines.nth(at).locator('[data-move="up"]').press('Alt+ArrowUp');
    }
    await lines.filter({ hasText: 'print(n)' }).locator('[data-move="in"]').press('Enter');
}

test('lines are put in order from the keyboard; each move is announced', async (t) => {
    const page = await openReady(t, START);
    await part(page, 'check-order').click();
    await page.locator('[data-parsons] .verdict', { hasText: /Look at line/ }).waitFor();
    await solvePuzzle(page);
    await page.locator('[data-part="said"]', { hasText: 'print(n): indented 1 times' }).waitFor();
    await part(page, 'check-order').click();
    await page.locator('[data-parsons] .verdict', { hasText: 'Right: this is the program.' }).waitFor();
});

test('lines can be dragged', async (t) => {
    const page = await openReady(t, START);
    const lines = page.locator('[data-parsons] .line');
    const last = await lines.last().locator('code').innerText();
    await lines.last().dragTo(lines.first());
    assert.equal(await lines.first().locator('code').innerText(), last);
});

test('a lesson is done when everything it asks is answered', async (t) => {
    const page = await openReady(t, START);
    const predict = page.locator('form[data-predict]');
    await predict.locator('input[value="hello"]').check();
    await predict.locator('button[type="submit"]').click();
    await predict.locator('.verdict', { hasText: 'You were right.' }).waitFor();
    await page.locator('[data-quiz="one"] input').nth(0).check();
    await page.locator('[data-quiz="one"] button').click();
    for (const i of [0, 1])
        await page.locator('[data-quiz="many"] input').nth(i).check();
    await page.locator('[data-quiz="many"] button').click();
    await solvePuzzle(page);
    await part(page, 'check-order').click();
    assert.equal(await page.locator('[data-progress="first/start"] .mark.done').count(), 0);
    await page.locator('[data-exercise] [data-run]').click();
    await write(page, 'def double(n): return n * 2');
    await part(page, 'check').click();
    await page.locator('[data-progress="first/start"] .mark.done').waitFor({ state: 'attached' });
});

test('in a frame: no bar, and the frame hears of size, results and exercises', async (t) => {
    // The page's own policy forbids frames; another site's would not.
    const page = await open(t, 'en/', { bypassCSP: true });
    const heard = await page.evaluate(async (address) => {
        const messages = [];
        addEventListener('message', ({ data }) => messages.push(data));
        const frame = document.createElement('iframe');
        frame.src = address;
        frame.width = '800';
        document.body.append(frame);
        await new Promise((resolve) => { frame.onload = resolve; });
        const inside = () => frame.contentDocument;
        const until = async (test) => {
            while (!test())
                await new Promise((resolve) => setTimeout(resolve, 50));
        };
        await until(() => inside().querySelector('.cm-content') && messages.some(({ type }) => type === 'resize'));
        inside().querySelector('[data-testid="run"]').click();
        await until(() => messages.some(({ type }) => type === 'result'));
        inside().querySelector('[data-testid="check"]').click();
        await until(() => messages.some(({ type }) => type === 'exercise'));
        const bar = getComputedStyle(inside().querySelector('.bar')).display;
        return { bar, result: messages.find(({ type }) => type === 'result'), exercise: messages.find(({ type }) => type === 'exercise') };
    }, `${site.address}${START}?embed=1`);
    assert.equal(heard.bar, 'none');
    assert.equal(heard.result.stdout, 'hello\n');
    assert.deepEqual({ ...heard.exercise }, { source: 'vivarium', type: 'exercise', lesson: 'first/start', exercise: 'double', solved: false, attempts: 1 });
});

test('an address without a page says so, in both languages', async (t) => {
    const page = await open(t, 'nowhere/at/all/', { allowed: /404/ });
    await page.locator('h1', { hasText: 'There is no page here' }).waitFor();
    await page.getByText('去看课程目录').click();
    await page.waitForURL('**/zh-CN/');
});

test('about: the libraries and the texts of their licences', async (t) => {
    const page = await open(t, 'en/about/');
    await page.getByText('@codemirror/view').first().waitFor();
    await page.getByText('PSF licence)').last().click();
    await page.getByText('PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2').first().waitFor();
});

test('full storage: the notice comes, what is typed stays through a change of lesson', async (t) => {
    const page = await openReady(t, START, {
        prepare: (each) => each.addInitScript(() => {
            Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
            indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };
        }),
    });
    await write(page, 'print("typed")');
    await page.locator('[data-notice="storage"]').waitFor();
    await page.locator('a[rel="next"]').click();
    await page.locator('h1', { hasText: 'More to read' }).waitFor();
    await page.goBack();
    await parts(page).code.filter({ hasText: 'print("typed")' }).waitFor();
});

test('without the editor\'s chunk the text area runs programs', async (t) => {
    const page = await open(t, START, {
        allowed: /Failed to load resource|Failed to fetch/, prepare: (each) => each.route('**/codemirror-*.js', (route) => route.abort()),
    });
    const area = parts(page).editor.locator('textarea');
    await area.fill('print(6 * 7)\n# lines are numbered');
    await area.press('Control+Enter');
    await parts(page).console.filter({ hasText: '42' }).waitFor();
    assert.equal(await page.locator('.plain-gutter').textContent(), '1\n2');
});

test('without the chunk of explanations the traceback is there all the same', async (t) => {
    const page = await openReady(t, PLAY, {
        allowed: /Failed to load resource|Failed to fetch/, prepare: (each) => each.route('**/explain-*.js', (route) => route.abort()),
    });
    assert.match(await runProgram(page, '1 / 0'), /ZeroDivisionError/);
    assert.equal(await part(page, 'explained').isVisible(), false);
});

test('a program that dies with its worker keeps the text, and Python starts again', async (t) => {
    const page = await openReady(t, PLAY, {
        prepare: (each) => each.addInitScript(() => {
            const { Worker } = window;
            window.Worker = class extends Worker {
                constructor(...args) {
                    super(...args);
                    window.lastWorker = this;
                }
            };
        }),
    });
    await write(page, 'print("safe")');
    await page.evaluate(() => window.lastWorker.onerror(new ErrorEvent('error', { message: 'gone', cancelable: true })));
    const alert = page.locator('[data-part="broken"]');
    await alert.filter({ hasText: 'Your code is safe.' }).waitFor();
    await alert.locator('button').click();
    await parts(page).status.filter({ hasText: 'Ready' }).waitFor();
    await parts(page).run.click();
    await parts(page).console.filter({ hasText: 'safe' }).waitFor();
});

test('a lesson can be walked and worked with the keyboard alone', async (t) => {
    const page = await openReady(t, START, { reducedMotion: 'reduce' });
    const focus = () => page.evaluate(() => {
        const { activeElement } = document;
        const box = activeElement.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 20) / 2);
        const outlined = getComputedStyle(activeElement).outlineStyle !== 'none'
            || Boolean(activeElement.closest('.cm-editor, .contents-panel'));
        return {
            name: activeElement.dataset.testid ?? activeElement.dataset.run ?? activeElement.className ?? activeElement.tagName,
            html: activeElement.outerHTML.slice(0, 120), covered: !(top && (activeElement.contains(top) || top.contains(activeElement))), outlined,
        };
    });
    const seen = [];
    await page.keyboard.press('Tab');
    for (let i = 0; i < 90; i++) {
        const now = await focus();
        seen.push(now.name);
        assert.ok(!now.covered, `what has the focus can be seen: ${now.name} ${now.html}`);
        assert.ok(now.outlined, `the focus is visible: ${now.name}`);
        if (now.name === 'cm-content cm-lineWrapping' || String(now.name).includes('cm-content'))
            await page.keyboard.press('Escape');
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement === document.body))
            break;
    }
    for (const name of ['skip', 'hello', 'check-order', 'check', 'hint', 'run', 'console'])
        assert.ok(seen.some((each) => String(each).includes(name)), `${name} is reached: ${seen.join(', ')}`);
});

test('axe finds nothing on any kind of page, in both themes', async (t) => {
    for (const colorScheme of ['light', 'dark']) {
        for (const path of ['en/', 'zh-CN/', START, 'zh-CN/first/start/', PLAY, 'zh-CN/playground/', 'en/about/', 'zh-CN/about/', 'nowhere/']) {
            const page = await open(t, path, { colorScheme, bypassCSP: true, allowed: /404/ });
            if (/start|playground/.test(path)) {
                await parts(page).code.waitFor();
                await runProgram(page, '1 / 0');
                await part(page, 'explained').locator('dd').first().waitFor();
            }
            if (path === START) {
                await part(page, 'hint').click();
                await part(page, 'check').click();
                await page.locator('[data-exercise][data-verdict]').waitFor();
            }
            if (path === 'en/' || path === 'zh-CN/')
                await part(page, 'contents').locator('> summary').click();
            await page.addScriptTag({ path: axePath });
            const { violations } = await page.evaluate(() => axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            }));
            const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
            assert.deepEqual(found, [], `${colorScheme} ${path}`);
            await page.context().close();
        }
    }
});

test('no kind of page scrolls sideways at 320 pixels', async (t) => {
    for (const path of ['en/', START, PLAY, 'zh-CN/about/', 'nowhere/']) {
        const page = await open(t, path, { viewport: { width: 320, height: 640 }, allowed: /404/ });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
    }
});

test('the policy forbids inline scripts, and the text is there without any', async (t) => {
    const page = await open(t, START, { allowed: /Content Security Policy/ });
    const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.injected = true">');
        return new Promise((resolve) => setTimeout(() => resolve(window.injected === true), 300));
    });
    assert.equal(ran, false);
});

test('the page keeps its budgets of size', () => {
    const over = sizes(site.folder).filter(({ value, budget }) => budget !== undefined && value > budget);
    assert.deepEqual(over, []);
});
