// Links and images of a lesson in the site: to the reader's language, to files that are copied.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { load } from './support/load.mjs';

const { loadCourse } = await load('src/lessons/course.ts');
const { linkedFiles, targetOf } = await load('src/lessons/links.ts');

test('where links lead', (t) => {
    const root = mkdtempSync(join(tmpdir(), 'vivarium-links-'));
    t.after(() => rmSync(root, { recursive: true }));
    for (const [path, text] of Object.entries({
        'course.yml': 'title: C\nlanguages: [en, de]\n', '01-a/chapter.yml': 'title: A\n',
        '01-a/01-x/lesson.en.md': '---\ntitle: X\n---\n## Part two\n\n[y](../02-y/lesson.en.md#end) [here](#part-two) ![ring](files/ring.svg) [web](https://a.b/)\n',
        '01-a/01-x/lesson.de.md': '---\ntitle: X\n---\n![Ring](files/ring.svg)\n',
        '01-a/01-x/files/ring.svg': '<svg/>',
        '01-a/02-y/lesson.en.md': '---\ntitle: Y\n---\n## End\n\n[x](../01-x/)\n',
        '01-a/02-y/lesson.de.md': '---\ntitle: Y\n---\n## Ende\n',
    })) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    const course = loadCourse(root);
    assert.deepEqual(course.problems, []);
    const [x, y] = course.chapters[0].lessons;
    assert.deepEqual(targetOf(course, x, 'de', '../02-y/lesson.en.md#end'), { kind: 'lesson', address: 'a/y', language: 'de', anchor: '#end' });
    assert.deepEqual(targetOf(course, y, 'en', '../01-x/'), { kind: 'lesson', address: 'a/x', language: 'en', anchor: '' });
    assert.deepEqual(targetOf(course, x, 'en', '#part-two'), { kind: 'other' });
    assert.deepEqual(targetOf(course, x, 'en', 'https://a.b/'), { kind: 'other' });
    assert.deepEqual([...linkedFiles(course)], [['lessons/a/x/files/ring.svg', join(root, '01-a/01-x/files/ring.svg')]]);
});
