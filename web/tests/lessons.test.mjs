import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from './support/load.mjs';

const { parseLesson } = await load('src/lessons/parse.ts');
const { renderLesson } = await load('src/lessons/render.ts');
const { nearest } = await load('src/lessons/nearest.ts');
const { parseInfo } = await load('src/lessons/info.ts');
const { loadCourse, sourceHash } = await load('src/lessons/course.ts');
const { messagesFor, chooseLanguage } = await load('src/i18n/index.ts');
const en = messagesFor('en');

const lesson = (body, matter = 'title: A', options = {}) =>
    parseLesson(`---\n${matter}\n---\n${body}`, { file: 'lesson.en.md', language: 'en', ...options });
const complaints = (...args) => lesson(...args).problems.map(({ line, message }) => `${line}: ${message}`);
const html = (...args) => renderLesson(lesson(...args), en);

test('a lesson with blocks, output and front matter', () => {
    const parsed = lesson('\nHi\n\n```python run id=a\nprint(1)\n```\n```text output for=a\n1\n```\n',
        'title: A\nminutes: 5\nconcepts: [x, y]\nlimits: {instructions: 100}');
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.matter, { title: 'A', minutes: 5, concepts: ['x', 'y'], limits: { instructions: 100 } });
    assert.equal(parsed.blocks.length, 1);
    assert.deepEqual([parsed.blocks[0].id, parsed.blocks[0].role, parsed.blocks[0].source, parsed.blocks[0].line],
        ['a', 'run', 'print(1)\n', 10]);
    assert.deepEqual(parsed.outputs, [{ for: 'a', text: '1\n', match: 'exact', line: 13, lines: [13, 15] }]);
});

test('the words after a fence', () => {
    assert.deepEqual(parseInfo('python run id=a mark={3-4} watch="len(q)" readonly'), {
        words: ['python', 'run'], keys: { id: 'a', mark: '3-4', watch: 'len(q)' }, flags: ['readonly'],
    });
    assert.deepEqual(parseInfo(' #guess of=b title="a b"'), {
        words: [], anchor: 'guess', keys: { of: 'b', title: 'a b' }, flags: [],
    });
});

test('front matter errors name the line and the nearest key', () => {
    assert.deepEqual(complaints('', 'titel: A'),
        ['1: the front matter needs a "title"', '2: unknown key "titel"; did you mean "title"?']);
    assert.deepEqual(complaints('', 'title: A\nmintues: 5'), ['3: unknown key "mintues"; did you mean "minutes"?']);
    assert.deepEqual(complaints('', 'title: A\nminutes: five'), ['3: "minutes" must be a number']);
    assert.deepEqual(complaints('', 'title: A\nmode: fast'), ['3: "mode" must be one of: run, step, repl']);
    assert.deepEqual(complaints('', 'title: A\nlimits: {heap_m: 1}'),
        ['3: unknown limit "heap_m"; did you mean "heap_mb"?']);
    assert.match(complaints('', 'title: [')[0], /^\d+: /);
});

test('fence errors name the line and the nearest word', () => {
    assert.deepEqual(complaints('x\n\n```python rnu\n1\n```\n'),
        ['6: unknown kind of Python block "rnu"; did you mean "run"?']);
    assert.deepEqual(complaints('```python run idd=a\n1\n```\n'), ['4: unknown key "idd"; did you mean "id"?']);
    assert.deepEqual(complaints('```python run id=a readnly\n1\n```\n'),
        ['4: unknown word "readnly"; did you mean "readonly"?']);
    assert.deepEqual(complaints('```python run id=a\n1\n```\n```python run id=a\n1\n```\n'),
        ['7: the id "a" is already used in line 4']);
    assert.deepEqual(complaints('```python run id=abc\n1\n```\n```text output for=abd\n1\n```\n'),
        ['7: unknown block "abd"; did you mean "abc"?']);
    assert.deepEqual(complaints('```python run id=a\n```\n'), ['4: an empty block of code']);
});

test('directive errors name the line and the nearest word', () => {
    assert.deepEqual(complaints('::: wraning\nx\n:::\n'), ['4: unknown directive "wraning"; did you mean "warning"?']);
    assert.deepEqual(complaints('::: note\nx\n'), ['4: "::: note" is never closed by a line of as many colons']);
    assert.deepEqual(complaints('::: note tilte="x"\nx\n:::\n'), ['4: unknown key "tilte"; did you mean "title"?']);
});

test('more colons nest', () => {
    const out = html(':::: note\nouter\n\n::: tip\ninner\n:::\n\nstill outer\n::::\nafter\n');
    const shape = out.replace(/[^]*?(<aside|<\/aside|inner|still|after)|[^]+/g, ' $1').trim();
    assert.equal(shape, '<aside <aside inner </aside still </aside after');
});

test('predictions need one right answer and do not give it away', () => {
    const block = '```python run id=b\nprint(1)\n```\n';
    const ask = (answers) => `${block}::: predict #p of=b\nWhat?\n\n${answers}\n:::\n`;
    const parsed = lesson(ask('- [ ] `0`\n- [x] `1`'));
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.predictions[0].options, [{ text: '0', right: false, line: 10 }, { text: '1', right: true, line: 11 }]);
    const out = renderLesson(parsed, en);
    assert.match(out, /value="1"> <code>1<\/code>/);
    assert.doesNotMatch(out, /\[x\]|right|checked/);
    assert.deepEqual(complaints(ask('- [x] 0\n- [x] 1')),
        ['7: a prediction needs exactly one answer marked [x], this one has 2']);
    assert.deepEqual(complaints(ask('none')), ['7: a prediction needs a task list of at least two answers']);
    assert.deepEqual(complaints(ask('- [ ] 0\n- [x] 1').replace('of=b', 'of=c')),
        ['7: unknown block "c"; did you mean "b"?']);
});

test('what a lesson says stays text', () => {
    const text = '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=y>';
    const out = html(`${text}\n\n\`\`\`python run\n"<b>"\n\`\`\`\n`);
    // The only scripts are data, which browsers do not run; no "<" of the lesson is in them.
    const data = /<script type="application\/json"[^>]*>[^<]*<\/script>/g;
    assert.doesNotMatch(out.replace(data, ''), /<script|<img|<b>|href="javascript/);
    assert.deepEqual(complaints('\n[x](ftp://a.b/c)'), ['5: the address "ftp://a.b/c" is not allowed in a lesson']);
    assert.deepEqual(complaints('## There\n\n[x](https://a.b/c) [y](#there) [z](../other/)'), []);
    assert.deepEqual(complaints('## There\n\n[y](#thre)'), ['6: unknown place "thre"; did you mean "there"?']);
});

test('a translation inherits blocks, and its line ends are no spaces between Chinese characters', () => {
    const canonical = lesson('```python run id=a\nprint(1)\n```\n```text output for=a\n1\n```\n');
    const body = '你好\n世界 a\nb\n\n```python run id=a\n```\n```text output for=a\n```\n';
    const parsed = lesson(body, 'title: 甲', { canonical });
    assert.deepEqual(parsed.problems, []);
    assert.equal(parsed.blocks[0].source, 'print(1)\n');
    assert.equal(parsed.outputs[0].text, '1\n');
    assert.match(renderLesson(parsed, messagesFor('zh-CN')), /你好世界 a\nb/);
    const wrong = lesson('```python run id=aa\n```\n', 'title: 甲', { canonical });
    assert.equal(wrong.problems[0].message, 'unknown block "aa"; did you mean "a"?');
});

test('nearest', () => {
    assert.equal(nearest('Tilte', ['title', 'summary']), 'title');
    assert.equal(nearest('zzzzzz', ['title', 'summary']), undefined);
});

test('the language a reader gets', () => {
    assert.equal(chooseLanguage(['en', 'zh-CN'], ['fr', 'zh-TW', 'en']), 'zh-CN');
    assert.equal(chooseLanguage(['en', 'zh-CN'], ['en-GB']), 'en');
    assert.equal(chooseLanguage(['en', 'zh-CN'], ['fr']), undefined);
});

test('both languages have the same texts', () => {
    assert.deepEqual(Object.keys(messagesFor('zh-CN')).sort(), Object.keys(en).sort());
});

test('a folder of lessons: order, addresses, inheritance, stale translations', (t) => {
    const root = mkdtempSync(join(tmpdir(), 'vivarium-course-'));
    t.after(() => rmSync(root, { recursive: true }));
    const put = (path, text) => {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    };
    const original = '---\ntitle: Two\n---\nText\n';
    put('course.yml', 'title: C\nlanguages: [en, de]\nseed: 7\n');
    put('10-b/chapter.yml', 'title: B\nlevel: hard\ntitles: {de: Be}\n');
    put('10-b/01-x/lesson.en.md', '---\ntitle: Ten\n---\n');
    let course = loadCourse(root);
    assert.deepEqual(course.warnings.map((w) => w.message), ['there is no translation: lesson.de.md']);
    put('10-b/01-x/lesson.de.md', `---\ntitle: Zehn\nsource: ${sourceHash('---\ntitle: Ten\n---\n')}\n---\n`);
    put('02-a/chapter.yml', 'title: A\n');
    put('02-a/01-x/lesson.en.md', original);
    put('02-a/01-x/lesson.de.md', `---\ntitle: Zwei\nsource: ${sourceHash(original.replaceAll('\n', '\r\n'))}\n---\n`);
    course = loadCourse(root);
    assert.deepEqual(course.problems, []);
    assert.deepEqual(course.warnings, []);
    const addresses = course.chapters.flatMap((c) => c.lessons.map((l) => `${l.number} ${l.address}`));
    assert.deepEqual(addresses, ['1.1 a/x', '2.1 b/x']);
    assert.equal(course.chapters[1].lessons[0].languages.get('en').matter.level, 'hard');
    assert.equal(course.chapters[1].lessons[0].languages.get('en').matter.seed, 7);
    put('02-a/01-x/lesson.en.md', `${original}More\n`);
    put('02-a/02-y/lesson.fr.md', '---\ntitle: F\n---\n');
    course = loadCourse(root);
    assert.match(course.warnings[0].message, /^made from [0-9a-f]{16} of the original, which is now [0-9a-f]{16} /);
    assert.deepEqual(course.problems.map((p) => `${p.file}: ${p.message}`), [
        '02-a/02-y/lesson.fr.md: course.yml does not list the language "fr"',
        '02-a/02-y/lesson.en.md: this file is missing',
    ]);
});

test('our own lessons are in order, in both languages', () => {
    const course = loadCourse(fileURLToPath(new URL('../../lessons', import.meta.url)));
    assert.deepEqual(course.problems, []);
    assert.deepEqual(course.warnings, []);
    for (const each of course.chapters.flatMap((chapter) => chapter.lessons))
        assert.deepEqual([...each.languages.keys()], ['en', 'zh-CN'], each.address);
});

test('each of our lessons has an example, a view or a prediction, and an exercise with hints and two mistakes', () => {
    const course = loadCourse(fileURLToPath(new URL('../../lessons', import.meta.url)));
    const lacks = course.chapters.flatMap((chapter) => chapter.lessons).flatMap(({ address, languages }) => {
        const { blocks, matter, predictions, exercises } = languages.get('en');
        const views = matter.views ?? blocks.find((block) => block.info.keys.views)?.info.keys.views;
        return [
            ['an example', blocks.some((block) => block.role === 'run' || block.role === 'step')],
            ['a view or a prediction', views !== undefined || predictions.length > 0],
            ['an exercise with hints and two mistakes', exercises.some(({ hints, mistakes }) => hints.length > 0 && mistakes.length >= 2)],
        ].filter(([, has]) => !has).map(([what]) => `${address}: ${what}`);
    });
    assert.deepEqual(lacks, []);
});

test('hidden lines: of the program, not of the text', () => {
    const body = '```python run id=a mark=2\n~import math\nprint(math.pi)\n~~ not hidden twice\n```\n```python run id=b\nx = ~1\n```\n';
    const parsed = lesson(body, 'title: A\nhidelines: "~"');
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual([parsed.blocks[0].source, parsed.blocks[0].hidden], ['import math\nprint(math.pi)\n~ not hidden twice\n', [1, 3]]);
    assert.deepEqual([parsed.blocks[1].source, parsed.blocks[1].hidden], ['x = ~1\n', undefined]);
    const page = renderLesson(parsed, en);
    assert.doesNotMatch(page.split('<script')[0], /import|hidden twice/);
    const data = JSON.parse(/data-lesson-data>(.*)<\/script>/.exec(page)[1]);
    assert.deepEqual(data.blocks.a.hidden, [1, 3]);
    assert.match(data.blocks.a.source, /^import math/);
    // A translation inherits them, or has its own.
    const zh = (text) => parseLesson(`---\ntitle: B\n---\n${text}`, { file: 'lesson.zh-CN.md', language: 'zh-CN', canonical: parsed });
    assert.deepEqual(zh('```python run id=a\n```\n').blocks[0].hidden, [1, 3]);
    assert.deepEqual(zh('```python run id=a\n~import math\nprint(math.pi) # π\n```\n').blocks[0].hidden, [1]);
    // The course says it; the lesson may say otherwise.
    assert.deepEqual(lesson('```python\n!x = 1\nprint(x)\n```\n', 'title: A', { hidelines: '!' }).blocks[0].hidden, [1]);
    assert.equal(lesson('```python\n!x = 1\nprint(x)\n```\n', 'title: A\nhidelines: "~"', { hidelines: '!' }).blocks[0].hidden, undefined);
    assert.deepEqual(complaints('```python\n~x = 1\n```\n', 'title: A\nhidelines: "~"'),
        ['5: every line of this block is hidden: a block that is not shown is "python setup"']);
    assert.deepEqual(complaints('', 'title: A\nhidelines: ""'), ['1: "hidelines" needs a text: every line begins with none']);
});
