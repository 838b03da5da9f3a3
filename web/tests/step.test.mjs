// Stepping in the reactor: why a program pauses, what is told of it, and that a copy of a paused program goes on by itself.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vv from '../../src/host/browser/program.mjs';
import { ask, module, start } from './support/inspector.mjs';

const INTO = 1, OVER = 2, OUT = 3;

function stop(program, kind, budget = 0) {
    if (kind !== undefined)
        program.step(kind);
    let status;
    do
        status = program.run(budget);
    while (status === vv.BUDGET);
    assert.equal(status, vv.BREAK);
    return ask(program, 'stop');
}

const SOURCE = `def area(w, h):
    result = w * h
    return result

sizes = [(2, 3), (4, 5)]
for w, h in sizes:
    a = area(w, h)
print(a)`;

test('a step tells its place, the function, and the value that came back', () => {
    const program = start(SOURCE);
    assert.deepEqual(ask(program, 'stop').paused, false);
    const first = stop(program, INTO);
    assert.deepEqual([first.paused, first.reason, first.file, first.line, first.function, first.depth], [true, 'step', 'observe.py', 1, '<module>', 1]);
    for (let k = 0; k < 3; k++)
        stop(program, OVER);
    const inside = stop(program, INTO);
    assert.deepEqual([inside.line, inside.function, inside.depth], [2, 'area', 2]);
    const back = stop(program, OUT);
    assert.deepEqual([back.reason, back.line, back.function, back.value.text], ['return', 7, '<module>', '6']);
    assert.deepEqual([stop(program, OVER).line, stop(program, OVER).line], [6, 7]);
    program.step(0);
    assert.equal(program.run(), vv.DONE);
});

test('an expression is evaluated where the program pauses', () => {
    const program = start(SOURCE);
    program.breakAt('observe.py', [3]);
    stop(program);
    const evaluate = (expression) => {
        assert.equal(program.evaluate(expression), true, expression);
        return stop(program);
    };
    const answer = evaluate('[w, result * 2, len(sizes)]');
    assert.deepEqual([answer.reason, answer.line, answer.function, answer.depth, answer.message], ['value', 3, 'area', 2, '[2, 12, 2]']);
    assert.equal(evaluate('[x for x in range(w) if x < h]').message, '[0, 1]');
    assert.equal(evaluate('missing').message, "NameError: name 'missing' is not defined");
    assert.equal(evaluate('"' + 'é'.repeat(150) + '"').message, "'" + 'é'.repeat(99));
    assert.equal(program.evaluate('1 +'), false);
    assert.equal(program.evaluate('x = 1'), false);
    const next = stop(program, OVER);
    assert.deepEqual([next.reason, next.line], ['return', 7]);
    program.breakAt('observe.py', []);
    program.step(0);
    assert.equal(program.run(), vv.DONE);
    assert.equal(program.evaluate('1'), false);
});

test('breakpoints, conditions and a line to run to', () => {
    const program = start(SOURCE);
    program.breakAt('observe.py', [{ line: 3, condition: 'w == 4' }]);
    program.breakAt('other.py', [1, 2, 3, 4]);
    const hit = stop(program);
    assert.deepEqual([hit.reason, hit.line], ['breakpoint', 3]);
    const { variables } = ask(program, 'frames').threads[0].frames[0];
    assert.deepEqual(variables.map((v) => [v.label, v.value.text]), [['w', '4'], ['h', '5'], ['result', '20']]);
    program.runTo('observe.py', 8);
    assert.equal(stop(program).line, 8);
    const wrong = start(SOURCE);
    wrong.breakAt('observe.py', [{ line: 2, condition: 'w.x' }]);
    assert.equal(stop(wrong).message, "AttributeError: 'int' object has no attribute 'x'");
    assert.throws(() => wrong.breakAt('observe.py', Array.from({ length: 300 }, (_, i) => i + 1)), /too many/);
});

test('a copy of a paused program goes on by itself, as the program does', async () => {
    const program = start(SOURCE);
    program.breakAt('observe.py', [{ line: 3, condition: 'w > 0' }]);
    stop(program);
    const copy = await program.copyInto(vv.instantiateReactor(module, { write: () => {} }));
    const path = (each) => {
        const lines = [];
        for (let k = 0; k < 6; k++) {
            const { line, reason, moment } = stop(each, OVER, 3);
            lines.push([line, reason, moment]);
        }
        return lines;
    };
    const there = path(copy);
    assert.deepEqual(path(program), there);
    assert.deepEqual(there.map(([line]) => line), [7, 6, 7, 3, 7, 6]);
});

test('the end is a pause too, when asked for: names are still there, output comes from what follows', () => {
    const program = start('class A:\n    def __del__(self): print("bye")\na = A()\nx = 5');
    program.pauseAtEnd();
    const end = stop(program);
    assert.deepEqual([end.reason, end.line], ['end', null]);
    assert.ok(ask(program, 'objects root=main').scopes[0].names.some((n) => n.label === 'x'));
    assert.equal(program.run(), vv.DONE);
});

test('asking again and again takes no more memory', () => {
    const program = start('x = 1');
    ask(program, 'objects');
    const before = program.exports.memory.buffer.byteLength;
    for (let k = 0; k < 50; k++)
        ask(program, 'objects');
    assert.equal(program.exports.memory.buffer.byteLength, before);
});
