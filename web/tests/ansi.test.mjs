import assert from 'node:assert/strict';
import test from 'node:test';
import { load } from './support/load.mjs';

const { AnsiParser, applySgr } = await load('src/console/ansi.ts');
const parse = (...pieces) => {
    const parser = new AnsiParser();
    return pieces.flatMap((piece) => parser.parse(piece));
};
const text = (value, style = {}) => ({ type: 'text', text: value, style });

test('plain text passes through, line ends included', () => {
    assert.deepEqual(parse('a\nb\tc'), [text('a\nb\tc')]);
});

test('colours and attributes apply until they are reset', () => {
    assert.deepEqual(parse('\x1b[1;31mred\x1b[0m plain'), [text('red', { bold: true, fg: 1 }), text(' plain')]);
    assert.deepEqual(parse('\x1b[32mg\x1b[39mp'), [text('g', { fg: 2 }), text('p', { fg: undefined })]);
    assert.deepEqual(parse('\x1b[mx'), [text('x')]);
});

test('bright, 256 and true colours', () => {
    assert.equal(applySgr({}, '94').fg, 12);
    assert.equal(applySgr({}, '107').bg, 15);
    assert.equal(applySgr({}, '38;5;9').fg, 9);
    assert.equal(applySgr({}, '38;5;196').fg, '#ff0000');
    assert.equal(applySgr({}, '48;5;244').bg, '#808080');
    assert.equal(applySgr({}, '38;2;1;2;300').fg, '#0102ff');
    assert.deepEqual(applySgr({}, '38;5;196;1'), { fg: '#ff0000', bold: true });
});

test('a sequence cut between two writes is put together', () => {
    assert.deepEqual(parse('a\x1b', '[3', '1mb'), [text('a'), text('b', { fg: 1 })]);
});

test('unknown sequences are swallowed', () => {
    const letters = ['a', 'b', 'c', 'd', 'e'].map((each) => text(each));
    assert.deepEqual(parse('a\x1b[2Jb\x1b]0;title\x07c\x1b(Bd\x07e'), letters);
});

test('an endless sequence does not hold back the output for ever', () => {
    const shown = parse(`\x1b[${'1;'.repeat(200)}`).map((part) => part.text).join('');
    assert.ok(shown.startsWith('[1;'));
});

test('carriage return, backspace and erase', () => {
    assert.deepEqual(parse('10%\r20%'), [text('10%'), { type: 'return' }, text('20%')]);
    assert.deepEqual(parse('a\r\nb'), [text('a'), text('\nb')]);
    assert.deepEqual(parse('a\r', '\nb'), [text('a'), text('\nb')]);
    assert.deepEqual(parse('a\r', 'b'), [text('a'), { type: 'return' }, text('b')]);
    assert.deepEqual(parse('\x1b[2K\x1b[K\b'), [
        { type: 'erase', whole: true }, { type: 'erase', whole: false }, { type: 'backspace' },
    ]);
});
