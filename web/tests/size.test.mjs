// The core is downloaded before the first program runs: it stays small. What few programs need is in build/stdlib.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { needBuilt, reactorFile } from './support/site.mjs';

const RAW = 1_500_000;
const BROTLI = 460_800;

test('the size of the core, as it is and compressed', () => {
    needBuilt(reactorFile);
    const wasm = readFileSync(reactorFile);
    const small = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } });
    assert.ok(wasm.length < RAW, `${wasm.length} bytes are not below ${RAW}`);
    assert.ok(small.length <= BROTLI, `${small.length} bytes with brotli are more than ${BROTLI}`);
});
