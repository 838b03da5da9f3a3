// Frozen views (`::: view`): the picture of the moment, its table and its words are in the page before any script.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from './support/load.mjs';
import { needBuilt, wasmFolder } from './support/site.mjs';

const library = fileURLToPath(new URL('../../build/stdlib', import.meta.url));
needBuilt(join(wasmFolder, 'vivarium.wasm'), join(library, 'index.txt'));
const { Pictures } = await load('plugins/pictures.ts');
const { loadCourse } = await load('src/lessons/course.ts');
const { renderLesson } = await load('src/lessons/render.ts');
const { messagesFor } = await load('src/i18n/index.ts');

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function course(body) {
    const root = mkdtempSync(join(tmpdir(), 'vivarium-frozen-'));
    folders.push(root);
    for (const [path, text] of Object.entries({
        'course.yml': 'title: C\nlanguages: [en, zh-CN]\n', '01-a/chapter.yml': 'title: B\n',
        '01-a/01-x/lesson.en.md': `---\ntitle: A\n---\n${body}`, '01-a/01-x/lesson.zh-CN.md': `---\ntitle: A\n---\n${body}`,
    })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    return loadCourse(root);
}

const BLOCK = '```python run id=a\nimport textwrap\nwords = ["one"]\nsame = words\nwords.append("<two>")\ndel same\n```\n';
const pictures = new Pictures(wasmFolder, library);

async function pages(body) {
    const made = course(body);
    assert.deepEqual(made.problems, []);
    const { drawn, problems } = await pictures.draw(made);
    const [lesson] = made.chapters.flatMap(({ lessons }) => lessons);
    return { problems, html: (language) => renderLesson(lesson.languages.get(language), messagesFor(language), { drawn }) };
}

test('a picture of the moment, with its table and its words, in the language of the page', async () => {
    const { problems, html } = await pages(`${BLOCK}::: view of=a step=5\nNow **two** names.\n:::\n`);
    assert.deepEqual(problems, []);
    const [figure] = /<figure class="frozen-view"[^]*?<\/figure>/.exec(html('en'));
    const text = figure.replace(/<[^>]*>/g, ' ').replaceAll('&#60;', '<').replaceAll('&#62;', '>').replaceAll('&#39;', "'");
    assert.match(figure, /<svg [^]*<\/svg>[^]*<details[^]*<table[^]*<figcaption>\s*<p>Now <strong>two<\/strong> names\.<\/p>/);
    for (const word of ['words', 'same', "'one'", "'<two>'"])
        assert.ok(text.includes(word), word);
    assert.doesNotMatch(figure, /<script|<two>| style=| on\w+=/);
    assert.match(figure, /aria-label="A moment of the program: Objects"/);
    assert.match(html('zh-CN'), /aria-label="程序的一个时刻：对象"/);
});

test('without a step: the end, with its names; other views', async () => {
    const { problems, html } = await pages(`${BLOCK}::: view\n:::\n::: view view=frames step=2\n:::\n::: view view=memory step=3\n:::\n`);
    assert.deepEqual(problems, []);
    const figures = [...html('en').matchAll(/<figure class="frozen-view"[^]*?<\/figure>/g)].map(([each]) => each);
    assert.equal(figures.length, 3);
    assert.match(figures[0], />words</);
    assert.doesNotMatch(figures[0], />same</);
    assert.ok(figures.every((each) => each.includes('<svg')));
});

test('a moment that never comes fails the build at its line; without the core there are only the words', async () => {
    const { problems } = await pages(`${BLOCK}::: view of=a step=6\n:::\n`);
    assert.deepEqual(problems.map(({ file, line, message }) => `${file.split('/').pop()}:${line}: ${message}`), ['lesson.en.md', 'lesson.zh-CN.md']
        .map((file) => `${file}:11: the view's moment never comes: block "a" comes to 5 lines of main.py, not 6`));
    assert.equal(new Pictures(join(library, 'nowhere'), library).possible, false);
    assert.ok(existsSync(library));
});
