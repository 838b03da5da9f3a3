// lesson.schema.json says what the parser says. `UPDATE=1 node --test tests/lessons-schema.test.mjs` writes it anew.
import assert from 'node:assert/strict';
import Ajv2020 from 'ajv/dist/2020.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse as parseYaml } from 'yaml';
import { load } from './support/load.mjs';

const { jsonSchema } = await load('src/lessons/json-schema.ts');
const { parseLesson } = await load('src/lessons/parse.ts');
const file = new URL('../src/lessons/lesson.schema.json', import.meta.url);

test('the file is what schema.ts gives', () => {
    const text = `${JSON.stringify(jsonSchema(), undefined, 2)}\n`;
    if (process.env.UPDATE)
        writeFileSync(file, text);
    assert.equal(readFileSync(file, 'utf8'), text);
});

test('schema and parser agree', () => {
    const validate = new Ajv2020.default({ allowUnionTypes: true, strict: true }).compile(jsonSchema());
    for (const matter of [
        'title: A', 'title: A\nminutes: 5\nviews: [objects, frames]\nlimits: {heap_mb: 3}', 'title: A\nreveal: never\nstdin: [a, b]', 'minutes: 5', 'title: A\ntitel: B',
        'title: A\nminutes: five', 'title: A\nminutes: -1', 'title: A\nviews: [object]', 'title: A\nlimits: {heap: 3}', 'title: A\nmode: fast', 'title: A\nconcepts: x', 'title: [A]',
    ]) {
        const canonical = undefined;
        const { problems } = parseLesson(`---\n${matter}\n---\n`, { file: 'lesson.en.md', language: 'en', canonical });
        assert.equal(validate(parseYaml(matter)), problems.length === 0, `${matter}: ${problems.map((each) => each.message)}`);
    }
});
