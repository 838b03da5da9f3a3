// What the debugger shows of values, without a page.
import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './support/load.mjs';
import { start } from './support/inspector.mjs';

const { nodesOf, shortText, quoted } = await load('src/debugger/values.ts');

test('short texts are written as Python writes values, cut where they are long', () => {
    const program = start([
        'class P: pass', 'p = P(); p.x = 1; p.y = [2]',
        'values = [7, -1.5, None, True, "it\'s", b"ab", (1,), (), [1, [2, [3]]], {"a": 1, 2: "b"}, set(), {3}, frozenset({4}), list(range(30)), "x" * 200, p, P, len, {}]',
        'for name, value in zip("abcdefghijklmnopqrs", values): globals()["v_" + name] = value', 'end = 1',
    ].join('\n'));
    program.runTo('observe.py', 5);
    program.run();
    const answer = program.inspect('objects root=main depth=4 items=60 limit=400');
    const nodes = nodesOf(answer);
    const names = answer.scopes[0].names.filter(({ label }) => label.startsWith('v_'));
    assert.deepEqual(names.map(({ to }) => shortText(nodes.get(to), nodes)), [
        '7', '-1.5', 'None', 'True', '"it\'s"', "b'ab'", '(1,)', '()', '[1, [2, […]]]', "{'a': 1, 2: 'b'}", 'set()', '{3}', 'frozenset({4})',
        '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …', `'${'x'.repeat(46)}…`, 'P {x: 1, y: [2]}', 'class P', 'builtin_function_or_method len', '{}',
    ]);
    assert.equal(quoted('a\nb\\', true), "'a\\nb\\\\…'");
});
