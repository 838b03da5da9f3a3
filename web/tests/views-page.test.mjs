// The views in a real browser, on real programs, under a strict Content-Security-Policy.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { openViews, startProgram } from './views-support.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core');
let browser;
before(async () => {
    browser = await launch();
});
after(() => browser?.close());

const PROGRAM = `
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
class Leaf(Node):
    pass
def walk(node):
    while node:
        yield node.value
        node = node.next
names = ["ada", "bob"]
tree = {"left": [1, [2]], "names": names}
head = Node(1, Leaf("x"))
steps = walk(head)
next(steps)
input()
names.append("cat")
extra = names
head.next = None
input()
`;

/** The views at the first stop of a program; whatever the page complains about fails the test. */
async function open(t, options = {}, source = PROGRAM) {
    const program = startProgram(source);
    program.next();
    const opened = await openViews(browser, program, options);
    t.after(async () => {
        await opened.close();
        assert.deepEqual(opened.complaints, []);
    });
    await opened.refresh();
    const { page } = opened;
    return { ...opened, program, next: () => (program.next(), opened.refresh()), tool: (name) => page.locator(`[data-tool="${name}"]`), head: (label) => page.locator(`[data-target][aria-label^="${label}"]`).first() };
}

async function axe(page) {
    // The policy of the page allows no inline script: axe goes in by the debugger.
    await page.evaluate(await import('node:fs').then(({ readFileSync }) => readFileSync(axePath, 'utf8')));
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).join(' | ')}`);
}

test('elements live as long as what they show; changes are marked and said', async (t) => {
    const { page, next, head } = await open(t);
    const list = head('list (2)');
    await list.waitFor();
    await list.evaluate((element) => { element.parentElement.dataset.same = 'yes'; });
    const place = await page.locator('[data-same]').getAttribute('transform');
    await next();
    assert.equal(await page.locator('[data-same]').getAttribute('transform'), place);
    assert.match(await page.locator('[data-same] [data-target]').first().getAttribute('aria-label'), /^list \(3\), 3 references, was 2$/);
    assert.equal(await page.locator('.views-news').innerText(), 'names changed: extra · 2 objects changed · 1 freed');
    assert.equal(await page.locator('.gone').count(), 1);
});

test('an object can be chosen by keyboard; the panel says who holds it and why it is alive', async (t) => {
    const { page } = await open(t);
    await page.locator('.views-canvas').focus();
    await page.keyboard.press('Tab');
    const label = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    const first = await label();
    assert.ok(first);
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await label(), first);
    await page.locator('[data-target][aria-label^="list (2)"]').first().focus();
    await page.keyboard.press('Enter');
    const details = page.locator('.views-details');
    await details.waitFor();
    const said = await details.innerText();
    assert.match(said, /References\s+2/);
    assert.match(said, /Held by 2/);
    assert.match(said, /Why it is alive\s+main program/);
    assert.equal(await page.locator('[data-target][aria-label^="list (2)"]').first().getAttribute('aria-pressed'), 'true');
    await details.locator('.close').click();
    assert.equal(await details.isVisible(), false);
});

test('the table takes the place of the picture, and choosing there is choosing here', async (t) => {
    const { page, tool } = await open(t);
    await tool('table').click();
    assert.equal(await page.locator('.views-canvas').isVisible(), false);
    const button = page.locator('.twin .link', { hasText: 'list (2)' }).first();
    await button.click();
    await page.locator('.views-details').waitFor();
    await tool('table').click();
    assert.equal(await page.locator('[data-target][aria-label^="list (2)"]').first().getAttribute('aria-pressed'), 'true');
});

test('Frames scrolls to the current instruction once a moment', async (t) => {
    const { page, next } = await open(t, { height: 320 });
    await page.locator('[data-view="frames"]').click();
    await page.locator('.views-canvas[data-shown="frames"]').waitFor();
    const canvas = page.locator('.views-canvas');
    const inSight = () => canvas.evaluate((element) => {
        const [mark] = element.querySelectorAll('rect[fill="var(--accent-wash)"][height="18"]');
        const [row, window] = [mark, element].map((each) => each.getBoundingClientRect());
        return row.top >= window.top && row.bottom <= window.bottom;
    });
    assert.ok(await canvas.evaluate((element) => element.scrollTop) > 0);
    assert.ok(await inSight());
    await canvas.evaluate((element) => element.scrollTo(0, 0));
    await page.locator('.views-canvas [data-target][aria-pressed]').first().dispatchEvent('click');
    await page.locator('.views-details').waitFor();
    assert.equal(await inSight(), false);
    await next();
    assert.ok(await inSight());
});

test('an exported picture stands alone', async (t) => {
    const { page, tool } = await open(t);
    const [download] = await Promise.all([page.waitForEvent('download'), tool('export').click()]);
    assert.equal(download.suggestedFilename(), 'objects.svg');
    const stream = await download.createReadStream();
    let svg = '';
    for await (const chunk of stream)
        svg += chunk;
    assert.doesNotMatch(svg, /var\(|<script|<style|href=/);
    const parsed = await page.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, 'image/svg+xml');
        return { root: document.documentElement.localName, error: document.querySelector('parsererror')?.textContent, texts: document.querySelectorAll('text').length };
    }, svg);
    assert.equal(parsed.error, undefined);
    assert.equal(parsed.root, 'svg');
    assert.ok(parsed.texts > 20);
});

test('what cannot be shown says so in place', async (t) => {
    const { page, current, refresh, program } = await open(t);
    current.program = { ask: async () => ({ version: 1, error: 'no such view' }) };
    await refresh();
    assert.match(await page.locator('.views-empty').innerText(), /could not be drawn: no such view/);
    current.program = program;
    await refresh();
    assert.equal(await page.locator('.views-empty').isVisible(), false);
    await page.evaluate(() => window.views.clear());
    assert.match(await page.locator('.views-empty').innerText(), /Run a program/);
});

for (const [theme, width, language] of [['light', 1280, 'en'], ['dark', 320, 'zh-CN']]) {
    test(`axe finds nothing in any view: ${theme}, ${width} px`, async (t) => {
        const { page, next, tool, refresh } = await open(t, { theme, width, language, motion: 'reduce' });
        await next();
        const names = await page.evaluate(() => [...document.querySelectorAll('[role="tab"]')].map((tab) => tab.dataset.view));
        assert.deepEqual(names, ['objects', 'memory', 'collector', 'frames', 'classes']);
        for (const name of names) {
            await page.locator(`[data-view="${name}"]`).click();
            await refresh();
            await page.locator('.views-canvas [data-target]').first().dispatchEvent('click');
            assert.deepEqual(await axe(page), [], name);
            await tool('table').click();
            assert.deepEqual(await axe(page), [], `${name}, table`);
            await tool('table').click();
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${name} is wider than the page`);
        }
    });
}

test('how long an update of 200 boxes takes', async (t) => {
    const { page, next } = await open(t, {}, 'for i in range(25): globals()[f"row{i}"] = [[j, str(i)] for j in range(7)]\ninput()\nrow3[1][0] = 99; row7.pop(); last = row5\ninput()\nmore = [[1], [2, [3]]]; row1[0] = more\ninput()\npass\ninput()');
    await page.evaluate(() => {
        window.times = [];
        const { draw } = Object.getPrototypeOf(window.views);
        window.views.draw = function () {
            const from = performance.now();
            draw.call(this);
            document.body.getBoundingClientRect();
            window.times.push(performance.now() - from);
        };
    });
    await next();
    await next();
    await next();
    const { times, boxes } = await page.evaluate(() => ({ times: window.times, boxes: document.querySelectorAll('.node').length }));
    t.diagnostic(`${boxes} boxes: ${times.map((time) => time.toFixed(1)).join(', ')} ms`);
    assert.ok(boxes >= 200);
});
