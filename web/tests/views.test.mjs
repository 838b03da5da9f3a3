// The views' facts, places and tables on answers of real programs, without a page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './support/load.mjs';
import { startProgram } from './views-support.mjs';

const { readObjects, drawObjects, objectTables, objects } = await load('src/views/objects.ts');
const { frames } = await load('src/views/frames.ts');
const { memory } = await load('src/views/memory.ts');
const { collector } = await load('src/views/collector.ts');
const { classes } = await load('src/views/classes.ts');
const { mergeSteps } = await load('src/views/mro.ts');
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

/* ---- frames ---- */

const CALLS = `
def numbers(n):
    for i in range(n):
        yield i
def chain(n):
    yield from numbers(n)
def work(items, depth):
    total = len(items)
    if depth:
        return work(items, depth - 1)
    try:
        input()
        total += 1
        next(it)
        input()
    except ValueError:
        pass
it = chain(3)
next(it)
work([1], 1)
`;

test('frames: callers first, what changed, who waits for whom, and the instruction that is next', async () => {
    const [first, second] = await follow(frames, CALLS, 2);
    const stack = ({ model }) => model.threads[0].frames.map((frame) => frame.native ?? `${frame.frame.qualname}:${frame.frame.line}`);
    assert.deepEqual(stack(first), ['<module>:20', 'work:10', 'work:12', 'input']);
    assert.deepEqual(first.model.parked.map(({ frame }) => frame.qualname), ['chain', 'numbers']);
    const [chain, numbers] = first.model.parked;
    assert.equal(chain.frame.waitsFor, numbers.frame.id);
    assert.equal(second.news, 'total = 2, i = 1');
    const inner = second.model.threads[0].frames[2];
    assert.deepEqual([...inner.changed], ['variable:total']);
    assert.equal(inner.isNew, false);
    const { code } = second.model;
    assert.equal(code.instructions.find(({ offset }) => offset === code.current).op, 'CALL');
    assert.ok(code.instructions.find(({ offset }) => offset === code.current).handler > 0);
    assert.ok(words(second.scene.shapes).includes('CALL'));
    const [calls, parked, listing] = second.tables;
    assert.deepEqual(rows(calls).find(([name]) => name === 'total').slice(2), ['1', 'int', '']);
    assert.deepEqual(rows(parked)[0].slice(0, 3), ['chain', '6', 'generator · suspended · waits for numbers']);
    assert.equal(rows(listing).length, code.instructions.length);
    const other = await frames.read(startAgain(CALLS), { ...NONE, picks: { frame: first.model.threads[0].frames[0].key } });
    assert.equal(other.code.name, '<module>');
});

function startAgain(source) {
    const program = startProgram(source);
    program.next();
    return program.ask;
}

/* ---- memory ---- */

test('memory: counts by type with their change, the room of lists, and the bytes of what is chosen', async () => {
    const source = 'class Mark: pass\nitems = [1, 2, 3]\ninput()\nitems += [4, 5]\nmarks = [Mark() for i in range(9)]\ninput()';
    const [, second] = await follow(memory, source, 2);
    assert.match(second.news, /Mark \+9/);
    const list = second.model.lists.find(({ name }) => name === 'items');
    assert.equal(list.changed, true);
    assert.equal(list.object.length, 5);
    const table = (key) => rows(second.tables.find((each) => each.key === key));
    assert.deepEqual(table('types').find(([type]) => type === 'Mark').slice(0, 3), ['Mark', '9', '+9']);
    assert.equal(table('lists').find(([name]) => name === 'items')[2], String(list.object.capacity));
    assert.equal(table('free').length, second.model.heap.freeLists.length);
    const shownWords = words(second.scene.shapes);
    for (const word of ['Mark', '+9', `5 of ${list.object.capacity}`, 'Free lists'])
        assert.ok(shownWords.includes(word), word);
    const chosen = await memory.read(startAgain(source), { ...NONE, selected: list.object.id });
    assert.deepEqual(chosen.bytes.fields.filter(({ name }) => name === 'length' || name === 'refcnt').map(({ text }) => text), ['1', '3']);
    assert.equal(rows(memory.tables(chosen, NONE, texts).find(({ key }) => key === 'bytes')).length, chosen.bytes.fields.length);
});

test('memory: the hash table of the chosen dict or set: slots, entries, who found a slot taken, what was deleted', async () => {
    const source = 'd = {1: "a", 9: "b", 3: "c", 4: "d"}\ndel d[3]\ns = {1, 9, 2}\ninput()';
    const [{ model, tables }] = await follow(memory, source, 1);
    assert.deepEqual(rows(tables.find(({ key }) => key === 'hashed')).map(([name, type]) => [name, type]), [['d', 'dict'], ['s', 'set']]);
    const [dict, set] = model.hashed.map(({ object }) => object.id);
    const look = async (selected) => {
        const choices = { ...NONE, selected };
        const chosen = await memory.read(startAgain(source), choices);
        return { chosen, shown: words(memory.draw(chosen, choices, texts, new Map()).scene.shapes), table: rows(memory.tables(chosen, choices, texts).find(({ key }) => key === 'hash')) };
    };
    const first = await look(dict);
    const { index } = first.chosen.table.dict;
    // 1 stands in its own slot, 9 wanted the same one; 3 is gone, and its slot says so.
    assert.deepEqual(first.table, [['0', '1', '1', '1', '1'], ['1', '9', '9', '1', String(index.indexOf(1))], ['3', '4', '4', '4', '4']]);
    assert.notEqual(index.indexOf(1), 1);
    assert.equal(index[3], -2);
    for (const text of ['The hash table of dict (3)', `slot 1 was taken: ${index.indexOf(1)}`, '×', '8 slots · 3 used · 1 deleted · room for 1 more before it grows'])
        assert.ok(first.shown.includes(text), `${text}: ${first.shown}`);
    const second = await look(set);
    assert.deepEqual(second.table.map(([, key, , wanted]) => [key, wanted]).sort(), [['1', '1'], ['2', '2'], ['9', '1']]);
    assert.equal(second.table.filter(([, , , wanted, at]) => wanted !== at).length >= 1, true);
});

test('memory: rows keep their order when counts change', async () => {
    const [first, second] = await follow(memory, 'input()\nmany = [(i, i) for i in range(3000)]\ninput()', 2);
    const order = ({ layout }) => [...layout.keys()];
    assert.deepEqual(order(second).slice(0, order(first).length), order(first));
});

/* ---- collector ---- */

test('collector: objects move up, what is out of reach is shown until it is freed', async () => {
    const source = 'import gc\ngc.disable()\nkept = [[1]]\nring = []\nring.append(ring)\ninput()\ndel ring\ninput()\nprint(gc.collect(0))\ninput()';
    const [first, second, third] = await follow(collector, source, 3);
    const kept = ({ model }) => model.members.find(({ name }) => name === 'kept');
    assert.equal(kept(first).generation, '0');
    assert.deepEqual(second.model.lost.map(({ type }) => type), ['list']);
    assert.equal(second.news, '1 out of reach');
    const garbage = second.model.collect.objects.filter(({ reachable }) => !reachable);
    assert.deepEqual(garbage.map(({ id, refs, left }) => [id, refs, left]), [[second.model.lost[0].id, 1, 0]]);
    assert.deepEqual([kept(third).generation, kept(third).from], ['1', '0']);
    assert.deepEqual(third.model.freed.map(({ type }) => type), ['list']);
    assert.match(third.news, /^collected generation 0 · \d+ objects moved up · 1 freed$/);
    assert.ok(words(third.scene.shapes).some((word) => word.endsWith('freed')));
    assert.equal(rows(third.tables[0])[0][4], '1');
});

test('collector: the steps of a collection count as the collector counts', async () => {
    const [{ model }] = await follow(collector, 'import gc\ngc.collect(); gc.disable()\na = []; b = [a]; a.append(b)\nc = [a]\ndel a, b\nlost = [[]]; lost[0].append(lost); del lost\ninput()', 1);
    const seen = {};
    for (const phase of ['objects', 'copy', 'subtract', 'reachable', 'clear']) {
        const choices = { ...NONE, picks: { phase } };
        assert.equal(collector.picks(model, choices, texts)[1].value, phase);
        seen[phase] = words(collector.draw(model, choices, texts, new Map()).scene.shapes);
    }
    const lists = model.collect.objects.filter(({ type }) => type === 'list');
    assert.deepEqual(lists.map(({ refs, left, reachable }) => `${refs} ${left} ${reachable}`).sort(), ['1 0 false', '1 0 false', '1 0 true', '1 1 true', '2 0 true']);
    assert.ok(seen.clear.includes(texts.toClear(2)));
    assert.ok(seen.copy.includes('2'));
});

/* ---- classes ---- */

const FAMILY = `
class Meta(type):
    pass
class A:
    def hello(self): pass
    @property
    def size(self): return 1
class B(A):
    limit = 3
class C(A):
    def hello(self): pass
class D(B, C, metaclass=Meta):
    def __init__(self): pass
    def __getattr__(self, name): return name
input()
`;

test('classes: the merge ends at the true MRO, step by step', async () => {
    const [{ model, tables, scene }] = await follow(classes, FAMILY, 1);
    assert.equal(model.chosen.name, 'D');
    assert.deepEqual(model.merge.at(-1).result, model.chosen.mro.map(({ id }) => id));
    const name = (id) => model.classes.get(id).name;
    assert.deepEqual(model.merge.map(({ taken }) => taken && name(taken)), ['B', 'C', 'A', 'object', undefined]);
    assert.deepEqual(model.merge[1].tried.map(({ head, heldBy }) => [name(head), heldBy]), [['A', 1], ['C', undefined]]);
    assert.deepEqual(model.calls.map(({ attribute, from }) => [attribute, from]), [['__call__', 'type'], ['__new__', 'object'], ['__init__', 'D']]);
    assert.deepEqual(rows(tables.find(({ key }) => key === 'classes')).find(([own]) => own === 'D'), ['D', 'B, C', 'Meta', '1', '']);
    assert.ok(words(scene.shapes).includes('Meta'));
    const hidden = rows(tables.find(({ key }) => key === 'attributes')).find(([own, , from]) => own === 'hello' && from === 'A');
    assert.equal(hidden[4], 'hidden by C');
});

test('classes: where a look-up goes', async () => {
    const way = async (attribute) => (await classes.read(startAgain(FAMILY), { ...NONE, picks: { attribute } })).lookup.steps.map(({ kind, name, found, wins }) => `${name ?? kind}${found ? '!' : ''}${wins ? ' first' : ''}`);
    assert.deepEqual(await way('size'), ['D', 'B', 'C', 'A! first']);
    assert.deepEqual(await way('limit'), ['D', 'B!', 'instance']);
    assert.deepEqual(await way('nothing'), ['D', 'B', 'C', 'A', 'object', 'instance', '__getattr__!']);
    const { lookup } = await classes.read(startAgain(FAMILY), { ...NONE, picks: { attribute: 'a b=1' } });
    assert.equal(lookup, undefined);
});

test('classes: what the instance has itself goes before what is no data descriptor', async () => {
    const ask = startAgain(FAMILY.replace('\ninput()', '\nd = D(); d.limit = 9; d.__dict__["size"] = 0\ninput()'));
    const graph = await ask('objects root=main');
    const selected = graph.scopes[0].names.find(({ label }) => label === 'd').to;
    const way = async (attribute) => (await classes.read(ask, { ...NONE, selected, picks: { attribute } })).lookup.steps.map(({ kind, name, found, wins }) => `${name ?? kind}${found ? '!' : ''}${wins ? ' first' : ''}`);
    assert.deepEqual(await way('limit'), ['D', 'B!', 'instance!']);
    assert.deepEqual(await way('size'), ['D', 'B', 'C', 'A! first']);
    const { made } = await classes.read(ask, { ...NONE, selected });
    assert.deepEqual(made.map(({ attribute, from }) => [attribute, from]), [['__prepare__', 'type'], ['__new__', 'type'], ['__init_subclass__', 'object'], ['__init__', 'type']]);
});

test('a merge without a consistent order stops', () => {
    const steps = mergeSteps(9, [[1, 2, 0], [2, 1, 0]], [1, 2]);
    assert.equal(steps[0].taken, undefined);
    assert.deepEqual(steps[0].tried.map(({ head }) => head), [1, 2]);
});

test('every view can be frozen, in both languages, with nothing that runs', async () => {
    const ask = startAgain(FAMILY);
    for (const name of ['objects', 'memory', 'collector', 'frames', 'classes']) {
        for (const language of ['en', 'zh-CN']) {
            const { svg, table } = await drawStatic(name, ask, { language });
            assert.doesNotMatch(svg + table, /<script|<style|href=|undefined|NaN|\[object/, name);
            assert.match(table, /<caption>/);
        }
    }
});
