// What the lessons say is what CPython 3.12 does: every example with its output, every prediction with its answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import { load } from './support/load.mjs';

const { loadCourse } = await load('src/lessons/course.ts');
const course = loadCourse(fileURLToPath(new URL('../../lessons', import.meta.url)));
const printed = [];
const python = await loadPyodide({ stdout: (line) => printed.push(line), stderr: () => {} });

/** What a program prints as a fresh `__main__`. */
function run(source) {
    printed.length = 0;
    const globals = python.toPy({ __name__: '__main__' });
    python.runPython(source, { globals, filename: 'main.py' });
    globals.destroy();
    return printed.map((line) => `${line}\n`).join('');
}

for (const { address, languages } of course.chapters.flatMap((chapter) => chapter.lessons)) {
    for (const [language, lesson] of languages) {
        test(`${address} (${language})`, () => {
            const source = (id) => lesson.blocks.find((block) => block.id === id).source;
            for (const output of lesson.outputs.filter((each) => each.match === 'exact'))
                assert.equal(run(source(output.for)), output.text, output.for);
            for (const prediction of lesson.predictions) {
                const right = prediction.options.find((option) => option.right);
                assert.equal(run(source(prediction.of)).trim(), right.text, prediction.id);
            }
        });
    }
}
