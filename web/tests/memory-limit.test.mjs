// The limit of memory in WebAssembly: every kind of object runs into it, the program catches MemoryError and goes on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as vv from '../../src/host/browser/program.mjs';
import { module } from './support/inspector.mjs';

const read = (name) => readFileSync(new URL(`../../tests/support/${name}`, import.meta.url), 'utf8');

test('MemoryError is caught, the program goes on, and holds no more than it may', () => {
    let out = '';
    const program = new vv.Program(vv.instantiateReactor(module, { write: (fd, bytes) => { out += new TextDecoder().decode(bytes); } }));
    program.create({ argv: ['memory_limit.py'], maxMemory: 24 << 20 });
    program.start('memory_limit.py', read('memory_limit.py'));
    let status;
    while ((status = program.run(1000000)) === vv.BUDGET);
    assert.equal(out, read('memory_limit.txt'));
    assert.equal(status, vv.DONE);
    assert.ok(program.memoryPeak <= (24 << 20) + (1 << 18), `${program.memoryPeak} bytes at the peak`);
});
