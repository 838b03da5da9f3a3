// Questions about the inside of things: the bytes and tables of objects, code, a collection worked out, look-ups, C3.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ask, stopped } from './support/inspector.mjs';

const main = (program) => {
    const answer = ask(program, 'objects root=main depth=2 limit=500');
    const names = answer.scopes.find((s) => s.scope === 'main').names;
    return (name) => names.find((n) => n.label === name)?.to;
};
const texts = (answer, ids) => ids.map((id) => answer.classes.find((c) => c.id === id).name);

test('a list with its spare room', () => {
    const program = stopped('row = [1, 2]; row.append(3)\nx = 2.5');
    const id = main(program);
    const row = ask(program, `table id=${id('row')}`);
    assert.deepEqual([row.list.length, row.list.capacity, row.list.spare], [3, 8, 5]);
    assert.equal(row.list.items.length, 3);
    assert.match(ask(program, `table id=${id('x')}`).error, /no list/);
    assert.match(ask(program, 'table id=7').error, /no living object/);
});

test('the tables of a dict and a set', () => {
    const program = stopped('d = {"a": 1, 7: 2, "gone": 3}; del d["gone"]\nfresh = {}\ns = {1, 9, 4}; s.discard(4)\nbig = set(range(100))');
    const id = main(program);
    const { dict } = ask(program, `table id=${id('d')}`);
    assert.deepEqual([dict.slots, dict.used, dict.deleted, dict.onlyStr, dict.shared, dict.indexWidth], [16, 3, 1, false, false, 1]);
    assert.deepEqual(dict.entries.map((e) => e?.text), ['a', '7', undefined]);
    assert.equal(dict.index.length, 16);
    assert.equal(dict.entries[1].hash, '7');
    assert.equal(dict.index[dict.entries[1].slot] === 1 || dict.index[7] !== -1, true);
    assert.equal(dict.index.filter((i) => i === -2).length, 1);
    assert.equal(ask(program, `table id=${id('fresh')}`).dict.shared, true);
    const { set } = ask(program, `table id=${id('s')}`);
    assert.deepEqual([set.slots, set.used, set.deleted, set.inside], [8, 2, 1, true]);
    assert.deepEqual(set.table.map((e) => [e.slot, e.text]), [[1, '1'], [1, '9']]); // they collide: the second stands behind
    assert.notEqual(set.table[0].at, set.table[1].at);
    assert.deepEqual(ask(program, `table id=${id('big')} items=5`).set.table.map((e) => e.text), ['0', '1', '2', '3', '4']);
});

test('the blocks being executed', () => {
    const program = stopped('def f(n):\n    try:\n        try:\n            while True: pass\n        finally:\n            n = 1\n    except ValueError:\n        return n\nf(100)');
    const [frame] = ask(program, 'frames').threads[0].frames.filter((f) => f.name === 'f');
    assert.deepEqual(frame.blocks.map((b) => b.handlerLine).slice(0, 2), [6, 7]);
    assert.ok(frame.blocks.every((b) => b.start < b.end));
});

test('a collection worked out on a copy', () => {
    const program = stopped(`import gc, _weakref as weakref
gc.collect(); gc.disable()
class Node:
    def __del__(self): pass
class Plain: pass
def ring(cls):
    a, b = cls(), cls()
    a.next, b.next = b, a
    return a
lost = [id(ring(Node)), id(ring(Plain).next)]
watched = ring(Plain)
watch = weakref.ref(watched, print)
inner = weakref.ref(watched.next)
del watched
kept = ring(Plain)
hidden = [[]]
class Late: pass
late = Late()
late.child = Late(); late.child.parent = late
atoms = ([1, 2], (1, 2)); flat = tuple([1, 2.5])`, 40);
    const before = ask(program, 'generations').generations.map((g) => g.objects);
    const answer = ask(program, 'collect generation=0 limit=100000');
    assert.equal(answer.count, before[0]);
    assert.deepEqual([answer.objects.length, answer.hidden], [answer.count, 0]);
    const objects = new Map(answer.objects.map((o) => [o.id, o]));
    const garbage = answer.objects.filter((o) => !o.reachable);
    assert.equal(garbage.length, answer.garbage);
    assert.deepEqual(garbage.map((o) => o.type), ['Node', 'Node', 'Plain', 'Plain', 'Plain', 'Plain']);
    assert.ok(garbage.every((o) => o.left === 0 && o.refs === 1 && o.aside));
    assert.deepEqual(answer.finalize, garbage.slice(0, 2).map((o) => o.id));
    assert.deepEqual(answer.aside, garbage.map((o) => o.id));
    assert.deepEqual(answer.weakReferences.map((w) => w.callback).sort(), [false, true]);
    const kept = main(program)('kept');
    assert.deepEqual([objects.get(kept).left, objects.get(kept).refs, objects.get(kept).by], [1, 2, undefined]);
    assert.equal(answer.objects.filter((o) => o.by === kept && o.reachable && o.left === 0).length, 1);
    assert.ok(answer.broughtBack.every((id) => objects.get(id).reachable && objects.get(id).aside));
    assert.ok(answer.untracked.includes(main(program)('flat')));
    assert.deepEqual(ask(program, 'generations').generations.map((g) => g.objects), before);
    assert.ok(ask(program, 'collect').count >= before[2]);
    assert.match(ask(program, 'collect generation=3').error, /no such generation/);
});

test('what is worked out is what the collector does', () => {
    const source = `import gc
gc.collect(); gc.disable()
class N:
    def __init__(self): self.l = [self]; self.d = {'k': self.l}
for i in range(50): N()
x = [N() for i in range(20)]
mark = 1
while mark: pass
`;
    const program = stopped(source + 'print(1)', 20);
    const { garbage } = ask(program, 'collect generation=2');
    assert.equal(garbage, 50 * 3);
});

test('where an attribute is found', () => {
    const program = stopped(`class Data:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): pass
class M(type):
    of_meta = 5
class A(metaclass=M):
    plain = 1
    data = Data()
    def method(self): pass
class B(A):
    def __getattr__(self, name): return 0
a, b = A(), B()
a.plain = 2; a.own = 3
b.__dict__['data'] = 4`);
    const id = main(program);
    const look = (name, attribute) => ask(program, `lookup id=${id(name)} attribute=${attribute}`);
    const places = (answer) => answer.places.map((p) => [p.place, p.inText, p.found !== null]);
    assert.deepEqual([look('a', 'plain').result, look('a', 'own').result, look('b', 'plain').result], ['instance', 'instance', 'class value']);
    assert.deepEqual(places(look('a', 'own')), [['class', 'A', false], ['class', 'object', false], ['values', null, true]]);
    assert.deepEqual(places(look('b', 'data')), [['class', 'B', false], ['class', 'A', true]]);
    assert.deepEqual([look('b', 'data').result, look('b', 'method').result], ['data descriptor', 'descriptor']);
    assert.deepEqual([look('b', 'none').result, look('a', 'none').result], ['__getattr__', 'AttributeError']);
    assert.deepEqual([look('A', 'of_meta').result, look('A', 'plain').result, look('A', 'method').result], ['class value', 'class', 'bound by the class']);
    assert.equal(look('a', 'plain').ownGetattribute, false);
});

test('the C3 merge, step by step, and where it gets stuck', () => {
    const program = stopped('class O: pass\nclass A(O): pass\nclass B(O): pass\nclass C(A, B): pass\nclass X(A): pass');
    const answer = ask(program, 'mro name=C');
    assert.deepEqual(texts(answer, answer.steps.map((s) => s.chosen)), ['A', 'B', 'O', 'object']);
    assert.deepEqual(answer.mro.slice(1), answer.steps.map((s) => s.chosen));
    const second = answer.steps[1];
    assert.deepEqual(second.tried.map((t) => [texts(answer, [t.id])[0], t.blockedBy]), [['O', 1], ['B', null]]);
    const impossible = ask(program, 'mro bases=A,X');
    assert.deepEqual([impossible.consistent, impossible.steps.at(-1).chosen, impossible.mro], [false, null, null]);
    assert.deepEqual(impossible.steps.at(-1).tried.map((t) => t.blockedBy), [1, 2, 1]);
    assert.match(ask(program, 'mro bases=A,nothing').error, /no class/);
});

test('what is called when a class and an instance are made', () => {
    const program = stopped(`class M(type):
    def __new__(m, *a, **k): return type.__new__(m, *a)
    def __call__(cls, *a): return type.__call__(cls, *a)
class Field:
    def __set_name__(self, owner, name): pass
class Base:
    def __init_subclass__(cls): pass
class C(Base, metaclass=M):
    f = Field()
    def __init__(self): pass`);
    const answer = ask(program, 'making name=C');
    const calls = (list) => list.map((c) => [c.name, c.inName, c.python, c.attribute].filter((x) => x !== undefined));
    assert.deepEqual(calls(answer.class), [
        ['__prepare__', 'type', false], ['__call__', 'type', false], ['__new__', 'M', true], ['__set_name__', 'Field', true, 'f'],
        ['__init_subclass__', 'Base', true], ['__init__', 'type', false],
    ]);
    assert.deepEqual(calls(answer.instance), [['__call__', 'M', true], ['__new__', 'object', false], ['__init__', 'C', true]]);
});
