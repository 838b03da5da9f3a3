// The page's parts that need no page: search, comparison, shared links, explanations.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { load } from './support/load.mjs';
import { needBuilt, reactorFile } from './support/site.mjs';

const entry = (title, rest = {}) => ({ address: title, number: '1.1', title, chapter: 'c', headings: [], concepts: [], text: '', ...rest });

test('search: every word must occur, titles come first, the excerpt is the place', async () => {
    const { search } = await load('src/app/search.ts');
    const entries = [
        entry('Loops', { text: 'A list can be gone through, item by item.' }), entry('A list'), entry('Other', { text: 'nothing' }),
        entry('Chinese', { text: '列表可以一项一项地走。' }),
    ];
    assert.deepEqual(search(entries, 'LIST').map(({ entry: { title } }) => title), ['A list', 'Loops']);
    assert.deepEqual(search(entries, 'list item').map(({ entry: { title } }) => title), ['Loops']);
    assert.match(search(entries, '一项')[0].excerpt, /一项一项/);
    assert.deepEqual(search(entries, '  '), []);
});

test('comparison: a shortest list of changes', async () => {
    const { diffLines } = await load('src/app/diff.ts');
    const signs = (a, b) => diffLines(a, b).map(({ kind, text }) => ({ same: ' ', added: '+', removed: '-' })[kind] + text);
    assert.deepEqual(signs('a\nb\nc\n', 'a\nx\nc\nd'), [' a', '-b', '+x', ' c', '+d']);
    assert.deepEqual(signs('', 'a'), ['-', '+a']);
    assert.deepEqual(signs('same', 'same'), [' same']);
});

test('comparison: long texts without anything in common do not take for ever', async () => {
    const { diffLines } = await load('src/app/diff.ts');
    const lines = (prefix) => Array.from({ length: 5000 }, (_, i) => `${prefix}${i}`).join('\n');
    const began = performance.now();
    assert.equal(diffLines(lines('a'), lines('b')).length, 10_000);
    assert.ok(performance.now() - began < 5000);
});

test('a shared link gives back what was put into it', async () => {
    const { decodeShared, encodeShared, isShared } = await load('src/state/share.ts');
    const program = { files: [{ name: 'main.py', text: 'print("你好 🌱")\n'.repeat(50) }, { name: 'helper.py', text: '' }], from: '/en/' };
    const hash = await encodeShared(program);
    assert.ok(isShared(hash) && /^#code=[\w-]+$/.test(hash) && hash.length < 300, hash);
    assert.deepEqual(await decodeShared(hash), program);
});

test('a shared link that was cut, changed or made up is refused', async () => {
    const { decodeShared, encodeShared } = await load('src/state/share.ts');
    const hash = await encodeShared({ files: [{ name: 'main.py', text: 'print(1)' }] });
    const middle = Math.floor(hash.length / 2);
    const changed = hash.slice(0, middle) + (hash[middle] === 'A' ? 'B' : 'A') + hash.slice(middle + 1);
    for (const bad of [hash.slice(0, -4), changed, '#code=', '#code=%%%', '#code=AAAA'])
        await assert.rejects(decodeShared(bad), undefined, bad);
    for (const files of [[], [{ name: '../x', text: '' }], [{ name: 'x.py', text: 5 }]])
        await assert.rejects(decodeShared(await encodeShared({ files })));
});

test('a shared link that unpacks to very much is refused', async () => {
    const { decodeShared, encodeShared } = await load('src/state/share.ts');
    await assert.rejects(decodeShared(await encodeShared({ files: [{ name: 'main.py', text: 'x'.repeat(3_000_000) }] })), /too large/);
});

let runtime;
before(async () => {
    needBuilt(reactorFile);
    const { createRuntime } = await load('src/engine/index.ts');
    runtime = await createRuntime({ wasm: await readFile(reactorFile) });
});

// [program, what the explanation must say]: by our own runtime, whose words are CPython's.
const ERRORS = [
    ['if True\n    pass', /no colon/], ['x = "abc', /never ends/], ['print((1, 2)', /\( is opened and never closed/], ['x = 1)', /\) with nothing to close/],
    ['x = (1]', /\( was opened, and \] tries/], ['print "x"', /print is a function/], ['if x = 1:\n    pass', /One = gives a name/], ['1 = x', /literal is none of these/],
    ['x = [1 2]', /side by side/], ['x = “a”', /The character “ \(U\+201C\)/], ['return 1', /return stands outside/], ['break', /break stands outside/],
    ['if True:\npass', /After 'if' statement on line 1/], ['x = 1\n  y = 2', /nothing above begins a block/],
    ['if True:\n        x = 1\n    y = 2', /matches no line further up/], ['print(nmae)', /no name nmae/], ['value = 1\nprint(valeu)', /There is value/],
    ['math.pi', /It is a module/], ['def f():\n    print(x)\n    x = 1\nf()', /x is given a value somewhere in this function/], ['None.sort', /None has no sort/],
    ['import math\nmath.sqroot', /module math has nothing called sqroot/], ['[].push', /type list has no push/], ['int.foo', /class int has no foo/],
    ['"a" + 1', /A str can be joined to another str only, and this is a int/], ['1 + "a"', /\+ does not know what to do with a int and a str/],
    ['1 < "a"', /A int and a str cannot be ordered with </], ['1()', /a int cannot be called/], ['for x in 5: pass', /This value \(int\)/], ['a, b = 5', /This value \(int\)/],
    ['5[0]', /A int has no items/], ['"abc"[0] = "x"', /items of a str cannot be changed/], ['[1]["a"]', /Items of this list are numbered/], ['{[]: 1}', /A list can change/],
    ['def f(a): pass\nf()', /f was called without: 'a'/], ['def f(a): pass\nf(1, 2)', /f takes 1 and got 2/], ['def f(a): pass\nf(b=1)', /no parameter called b/],
    ['[][0]', /The list has fewer items/], ['[].pop()', /Nothing is left to take out of the list/], ['{}["k"]', /no key 'k'/], ['int("x")', /cannot read 'x' as a whole/],
    ['float("x")', /cannot read 'x' as a number/], ['a, b = 1, 2, 3', /more values than the 2 names/], ['a, b = [1]', /2 names wait for values, and there are only 1/],
    ['[].index(1)', /not in the list/], ['1 / 0', /divided by zero/], ['def f(): f()\nf()', /called itself again and again/], ['raise ModuleNotFoundError("No module named \'nowhere\'")', /no module called nowhere/],
    ['open("no.txt")', /no file no\.txt/], ['assert 1 == 2', /condition of an assert/], ['next(iter([]))', /asked for more than it has/],
    ['d = {1: 1}\nfor k in d: d[k + 1] = 1', /changed while a loop/], ['raise NotImplementedError', /not been written yet/], ['b"\\xff".decode()', /no text in this encoding/],
    ['class E(Exception): pass\nraise E("x")', /raised E and nothing caught it/],
];

test('the errors that learners meet are explained, by the words of the real tracebacks', async () => {
    const { explain, lastTraceback } = await load('src/explain/explain.ts');
    const wrong = [];
    for (const [source, expected] of ERRORS) {
        const { stderr } = await runtime.run({ source, stdin: '' }).finished;
        const raised = lastTraceback(stderr, (file) => file === 'main.py');
        const { what = stderr, attempt = '' } = raised ? explain(raised.type, raised.message, 'en') : {};
        if (!expected.test(what) || attempt === '' || /\$\d/.test(what + attempt) || !raised.place)
            wrong.push(`${source}\n    ${what}\n    ${stderr.trim().split('\n').at(-1)}`);
        const chinese = raised && explain(raised.type, raised.message, 'zh-CN');
        if (!chinese || !/[\u4e00-\u9fff]/.test(chinese.what) || !/[\u4e00-\u9fff]/.test(chinese.attempt))
            wrong.push(`${source}: not Chinese: ${chinese?.what}`);
    }
    assert.deepEqual(wrong, []);
});

test('of a traceback with a cause, the last error counts', async () => {
    const { lastTraceback } = await load('src/explain/explain.ts');
    const { stderr } = await runtime.run({ source: 'try:\n    1 / 0\nexcept ZeroDivisionError:\n    {}["k"]\n' }).finished;
    const raised = lastTraceback(stderr, (file) => file === 'main.py');
    assert.deepEqual(raised, { type: 'KeyError', message: "'k'", place: { file: 'main.py', line: 4, name: '<module>' } });
});
