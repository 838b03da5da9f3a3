// The views' facts, places and tables on answers of real programs, without a page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './support/load.mjs';
import { startProgram } from './views-support.mjs';

const { readObjects, drawObjects, objectTables, objects } = await load('src/views/objects.ts');
const { place } = await load('src/views/layout.ts');
const { sceneToSvg, textWidth, fit } = await load('src/views/scene.ts');
const { viewTexts } = await load('src/views/texts.ts');
const { quoted, inShort } = await load('src/views/saying.ts');
const { drawStatic } = await load('src/views/static.ts');
const { en: englishTexts } = await load('src/i18n/en/views.ts');
const { zhCN: chineseTexts } = await load('src/i18n/zh-cn/views.ts');
const texts = viewTexts('en');
const NONE = { toggled: new Set(), everyObject: false, picks: {} };

/** The models and layouts of a view at the stops of a program. */
async function follow(view, source, stops, choices = NONE) {
    const program = startProgram(source);
    const seen = [];
    let layout = new Map();
    let model;
    for (let i = 0; i < stops; i++) {
        program.next();
        model = await view.read(program.ask, choices, model);
        const drawn = view.draw(model, choices, texts, layout);
        ({ layout } = drawn);
        seen.push({ model, layout, scene: drawn.scene, tables: view.tables(model, choices, texts), news: view.news(model, texts) });
    }
    return seen;
}

const named = (model, name) => {
    const slot = model.scopes.flatMap(({ slots }) => slots).find(({ label }) => label === name);
    return slot && model.boxes.get(slot.to);
};
/** All texts of a scene. */
const words = (shapes) => shapes.flatMap(({ text, children }) => text !== undefined ? [text] : words(children ?? []));
const rows = (table) => table.rows.map(({ cells }) => cells.map((cell) => typeof cell === 'object' ? cell.text : String(cell)));

const STEPS = `
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
names = ["ada", "bob"]
head = Node(1, Node(2))
input()
alias = names
alias.append("cat")
input()
head.next = None
ring = []
ring.append(ring)
input()
del ring
extra = [[1, [2]], names]
input()
`;

test('objects: what changed, and what is freed or out of reach, is told apart', async () => {
    const [first, second, third, fourth] = await follow(objects, STEPS, 4);
    assert.equal(first.news, '');
    assert.equal(named(first.model, 'names').isNew, false);
    const list = named(second.model, 'names');
    assert.equal(list, named(second.model, 'alias'));
    assert.equal(list.facts.refcount, 2);
    assert.equal(list.countBefore, 1);
    assert.deepEqual(list.slots.map(({ changed }) => changed), [false, false, true]);
    assert.equal(second.news, 'names changed: alias · 1 object changed');
    assert.deepEqual(third.model.gone.map(({ facts, gone }) => [facts.type, gone]), [['Node', 'freed']]);
    assert.equal(named(third.model, 'ring').slots[0].to, named(third.model, 'ring').facts.id);
    assert.deepEqual(fourth.model.gone.map(({ facts, gone }) => [facts.type, gone]), [['list', 'unreachable']]);
    assert.match(fourth.news, /1 unreachable$/);
    assert.ok(words(fourth.scene.shapes).includes(texts.unreachable));
});

test('objects: a box never jumps between steps, and none lies on another', async () => {
    const seen = await follow(objects, STEPS, 4);
    for (const [i, { layout, model }] of seen.entries()) {
        const before = seen[i - 1]?.layout ?? new Map();
        for (const [key, at] of layout) {
            if (before.has(key) && [...model.boxes.values()].some((box) => box.key === key))
                assert.deepEqual(at, before.get(key), key);
        }
    }
});

test('objects: the table says what the picture says', async () => {
    const [, second] = await follow(objects, STEPS, 2);
    const [names, things] = second.tables;
    assert.deepEqual(rows(names).map(([name, where, value]) => [name, where, value]), [
        ['Node', 'main program', 'class Node'], ['names', 'main program', 'list (3)'], ['head', 'main program', 'Node'], ['alias', 'main program', 'list (3)'],
    ]);
    const list = rows(things).find(([text]) => text === 'list (3)');
    assert.equal(list[3], '2');
    assert.equal(list[5], 'names; alias');
    assert.equal(list[6], "0: 'ada'; 1: 'bob'; 2: 'cat'");
    assert.equal(list[7], 'was 1');
    assert.ok(words(second.scene.shapes).includes('×1 → ×2'));
});

test('objects: long containers are cut, and open on demand; small values can be boxes', async () => {
    const program = startProgram('rows = [[i] for i in range(12)]\nn = 5\ninput()');
    program.next();
    const model = await objects.read(program.ask, NONE);
    const drawn = (choices) => words(drawObjects(model, choices, texts, new Map()).scene.shapes);
    assert.ok(drawn(NONE).includes('… 5 more'));
    const { key } = named(model, 'rows');
    assert.equal(drawn({ ...NONE, toggled: new Set([`open ${key}`]) }).some((word) => word.includes('more')), false);
    assert.equal(drawn(NONE).filter((word) => word === 'list · 1').length, 7);
    assert.equal(drawn(NONE).includes('int'), false);
    assert.ok(drawn({ ...NONE, everyObject: true }).includes('int'));
});

test('objects: frames of calls stand below the names of the module, callers first', async () => {
    const [{ model }] = await follow(objects, 'def outer(x):\n    y = [x]\n    inner(y)\ndef inner(z):\n    input()\nouter(7)', 1);
    assert.deepEqual(model.scopes.map(({ kind, name }) => [kind, name]), [['main', ''], ['frame', 'outer'], ['frame', 'inner']]);
    assert.equal(named(model, 'y'), named(model, 'z'));
});

test('layout: what is new finds a free place beside what leads to it', () => {
    const box = (key, height = 40) => ({ key, width: 80, height });
    const boxes = ['a', 'b', 'c'].map((key) => box(key));
    const first = place(boxes, [{ from: 'a', to: 'b' }, { from: 'a', to: 'c' }], new Map());
    assert.ok(first.get('b').x > first.get('a').x + 80);
    const more = [...boxes, box('d'), box('e', 200)];
    const second = place(more, [{ from: 'a', to: 'b' }, { from: 'a', to: 'c' }, { from: 'a', to: 'd' }, { from: 'd', to: 'e' }], first);
    for (const key of ['a', 'b', 'c'])
        assert.deepEqual(second.get(key), first.get(key));
    const overlap = (p, q) => {
        const [a, b] = [second.get(p.key), second.get(q.key)];
        return a.x < b.x + q.width && b.x < a.x + p.width && a.y < b.y + q.height && b.y < a.y + p.height;
    };
    for (const p of more) {
        for (const q of more)
            assert.ok(p === q || !overlap(p, q), `${p.key} lies on ${q.key}`);
    }
    const grown = place([box('a'), { ...box('b'), height: 300 }, box('c')], [], first);
    assert.equal(grown.get('b').y, first.get('b').y);
    assert.ok(Math.abs(grown.get('c').y - grown.get('b').y) >= 40);
    assert.equal(grown.get('c').x, first.get('c').x);
});

test('a picture as a file is one SVG document without script, style or anything from outside', async () => {
    const program = startProgram('evil = "</text><script>alert(1)</script>\\x00\\ud800"\nattr = {"\\"><img src=x onerror=1>": [1, [2]]}\nclass C: pass\nc = C(); c.x = attr\ninput()');
    program.next();
    const model = await objects.read(program.ask, NONE);
    const svg = sceneToSvg(drawObjects(model, NONE, texts, new Map()).scene, () => '#123');
    assert.doesNotMatch(svg, /<script|<style|<image|<foreignObject|href=|url\(|var\(| on\w+=/i);
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(svg, /[\u0000-\u0008]|[\ud800-\udfff]/);
    assert.match(svg, /&#60;\/text&#62;&#60;script&#62;/);
});

test('a frozen picture is drawn without a page, with its table', async () => {
    const program = startProgram('a = [1, 2]\nb = a\ninput()');
    program.next();
    for (const language of ['en', 'zh-CN']) {
        const { svg, table } = await drawStatic('objects', program.ask, { language });
        assert.match(svg, /^<svg .*role="img".*<\/svg>$/s);
        assert.match(svg, /var\(--ink\)/);
        assert.match(table, /<caption>.+<\/caption>.*<th scope="row">a<\/th>/s);
    }
});

test('text: widths, cuts and quotes', () => {
    assert.ok(textWidth('漢字') > textWidth('ab'));
    assert.equal(fit('short', 500), 'short');
    assert.match(fit('a very long text indeed', 60), /…$/);
    assert.equal(quoted("it's\n"), '"it\'s\\n"');
    assert.equal(inShort({ type: 'list', text: null, length: 3 }), 'list (3)');
    assert.equal(inShort({ type: 'int', text: '42' }), '42');
});

test('the languages have the same texts', () => {
    const shape = (value) => typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value;
    assert.deepEqual(shape(chineseTexts), shape(englishTexts));
});

test('readObjects marks a reused id as another object', async () => {
    const answer = (type, typeId) => ({ moment: 1, scopes: [], complete: true, nodes: [{ id: 64, type, typeId, refcount: 1, size: 16, size64: 16, text: null, generation: '0', edges: [] }] });
    const model = readObjects(answer('Node', 8), readObjects(answer('list', 16)));
    assert.equal(model.boxes.get(64).isNew, true);
    assert.deepEqual(model.gone.map(({ facts }) => facts.type), ['list']);
    assert.equal(objectTables(model, texts)[1].rows.length, 2);
});
