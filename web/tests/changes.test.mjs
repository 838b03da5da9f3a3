// The difference between two moments: answers of one running program compared (src/host/browser/changes.mjs).
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vv from '../../src/host/browser/program.mjs';
import { changesSince, compareGenerations, compareHeap, compareObjects, isAnother } from '../../src/host/browser/changes.mjs';
import { ask, fits, start } from './support/inspector.mjs';

/** A program that waits for a line of input before each part. */
function parts(...sources) {
    const program = start(sources.join('\ninput()\n') + '\ninput()\n');
    const next = () => {
        let status;
        while ((status = program.run(10000)) === vv.BUDGET);
        assert.equal(status, vv.WAIT);
    };
    next();
    return { ask: (question) => ask(program, question), next: () => { program.giveInput('\n'); next(); } };
}
const checked = (changes) => {
    assert.ok(fits(changes), JSON.stringify(fits.errors?.slice(0, 4)));
    return changes;
};
async function between(program, question) {
    const before = program.ask(question);
    program.next();
    const { changes, answer } = await changesSince(before, question, program.ask);
    return { before, after: answer, changes: checked(changes) };
}
const name = (answer, label) => answer.scopes.find((s) => s.scope === 'main').names.find((n) => n.label === label)?.to;

test('a name that is bound, rebound and deleted', async () => {
    const program = parts('a = [1]; b = {"k": a}; c = [2]', 'd = c; c = b; del a');
    const { before, after, changes } = await between(program, 'objects root=main');
    const [a, b, c] = ['a', 'b', 'c'].map((label) => name(before, label));
    assert.deepEqual(changes.names.map(({ label, was, now }) => [label, was, now]), [['a', a, null], ['c', c, b], ['d', null, c]]);
    assert.deepEqual(changes.changed, [{ id: a, refcount: { was: 2, now: 1 } }, { id: b, refcount: { was: 1, now: 2 } }]);
    assert.deepEqual([changes.added, changes.freed, changes.hidden, changes.references], [[], [], [], []]);
    assert.ok(changes.to > changes.from && changes.to === after.moment);
});

test('containers that grow, shrink and refer to other objects', async () => {
    const program = parts('class C: pass\nx, y = C(), C(); x.link = y\nrow = [x]; row2 = [x, y, x, y, x, y]', 'row.append(y); x.link = row; x.new = 2.5; del row2[1:]');
    const { before, changes } = await between(program, 'objects root=main');
    const [x, y, row, row2] = ['x', 'y', 'row', 'row2'].map((label) => name(before, label));
    const of = (id) => changes.references.filter((r) => r.from === id).map(({ kind, label, was, now }) => [kind, label, was, now]);
    assert.deepEqual(of(row), [['item', 1, null, y]]);
    assert.deepEqual(of(x).slice(0, 1), [['attribute', 'link', y, row]]);
    assert.deepEqual(of(x)[1].slice(0, 3), ['attribute', 'new', null]);
    assert.deepEqual(of(row2).map((change) => change[1]), [1, 2, 3, 4, 5]);
    assert.deepEqual(changes.changed.find((o) => o.id === row).length, { was: 1, now: 2 });
    assert.deepEqual(changes.changed.find((o) => o.id === row2).length, { was: 6, now: 1 });
    assert.equal(changes.added.length, 1);
});

test('freed objects, and ids that another object has', async () => {
    const program = parts('a = float("1234.5"); deep = [[[]]]; kept = deep[0]; t = (a, a)', 't = None; del a; a = float("2.5"); deep = None');
    const { before, after, changes } = await between(program, 'objects root=main');
    const [a, deep, kept] = ['a', 'deep', 'kept'].map((label) => name(before, label));
    assert.equal(name(after, 'a'), a); // 3.12's free list of floats gives the same memory again
    assert.ok(changes.reused.includes(a) && changes.freed.includes(a) && changes.added.includes(a));
    assert.ok(changes.freed.includes(deep) && !changes.freed.includes(kept));
    assert.deepEqual(changes.changed.map((o) => o.id), [kept]);
});

test('what left the picture is not what was freed', async () => {
    const program = parts('import builtins\nx = [float("1.5")]; y = [float("2.5")]', 'builtins.keep = x; del x, y');
    const { before, changes } = await between(program, 'objects root=main');
    const [x, y] = ['x', 'y'].map((label) => before.nodes.find((n) => n.id === name(before, label)));
    assert.ok(changes.hidden.includes(x.id) && changes.hidden.includes(x.edges[0].to));
    assert.ok(changes.freed.includes(y.id) && changes.freed.includes(y.edges[0].to));
});

test('names of functions that were called in between', async () => {
    const program = parts('def outer(n):\n    total = n * 1000\n    input()\n    inner = [n]\n    input()\nx = 3\nouter(x)');
    const { changes } = await between(program, 'objects');
    assert.deepEqual(changes.names.map(({ scope, name, label, was }) => [scope, name, label, was]), [['frame', 'outer', 'inner', null]]);
});

test('the heap by type, by size and in free lists', async () => {
    const program = parts('class Mark: pass\nmarks = [Mark() for i in range(10)]; x = 2.5', 'more = [Mark() for i in range(90)]; del x');
    const { changes } = await between(program, 'heap limit=1000');
    const marks = changes.byType.find((row) => row.type === 'Mark');
    assert.deepEqual(marks.count, { was: 10, now: 100 });
    assert.equal(marks.size64.now, 10 * marks.size64.was);
    assert.ok(changes.totals.used.now > changes.totals.used.was);
    assert.ok(changes.bySize.length > 0 && changes.complete);
    assert.deepEqual(checked(compareHeap(program.ask('heap'), program.ask('heap'))).totals, {});
});

test('objects that the collector moves on', async () => {
    const program = parts('import gc\ngc.disable()\nclass Mark: pass\nmarks = [Mark() for i in range(5)]', 'gone = marks.pop(); del gone\ngc.collect(1)\nyoung = 1', 'gc.freeze()');
    const { before, changes } = await between(program, 'generations limit=100000');
    const marks = before.generations[0].members.filter((o) => o.type === 'Mark').map((o) => o.id);
    assert.equal(changes.moved.filter((m) => marks.includes(m.id) && m.was === '0' && m.now === '2').length, 4);
    assert.deepEqual(changes.generations.find((g) => g.generation === '1').collections, { was: 0, now: 1 });
    assert.ok(changes.complete);
    const frozen = (await between(program, 'generations limit=100000')).changes;
    assert.equal(frozen.moved.filter((m) => marks.includes(m.id) && m.now === 'permanent').length, 4);
});

test('answers to different questions are not compared; an object is known by more than its id', () => {
    const program = parts('a = []');
    assert.throws(() => compareObjects(program.ask('heap'), program.ask('objects')), /"objects"/);
    assert.throws(() => compareGenerations(program.ask('generations'), program.ask('alive id=1')), /no living object/);
    const list = { id: 16, type: 'list', typeId: 32, text: null, generation: '1' };
    assert.equal(isAnother(list, { ...list, generation: '2' }), false);
    assert.equal(isAnother(list, { ...list, generation: '0' }), true);
    assert.equal(isAnother(list, { ...list, typeId: 48 }), true);
    assert.equal(isAnother({ ...list, type: 'float', text: '1.5' }, { ...list, type: 'float', text: '2.5' }), true);
});
