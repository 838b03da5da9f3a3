// Stopped programs in the reactor, and questions about them whose answers are held against tests/observe/schema.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import * as vv from '../../../src/host/browser/program.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url));
export const fits = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false }).compile(JSON.parse(read('../../../tests/observe/schema.json')));
export const module = new WebAssembly.Module(read('../../../build/wasi/vivarium-reactor.wasm'));

let errors = '';

/** A program at its first instruction. */
export function start(source) {
    errors = '';
    const host = { write: (fd, bytes) => { if (fd === 2) errors += new TextDecoder().decode(bytes); } };
    const program = new vv.Program(vv.instantiateReactor(module, host));
    program.create({ argv: ['observe.py'] });
    program.start('observe.py', source);
    return program;
}

/** A program that has run `source` up to its endless loop. */
export function stopped(source, slices = 20, budget = 2000) {
    const program = start(`${source}\nwhile True: pass\n`);
    for (let i = 0; i < slices; i++) assert.equal(program.run(budget), vv.BUDGET, errors);
    return program;
}

export function ask(program, question) {
    const answer = program.inspect(question);
    assert.ok(fits(answer), `${question}: ${JSON.stringify(fits.errors?.slice(0, 4))}`);
    return answer;
}
