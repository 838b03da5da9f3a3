// Pictures that programs draw by their output: the message, the picture as data, and the console in a real browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPage, parts, runProgram } from './support/browser.mjs';
import { load } from './support/load.mjs';
import { needBuilt, startSite, wasmFolder } from './support/site.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core');
const { AnsiParser } = await load('src/console/ansi.ts');
const { withoutFigures } = await load('src/console/figure.ts');
const { drawGraph, graphTables, readGraph } = await load('src/views/graph.ts');
const { sceneToSvg } = await load('src/views/scene.ts');
const { viewTexts } = await load('src/views/texts.ts');

const START = '\x1b]5379;';
const parse = (...pieces) => {
    const parser = new AnsiParser();
    return [...pieces.flatMap((piece) => parser.parse(piece)), ...parser.end()];
};
const SMALL = { version: 1, back: false, nodes: [{ label: 'list of 1 item', start: true, more: 2 }, { label: 'a < b & "c"', mark: true }], edges: [[0, 1, '[0]'], [1, 0, '']], cut: 3 };

test('a message is taken out of the text, wherever it is cut', () => {
    const output = `a\n${START}objgraph;{}\x1b\\b`;
    const whole = [{ type: 'text', text: 'a\n', style: {} }, { type: 'figure', message: 'objgraph;{}' }, { type: 'text', text: 'b', style: {} }];
    for (let cut = 0; cut <= output.length; cut++) {
        const seen = parse(output.slice(0, cut), output.slice(cut));
        assert.deepEqual(seen.filter(({ type }) => type === 'figure'), [whole[1]], String(cut));
        assert.equal(seen.filter(({ type }) => type === 'text').map(({ text }) => text).join(''), 'a\nb', String(cut));
    }
    assert.deepEqual(parse(`${START}x;y\x07`), [{ type: 'figure', message: 'x;y' }]);
    assert.equal(withoutFigures(output), 'a\nb');
    assert.equal(withoutFigures(`a${START}objgraph;{`), `a${START}objgraph;{`);
});

test('a message that is cut off, broken or too long is shown as text', () => {
    const text = (...pieces) => parse(...pieces).map((part) => part.type === 'text' ? part.text : `<${part.type}>`).join('');
    assert.equal(text(`a${START}objgraph;{"ver`), 'a]5379;objgraph;{"ver');
    assert.equal(text(`a${START}objgraph;{"ver\nsion`), 'a]5379;objgraph;{"ver\nsion');
    assert.equal(text(`${START}caf\u00e9\x1b\\`), ']5379;caf\u00e9');
    assert.equal(text(`${START}${'x'.repeat(60_001)}\x1b\\`).length, 60_001);
    const flood = new AnsiParser();
    let shown = flood.parse(START).length;
    for (let i = 0; i < 100; i++)
        shown += flood.parse('x'.repeat(1000)).reduce((sum, part) => sum + part.text.length, 0);
    assert.ok(shown >= 100_000, 'what never ends is not kept for ever');
});

test('a graph is read strictly', () => {
    assert.deepEqual(readGraph(JSON.stringify(SMALL)).nodes[0], { label: 'list of 1 item', start: true, mark: false, more: 2 });
    const { nodes } = SMALL;
    for (const bad of [
        '', 'null', '[]', '1', '{', '{"version":2}', JSON.stringify({ ...SMALL, version: 2 }), JSON.stringify({ ...SMALL, back: 1 }), JSON.stringify({ ...SMALL, cut: -1 }),
        JSON.stringify({ ...SMALL, nodes: [] }), JSON.stringify({ ...SMALL, nodes: {} }), JSON.stringify({ ...SMALL, nodes: [null, null] }), JSON.stringify({ ...SMALL, nodes: [{ label: 1 }, nodes[1]] }),
        JSON.stringify({ ...SMALL, nodes: [{ label: 'x'.repeat(201) }, nodes[1]] }), JSON.stringify({ ...SMALL, nodes: Array(151).fill(nodes[0]) }), JSON.stringify({ ...SMALL, nodes: [{ label: '', more: 0.5 }, nodes[1]] }),
        JSON.stringify({ ...SMALL, edges: [[0, 2, '']] }), JSON.stringify({ ...SMALL, edges: [[0, -1, '']] }), JSON.stringify({ ...SMALL, edges: [[0, 1]] }), JSON.stringify({ ...SMALL, edges: [[0, '1', '']] }),
        JSON.stringify({ ...SMALL, edges: [[0, 1, null]] }), JSON.stringify({ ...SMALL, edges: [0] }), JSON.stringify({ ...SMALL, edges: Array(601).fill([0, 1, '']) }),
    ])
        assert.equal(readGraph(bad), undefined, bad.slice(0, 60));
});

test('picture and tables say the same, in both languages; text stays text', () => {
    const graph = readGraph(JSON.stringify(SMALL));
    for (const [language, title] of [['en', 'What can be reached from list of 1 item: 2 objects, 2 references'], ['zh-CN', '从 list of 1 item 能到达什么：2 个对象，2 条引用']]) {
        const texts = viewTexts(language);
        const svg = sceneToSvg(drawGraph(graph, texts));
        assert.ok(svg.includes(`aria-label="${title}"`), svg.slice(0, 400));
        assert.ok(!svg.includes('a < b') && svg.includes('2. a &#60; b &#38; &#34;c&#34;'));
        const [objects, references] = graphTables(graph, texts);
        assert.deepEqual(references.rows.map(({ cells }) => cells), [['1. list of 1 item', '[0]', '2. a < b & "c"'], ['2. a < b & "c"', '', '1. list of 1 item']]);
        assert.equal(objects.rows.length, 2);
    }
});

test('the largest graph allowed is drawn in time', () => {
    const nodes = Array.from({ length: 150 }, (_, i) => ({ label: `node ${i}`, start: i === 0 }));
    const edges = Array.from({ length: 600 }, (_, i) => [(i * 7) % 150, (i * 31 + (i >> 3)) % 150, `e${i}`]);
    const from = performance.now();
    const scene = drawGraph(readGraph(JSON.stringify({ version: 1, back: true, nodes, edges, cut: 0 })), viewTexts('en'));
    assert.ok(performance.now() - from < 5000);
    assert.ok(scene.width > 100 && Number.isFinite(scene.height));
});

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

const PROGRAM = `
import objgraph
class Boy: pass
class Girl: pass
you = Boy()
your_gf = Girl()
you.gf = your_gf
your_gf.bf = you
you.text = "<img src=x onerror=alert(1)>"
objgraph.show_refs([you], highlight=lambda o: isinstance(o, Girl))
objgraph.show_backrefs([you, your_gf], max_depth=2, filter=lambda o: isinstance(o, (dict, Boy, Girl)))
print("after")
`;

async function open(t, { path = 'en/playground/', ...options } = {}) {
    const { page, complaints } = await openPage(t, browser, { viewport: { width: 1280, height: 900 }, ...options });
    page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
    await page.goto(site.address + path);
    await page.locator('[data-testid="editor"] .cm-content').waitFor();
    return page;
}

test('objgraph draws in the console: text, then the picture, with its table and its file', async (t) => {
    for (const [language, caption, table] of [['en', 'What can be reached from Boy: ', 'Table'], ['zh-CN', '从 Boy 能到达什么：', '表格']]) {
        const page = await open(t, { path: `${language}/playground/`, colorScheme: language === 'en' ? 'light' : 'dark' });
        const text = await runProgram(page, PROGRAM);
        assert.match(text, /^Boy\n {4}-> /);
        assert.ok(text.trimEnd().endsWith('after') && !text.includes('5379'), text.slice(-300));
        const figures = page.locator('[data-testid="figure"]');
        await figures.nth(1).waitFor();
        assert.equal(await figures.count(), 2);
        const first = figures.first();
        assert.ok((await first.locator('figcaption').innerText()).startsWith(caption));
        assert.equal(await first.locator('svg').getAttribute('role'), 'img');
        assert.ok((await first.locator('svg').getAttribute('aria-label')).startsWith(caption));
        assert.equal(await page.locator('.console img').count(), 0);
        assert.ok((await first.locator('svg').textContent()).includes('Girl'));
        // What is drawn is seen: every box has a place of its own inside the picture.
        const boxes = await first.locator('svg .body').evaluateAll((all) => all.map((box) => box.getBoundingClientRect()).map(({ left, top, right, bottom }) => ({ left, top, right, bottom })));
        assert.ok(boxes.length >= 3);
        for (const [i, a] of boxes.entries()) {
            for (const b of boxes.slice(0, i))
                assert.ok(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom, 'boxes lie on one another');
        }
        const download = page.waitForEvent('download');
        await first.locator('[data-tool="export"]').click();
        const file = await download;
        assert.equal(file.suggestedFilename(), 'objgraph.svg');
        const svg = readFileSync(await file.path(), 'utf8');
        assert.ok(svg.startsWith('<svg') && !svg.includes('var(--') && !svg.includes('<img') && svg.includes('&#60;img'));
        await first.locator('[data-tool="table"]').click();
        assert.equal(await first.locator('[data-tool="table"]').innerText(), table);
        assert.equal(await first.locator('[data-tool="table"]').getAttribute('aria-pressed'), 'true');
        assert.ok((await first.locator('table').nth(1).innerText()).includes('1. Boy'));
        await page.evaluate(readFileSync(axePath, 'utf8'));
        const { violations } = await page.evaluate(() => window.axe.run('.console', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 200)}`), []);
    }
});

test('output redirected by the program stays text; messages of the program itself are drawn or shown, never run', async (t) => {
    const page = await open(t);
    const text = await runProgram(page, `
import contextlib, io, objgraph
out = io.StringIO()
with contextlib.redirect_stdout(out):
    objgraph.show_refs([[1]])
print(ascii(out.getvalue()))
print("\\x1b]5379;objgraph;{\\"version\\":1,\\"back\\":false,\\"nodes\\":[{\\"label\\":\\"<b>bold</b>\\"}],\\"edges\\":[]}\\x1b\\\\")
print("\\x1b]5379;objgraph;<script>alert(1)</script>\\x1b\\\\")
print("\\x1b]5379;objgraph;[never", "ends", end="")
`);
    assert.ok(text.startsWith("'list of 1 item\\n    -> int 1 ([0])\\n'"), text);
    await page.locator('.undrawn').waitFor();
    assert.equal(await page.locator('.undrawn').innerText(), 'objgraph;<script>alert(1)</script>');
    assert.ok((await parts(page).console.innerText()).trimEnd().endsWith(']5379;objgraph;[never ends'));
    assert.equal(await page.locator('[data-testid="figure"]').count(), 1);
    assert.equal(await page.locator('.console b, .console script').count(), 0);
    assert.ok((await page.locator('[data-testid="figure"] svg').textContent()).includes('<b>bold</b>'));
});
