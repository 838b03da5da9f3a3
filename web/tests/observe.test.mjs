// What the inspector answers about programs in the reactor: every answer fits tests/observe/schema.json, and says what is so.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vv from '../../src/host/browser/program.mjs';
import { ask, fits, module, stopped } from './support/inspector.mjs';

const named = (answer, name) => answer.scopes.find((s) => s.scope === 'main').names.find((n) => n.label === name)?.to;
const node = (answer, id) => answer.nodes.find((n) => n.id === id);

test('names lead to objects with their counts, shared ones once', () => {
    const program = stopped('a = [1, 2.5, "x y"]\nb = a\nd = {"k": a, 7: None}\nclass C: pass\nc = C(); c.own = a; big = 1 << 99; n = -5 ** 30');
    const answer = ask(program, 'objects root=main');
    const a = named(answer, 'a');
    assert.equal(named(answer, 'b'), a);
    const list = node(answer, a);
    assert.equal(list.type, 'list');
    assert.equal(list.refcount, 4);
    assert.equal(list.length, 3);
    assert.equal(list.size64, 88);
    assert.deepEqual(list.edges.map((e) => [e.kind, e.label]), [['item', 0], ['item', 1], ['item', 2]]);
    assert.deepEqual(list.edges.map((e) => node(answer, e.to).text), ['1', '2.5', 'x y']);
    assert.equal(node(answer, list.edges[0].to).refcount, null);
    const instance = node(answer, named(answer, 'c'));
    assert.deepEqual(instance.edges.map((e) => [e.kind, e.label, e.to]), [['attribute', 'own', a]]);
    assert.deepEqual(node(answer, named(answer, 'd')).edges.map((e) => [e.kind, e.label]), [['value', 'k'], ['value', '7']]);
    assert.equal(node(answer, named(answer, 'big')).text, '0x8000000000000000000000000');
    assert.equal(answer.complete, true);
});

test('limits are kept and told', () => {
    const program = stopped('rows = [[i, [i]] for i in range(1000, 1100)]');
    const answer = ask(program, 'objects root=main limit=10 items=5');
    assert.equal(answer.nodes.length, 10);
    assert.equal(answer.complete, false);
    assert.equal(node(answer, named(answer, 'rows')).hidden, 95);
});

test('who holds an object, and why it is alive', () => {
    const program = stopped('class N: pass\nn = N(); n.deep = {"inner": [object()]}\ntarget = id(n.deep["inner"][0])\nring = []; ring.append(ring); cycle = id(ring); del ring');
    const answer = ask(program, 'objects root=main depth=9');
    const number = (name) => Number(node(answer, named(answer, name)).text);
    const alive = ask(program, `alive id=${number('target')}`);
    assert.equal(alive.root, 'main');
    assert.deepEqual(alive.path.map((step) => step.by?.label), ['n', 'deep', 'inner', 0, undefined]);
    assert.deepEqual(ask(program, `referrers id=${number('target')}`).referrers.map((r) => [r.from.type, r.label]), [['list', 0]]);
    assert.equal(ask(program, `alive id=${number('cycle')}`).root, 'none');
    assert.match(ask(program, 'alive id=1').error, /no living object/);
});

test('the heap, the generations and their members', () => {
    const program = stopped('import gc\ngc.collect(); gc.disable()\nclass Mark: pass\nmarks = [Mark() for i in range(37)]\nx = 1.5; del x');
    const heap = ask(program, 'heap');
    assert.equal(heap.byType.find((row) => row.type === 'Mark').count, 37);
    assert.ok(heap.freeLists.find((list) => list.of === 'float').limit === 100);
    const young = ask(program, 'generations limit=5000').generations[0];
    assert.equal(young.members.filter((o) => o.type === 'Mark').length, 37);
    assert.equal(young.threshold, 700);
});

test('frames with their variables, and suspended generators', () => {
    const program = stopped('def gen(n):\n    for i in range(n):\n        yield i\ng = gen(9); next(g); next(g)\ndef f(x, *rest):\n    y = x + 1\n    def inner(): return y\n    while True: pass\nf(41, 5)', 20);
    const answer = ask(program, 'frames');
    const [top, module] = answer.threads[0].frames.filter((f) => f.name);
    assert.deepEqual([top.name, module.name, top.line, module.line], ['f', '<module>', 8, 9]);
    const values = Object.fromEntries(top.variables.map((v) => [v.label, v.value.text]));
    assert.equal(values.x, '41');
    assert.equal(values.y, '42');
    const [g] = answer.suspended;
    assert.deepEqual([g.type, g.state, g.line, g.variables.find((v) => v.label === 'i').value.text], ['generator', 'suspended', 3, '1']);
});

test('a class and the way of a look-up', () => {
    const program = stopped('class A:\n    def m(self): pass\n    @property\n    def p(self): pass\nclass B(A):\n    level = 1\n    def __getattr__(self, name): pass');
    const found = ask(program, 'class name=B attribute=p');
    assert.deepEqual(found.mro.map((c) => c.name), ['B', 'A', 'object']);
    assert.deepEqual(found.lookup.searched.map((s) => s.found), [false, true]);
    assert.deepEqual([found.lookup.role, found.lookup.beforeInstance, found.lookup.hook], ['property', true, true]);
    assert.equal(ask(program, 'class name=B attribute=nothing').lookup.id, null);
    assert.match(ask(program, 'class name=C').error, /no class/);
});

test('asking changes nothing: the same run has the same end', (t) => {
    const source = 'import gc\nrows = [[i] for i in range(100000)]\nprint(len(gc.get_objects()), id(object()))';
    const run = (curious) => {
        let out = '';
        const program = new vv.Program(vv.instantiateReactor(module, { write: (fd, bytes) => { out += new TextDecoder().decode(bytes); } }));
        program.create({ argv: ['observe.py'] });
        program.start('observe.py', source);
        let status;
        let longest = 0;
        while ((status = program.run(100000)) === vv.BUDGET) {
            for (const question of curious ? ['objects', 'heap', 'generations', 'frames'] : []) {
                const from = performance.now();
                ask(program, question);
                longest = Math.max(longest, performance.now() - from);
            }
        }
        assert.equal(status, vv.DONE);
        if (curious) t.diagnostic(`100,000 objects: the slowest answer took ${longest.toFixed(1)} ms, its JSON read and checked`);
        return out;
    };
    assert.equal(run(true), run(false));
});

test('a text is compiled only: its error, warnings and lines, while a program is paused', () => {
    const program = stopped('x = 1', 3);
    const before = program.inspect('objects root=main');
    const check = (source) => {
        const answer = program.check('main.py', source);
        assert.ok(fits(answer), JSON.stringify(fits.errors?.slice(0, 4)));
        return answer;
    };
    assert.deepEqual(check('x = 1\n\ndef f(a,\n      b):\n    """Doc."""\n    global g\n    return [i\n        for i in a]\n# end').lines, [1, 3, 7, 8]);
    assert.deepEqual(check('print("中" é)'),
        { version: 1, view: 'compile', error: { type: 'SyntaxError', message: 'invalid syntax. Perhaps you forgot a comma?', line: 1, column: 6, endLine: 1, endColumn: 11 },
            warnings: [], lines: [] });
    assert.equal(check('if x:\npass').error.type, 'IndentationError');
    assert.equal(check('def f():\n    return\nreturn 1').error.message, "'return' outside function");
    const { warnings, error } = check('s = "中" is 3\n"\\d"');
    assert.equal(error, null);
    assert.deepEqual(warnings.map((w) => [w.type, w.message, w.line, w.column, w.endColumn]), [
        ['SyntaxWarning', "invalid escape sequence '\\d'", 2, 0, 4], ['SyntaxWarning', '"is" with \'str\' literal. Did you mean "=="?', 1, 4, 12]]);
    assert.deepEqual(program.inspect('objects root=main'), before);
    assert.equal(program.run(1000), vv.BUDGET);
});

test('the instructions of a function, with what they mean and where exceptions go', () => {
    const program = stopped('def f(x):\n    try:\n        y = x + 7\n        while y < 3: y -= 1\n    except ValueError:\n        y = None\n    return y\ncode = f.__code__');
    const id = named(ask(program, 'objects root=main'), 'code');
    const { instructions, name } = ask(program, `code id=${id}`);
    assert.equal(name, 'f');
    const of = (op) => instructions.filter((instruction) => instruction.op === op);
    assert.equal(of('RESUME')[0].line, 1);
    assert.deepEqual(of('BINARY_OP').map(({ text, line }) => [text, line]), [['+', 3], ['-=', 4]]);
    assert.deepEqual(of('LOAD_CONST').map(({ value }) => value.text).slice(0, 2), ['7', '3']);
    assert.equal(of('LOAD_GLOBAL')[0].text, 'ValueError');
    assert.equal(of('COMPARE_OP')[0].text, '<');
    const jump = of('JUMP_BACKWARD')[0] ?? of('POP_JUMP_IF_TRUE')[0];
    assert.ok(instructions.some(({ offset }) => offset === jump.target));
    const guarded = of('BINARY_OP')[0].handler;
    assert.equal(instructions.find(({ offset }) => offset === guarded).op, 'PUSH_EXC_INFO');
    assert.match(ask(program, `code id=${named(ask(program, 'objects root=main'), 'f')}`).error, /no code object/);
});

test('what a collection would find is what it finds', () => {
    const source = 'import gc\ngc.collect(); gc.disable()\nclass N:\n    def __del__(self): pass\nring = [[], []]; ring[0].append(ring[1]); ring[1].append(ring[0]); del ring[:]\nkept = []; kept.append(kept)\nn = N(); n.self = n; del n\n';
    const program = stopped(source);
    const found = ask(program, 'collect generation=0 limit=500');
    const garbage = found.objects.filter(({ reachable }) => !reachable);
    assert.equal(found.garbage, garbage.length);
    assert.deepEqual(garbage.filter(({ type }) => type === 'list').map(({ refs, left }) => [refs, left]), [[1, 0], [1, 0]]);
    assert.deepEqual(garbage.filter(({ finalizer }) => finalizer).map(({ type }) => type), ['N']);
    const kept = found.objects.find(({ id }) => id === named(ask(program, 'objects root=main'), 'kept'));
    assert.deepEqual([kept.refs, kept.left, kept.reachable], [2, 1, true]);
    const after = stopped(`${source}count = gc.collect()`);
    assert.equal(node(ask(after, 'objects root=main'), named(ask(after, 'objects root=main'), 'count')).text, String(found.garbage));
});

test('the bytes of an object are its fields', () => {
    const program = stopped('n = 2 ** 40\nx = 1.5\nitems = [n, x]\ntext = "abc"\npair = (n, x)\nd = {"k": n}\nclass C: pass\nc = C(); c.a = 1');
    const graph = ask(program, 'objects root=main');
    for (const name of ['n', 'x', 'items', 'text', 'pair', 'd', 'c', 'C']) {
        const { object, fields, start, end, bytes } = ask(program, `bytes id=${named(graph, name)}`);
        assert.equal(bytes.length, 2 * (end - start), name);
        const field = (wanted) => fields.find((each) => each.name === wanted);
        assert.equal(field('type').to, object.typeId, name);
        assert.equal(Number(field('refcnt').text), object.refcount ?? 0xffffffff, name);
    }
    const field = (name, wanted) => ask(program, `bytes id=${named(graph, name)}`).fields.find((each) => each.name === wanted);
    assert.equal(field('x', 'value').text, '1.5');
    assert.equal(field('items', 'length').text, '2');
    assert.equal(field('pair', 'items[1]').to, named(graph, 'x'));
    assert.equal(field('text', 'data').text, 'abc');
});

test('names in sight, attributes of what a dotted name leads to, and a line about it', () => {
    const program = stopped('import sys\nclass B:\n    kind = 1\n    def m(self, a, /, b=2, *c, d, **e):\n        "Says m."\n    @property\n    def p(self): return 1\n'
        + 'class C(B):\n    def __init__(self): self.own = [1]\nc = C(); value = 5\ndef f(here):\n    other = here\n    while True: pass\nf(3)');
    const names = (question) => ask(program, question).names.map(({ name }) => name);
    assert.deepEqual(names('names prefix=o'), ['other', 'object', 'oct', 'ord', 'open']);
    assert.deepEqual(names('names prefix=va'), ['value', 'vars']);
    assert.deepEqual(names('names expression=c limit=2'), ['own', '__module__']);
    assert.deepEqual(names('names expression=c prefix=m'), ['m']);
    assert.ok(names('names expression=c.own prefix=a').includes('append'));
    const { about } = ask(program, 'names expression=c.m prefix=none');
    assert.deepEqual([about.doc, about.parameters.map(({ name, kind }) => `${name} ${kind}`)],
        ['Says m.', ['self positional only', 'a positional only', 'b positional', 'c *', 'd keyword', 'e **']]);
    assert.ok(ask(program, 'names expression=len prefix=none').about.doc.length > 5);
    assert.match(ask(program, 'names expression=sys prefix=mod').names[0].name, /modules/);
    assert.match(ask(program, 'names expression=c.p.x').error, /computed/);
    assert.match(ask(program, 'names expression=zzz').error, /nothing/);
});
