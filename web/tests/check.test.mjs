// `./vivarium check`: every kind of claim, proved and broken, each failure with its file and line.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from './support/load.mjs';

const { checkLessons, findLessons } = await load('src/check/index.ts');
const { builtFolders, createMachine } = await load('src/check/node.ts');
const { loadOracle, OracleMachine } = await load('src/check/oracle.ts');
const { record, stamp } = await load('src/check/record.ts');
const { json, junit, lessonLines, palette } = await load('src/check/report.ts');

const machine = await createMachine(builtFolders(fileURLToPath(new URL('../../build', import.meta.url))));
let python;
const oracle = () => (python ??= loadOracle());

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A course of one lesson: body of its English file, and other files by path. */
function course(body, files = {}, matter = 'title: A') {
    const root = mkdtempSync(join(tmpdir(), 'vivarium-check-'));
    folders.push(root);
    const all = {
        'course.yml': 'title: C\nlanguages: [en]\n', '01-a/chapter.yml': 'title: B\n',
        '01-a/01-x/lesson.en.md': `---\n${matter}\n---\n${body}`, ...files,
    };
    for (const [path, text] of Object.entries(all)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    return root;
}

/** `line: message` of every failure, then the lines of its detail. */
async function failures(root, options = {}) {
    const report = await checkLessons([root], { machine, ...options });
    return report.lessons.flatMap((lesson) => lesson.claims).filter((claim) => claim.failure)
        .map(({ file, line, failure }) => [`${file.split('/').pop()}:${line}: ${failure.message}`, ...failure.detail].join('\n'));
}

const block = (source, words = 'run id=a') => `\`\`\`python ${words}\n${source}\n\`\`\`\n`;
const output = (text, words = 'for=a') => `\`\`\`text output ${words}\n${text}\n\`\`\`\n`;

test('blocks that keep their word', async () => {
    const body = block('import time, random\nstart = time.time()\ntime.sleep(3600)\nprint(int(time.time() - start) // 60, "minutes")')
        + output('60 minutes')
        + block('raise ValueError("no")', 'run id=b raises=ValueError') + output('Traceback (most recent call last):\n...\nValueError: no', 'for=b match=ellipsis')
        + block('x = 20', 'run id=c env=e') + block('print(x + 1)', 'run id=d env=e') + output('21', 'for=d')
        + block('y = 5', 'setup') + block('print(y, input("? "), open("data.txt").read().strip(), flush=True)', 'run id=f stdin="me"') + output('? 5 me hello', 'for=f')
        + block('import helper\nprint(helper.N)', 'run id=g') + output('7', 'for=g') + block('N = 7', 'static file=helper.py')
        + block('>>> 1 + 1\n2\n>>> for i in range(2):\n...     print(i)\n...\n0\n1\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero', 'repl id=h')
        + block('import random\nrandom.seed(4)\nprint(random.random() < 1, len({"a", "b"}))', 'run id=i') + output('\\w+ \\d', 'for=i match=regex')
        + block('class Last:\n    def __del__(self): print("gone")\nlast = Last()', 'run id=j') + output('gone', 'for=j');
    const root = course(body, { '01-a/01-x/files/data.txt': 'hello\n' });
    assert.deepEqual(await failures(root), []);
    assert.deepEqual(await failures(root, { oracle: await oracle() }), []);
});

test('a difference is shown line by line, at the output', async () => {
    assert.deepEqual(await failures(course(block('print(1)\nprint(2)\nprint(4)') + output('1\n3\n4'))), [
        'lesson.en.md:9: block "a" prints (+) what its output does not say (-)\n  1\n- 3\n+ 2\n  4',
    ]);
});

test('exceptions: unexpected, missing, of another type', async () => {
    const [unexpected] = await failures(course(block('x = 1\nprint(y)')));
    assert.match(unexpected, /^lesson\.en\.md:6: block "a" fails: NameError: name 'y' is not defined \(raises=NameError says that it should\)\n {2}Traceback/);
    assert.deepEqual(await failures(course(block('print(1)', 'run id=a raises=ValueError'))),
        ['lesson.en.md:4: block "a" must raise ValueError, but runs to its end']);
    assert.match((await failures(course(block('1/0', 'run id=a raises=ValueError'))))[0],
        /^lesson\.en\.md:5: block "a" must raise ValueError, but raises ZeroDivisionError\n/);
    assert.match((await failures(course(block('def f(:'))))[0], /^lesson\.en\.md:5: block "a" fails: SyntaxError: /);
});

test('limits: instructions, memory, output', async () => {
    const limited = (source) => failures(course(block(source), {}, 'title: A\nlimits: {instructions: 100000, heap_mb: 8, output_kb: 1}'));
    assert.deepEqual(await limited('while True: pass'),
        ['lesson.en.md:5: block "a" exceeds its limit of 100000 instructions (limits: {instructions: N})']);
    assert.match((await limited('x = [0] * 10_000_000'))[0], /^lesson\.en\.md:6: block "a" exceeds its limit of 8 MB \(limits: \{heap_mb: N\}\)\n/);
    assert.deepEqual(await limited('print("x" * 2000)'), ['lesson.en.md:5: block "a" prints more than its limit of 1 KB (limits: {output_kb: N})']);
});

test('a program that breaks the machine, or never ends by itself, is a failure of its block', async () => {
    const breaking = { name: 'Vivarium', run: async () => { throw new Error('gc.c:1: count'); } };
    const report = await checkLessons([course(block('print(1)') + EXERCISE)], { machine: breaking });
    const messages = report.lessons.flatMap((each) => each.claims).flatMap((each) => each.failure?.message ?? []);
    assert.match(messages[0], /^block "a" fails: internal error: gc\.c:1: count/);
    assert.ok(messages.some((each) => /the solution fails: "internal error/.test(each)));
    const silent = { ...machine, run: async () => ({ stdout: '', stderr: 'the interpreter broke', exitCode: 1, limit: false, dropped: 0 }) };
    assert.match((await failures(course(EXERCISE), { machine: silent })).join('\n'), /the solution .*\n.*the interpreter broke/);
    const stuck = { ...machine, name: 'Vivarium', run: async () => ({ stdout: '', stderr: '', exitCode: 137, limit: false, stuck: true, dropped: 0 }) };
    assert.deepEqual(await failures(course(block('print(1)')), { machine: stuck }), ['lesson.en.md:4: block "a" waits for something that can no longer happen']);
});

test('the other Python breaks: that block fails, the next one has a fresh interpreter', async () => {
    let loaded = 0;
    const fresh = () => {
        let broken = false;
        const run = (text) => {
            if (broken)
                throw new Error('it was dead already');
            broken = JSON.parse(text).source.includes('break me');
            if (broken)
                throw new RangeError('Maximum call stack size exceeded');
            return JSON.stringify({ exitCode: 0, stdout: '1\n', stderr: '', parts: null });
        };
        return { runPython() {}, globals: { get: () => run } };
    };
    const other = new OracleMachine(async () => (loaded++, fresh()));
    const root = course(block('print(1)') + output('1') + block('print(1) # break me', 'run id=b') + output('1', 'for=b') + block('print(1)# last', 'run id=c') + output('1', 'for=c'));
    const found = await failures(root, { oracle: other });
    assert.equal(found.length, 1);
    assert.match(found[0], /block "b" fails: the interpreter broke: Maximum call stack size exceeded/);
    assert.equal(loaded, 2);
});

test('hidden lines run, and count', async () => {
    const body = block('~from math import floor\nprint(floor(2.5))\n~print("unseen")\n1 / 0', 'run id=a raises=ZeroDivisionError') + output('2\nunseen');
    assert.deepEqual(await failures(course(body, {}, 'title: A\nhidelines: "~"')), []);
    const inherited = course(body, { 'course.yml': 'title: C\nlanguages: [en]\nhidelines: "~"\n' });
    assert.deepEqual(await failures(inherited), []);
    const wrong = await failures(course(block('~x = 5\nprint(x)\nprint(y)'), {}, 'title: A\nhidelines: "~"'));
    assert.match(wrong.join('\n'), /^lesson.en.md:8: block "a" fails: NameError: name 'y' is not defined/);
});

test('sessions and predictions that are wrong', async () => {
    assert.deepEqual(await failures(course(block('>>> 1 + 1\n2\n>>> 2 + 2\n5', 'repl id=a'))),
        ['lesson.en.md:7: session "a": the answer (+) to "2 + 2" is not what it says (-)\n- 5\n+ 4']);
    const ask = `${block('print(1)')}::: predict #p of=a\n?\n\n- [x] \`2\`\n- [ ] \`1\`\n:::\n`;
    assert.deepEqual(await failures(course(ask)),
        ['lesson.en.md:10: the answer marked [x] is not what block "a" prints\n- 2\n+ 1']);
});

const EXERCISE = `:::: exercise #twice
Twice.

\`\`\`python starter
def twice(n):
    ...
\`\`\`
\`\`\`python solution
def twice(n):
    return n * 2
\`\`\`
\`\`\`python check
assert twice(4) == 8, "#wrong"
\`\`\`
\`\`\`python secret
assert twice(0) == 0 and "return" in __source__ and __output__ == ""
\`\`\`
\`\`\`python mistake message=wrong
def twice(n):
    return n
\`\`\`
\`\`\`python mistake message=name
def double(n):
    return n * 2
\`\`\`
::: message #wrong
No.
:::
::: message #name on=NameError
Name.
:::
::::
`;

test('an exercise that is in order, under both', async () => {
    assert.deepEqual(await failures(course(EXERCISE)), []);
    assert.deepEqual(await failures(course(EXERCISE), { oracle: await oracle() }), []);
});

test('exercises: a starter that passes, a solution that fails, mistakes without their message', async () => {
    const broken = (from, to) => failures(course(EXERCISE.replace(from, to)));
    assert.deepEqual(await broken('    ...\n', '    return n + n\n'), ['lesson.en.md:7: exercise "twice": the starter already passes all checks']);
    const [failing] = await broken('return n * 2\n```\n```python check', 'return n * 3\n```\n```python check');
    assert.match(failing, /^lesson\.en\.md:16: exercise "twice": the solution fails this check: #wrong\n {2}Traceback/);
    assert.deepEqual(await broken('    return n\n```', '    return n + n\n```'),
        ['lesson.en.md:21: exercise "twice": the mistake passes all checks, so #wrong is never shown']);
    assert.deepEqual(await broken('mistake message=wrong', 'mistake message=name'),
        ['lesson.en.md:21: exercise "twice": the mistake must show #name, but shows #wrong']);
    assert.match((await broken('= __source__', '= 1 +'))[0] ?? 'none', /none/);
    assert.match((await broken('return n * 2\n```\n```python check', 'return n *\n```\n```python check')).join(), /lesson\.en\.md:13: exercise "twice": the solution fails: SyntaxError: invalid syntax/);
});

test('files: a broken one, an unknown role, a translation without original, a stale one, links and images', async () => {
    assert.deepEqual(await failures(course('', {}, 'titel: A')), [
        'lesson.en.md:1: the front matter needs a "title"', 'lesson.en.md:2: unknown key "titel"; did you mean "title"?',
    ]);
    assert.deepEqual(await failures(course(block('1', 'rum id=a'))), ['lesson.en.md:4: unknown kind of Python block "rum"; did you mean "run"?']);
    assert.deepEqual(await failures(course('::: note\nx\n')), ['lesson.en.md:4: "::: note" is never closed by a line of as many colons']);
    const lonely = course('', { 'course.yml': 'title: C\nlanguages: [en, de]\n', '01-a/02-y/lesson.de.md': '---\ntitle: D\n---\n' });
    assert.deepEqual(await failures(lonely), ['lesson.en.md:1: this file is missing']);
    const translated = course('Hi\n', { 'course.yml': 'title: C\nlanguages: [en, de]\n', '01-a/01-x/lesson.de.md': '---\ntitle: D\nsource: 0123456789abcdef\n---\n' });
    assert.deepEqual(await failures(translated), []);
    const { lessons } = await checkLessons([translated], { machine });
    assert.match(lessons.flatMap((each) => each.warnings)[0].message, /^made from 0123456789abcdef of the original, which is now/);
    assert.deepEqual(await failures(course('[a](../02-b/lesson.en.md) ![pic](files/a.svg) ![](files/b.svg)\n[c](/x) [d](../../../x.md)\n', { '01-a/01-x/files/b.svg': '<svg/>' })), [
        'lesson.en.md:4: the image "files/b.svg" needs a text for those who cannot see it: ![text](…)',
        'lesson.en.md:4: the address "../02-b/lesson.en.md" leads to a file that is not there',
        'lesson.en.md:4: the image "files/a.svg" leads to a file that is not there',
        'lesson.en.md:4: the address "/x" begins at the root of a disk: write it from this file, such as ../02-other/lesson.en.md',
        'lesson.en.md:4: the address "../../../x.md" leads out of the course',
    ]);
    assert.deepEqual(await failures(course('', { '01-a/chapter.yml': 'titel: B\n' })), ['chapter.yml:1: unknown key "titel"; did you mean "title"?']);
    assert.deepEqual(await failures(course('', {}, 'title: A\nprereqs: [a/z]')), ['lesson.en.md:1: unknown lesson in "prereqs", "a/z"; did you mean "a/x"?']);
});

test('what CPython prints otherwise is found, and what only Vivarium knows is not asked', async () => {
    const differs = block('import sys\nprint("Vivarium" in sys.version)');
    const found = await failures(course(differs), { oracle: await oracle() });
    assert.deepEqual(found, ['lesson.en.md:4: block "a" prints other text under CPython 3.12 (+) than under Vivarium (-)\n- True\n+ False']);
    assert.deepEqual(await failures(course(differs.replace('id=a', 'id=a impl=vivarium')), { oracle: await oracle() }), []);
});

test('a path may be a course, a chapter, a lesson, a file, or lessons without a course', async () => {
    const root = course(block('print(1)') + output('1'), { '02-b/chapter.yml': 'title: B\n', '02-b/01-y/lesson.en.md': '---\ntitle: Y\n---\n' });
    const count = (path) => findLessons(join(root, path)).lessons.length;
    assert.deepEqual(['', '01-a', '01-a/01-x', '02-b/01-y/lesson.en.md'].map(count), [2, 1, 1, 1]);
    rmSync(join(root, 'course.yml'));
    assert.deepEqual(['', '01-a', '01-a/01-x/lesson.en.md'].map(count), [2, 1, 1]);
    assert.deepEqual(await failures(root), []);
    assert.throws(() => findLessons(join(root, 'nope')), /there is no such file or folder/);
    rmSync(join(root, '02-b/01-y/lesson.en.md'));
    assert.throws(() => findLessons(join(root, '02-b/01-y')), /there are no lessons here/);
});

test('recording fills outputs and sessions; stamping notes the original', async () => {
    const root = course(block('print(1)\nprint()\nprint(3)') + output('old') + block('>>> 6 * 7\n0\n>>> x = 1\n>>> x\n', 'repl id=r')
        + `- item\n\n  ${block('print("deep")', 'run id=d').replaceAll('\n', '\n  ').trimEnd()}\n  \`\`\`text output\n  \`\`\`\n`, {
        'course.yml': 'title: C\nlanguages: [en, de]\n',
        '01-a/01-x/lesson.de.md': `---\ntitle: D\n---\n${block('')}${output('').replace('\n\n', '\n')}\`\`\`python repl id=r\n\`\`\`\n- item\n\n  \`\`\`python run id=d\n  \`\`\`\n`,
    });
    const told = await record(findLessons(root), machine, await oracle());
    assert.deepEqual(told.map((each) => each.message),
        ['recorded the output of block "a"', 'recorded the output of block "d"', 'recorded an answer of session "r"', 'recorded an answer of session "r"']);
    const text = readFileSync(join(root, '01-a/01-x/lesson.en.md'), 'utf8');
    assert.match(text, /```text output for=a\n1\n\n3\n```\n/);
    assert.match(text, />>> 6 \* 7\n42\n>>> x = 1\n>>> x\n1\n/);
    assert.match(text, / {2}```text output\n {2}deep\n {2}```\n/);
    assert.deepEqual(await failures(root), []);
    assert.deepEqual(await record(findLessons(root), machine, await oracle()), []);
    assert.equal(findLessons(root).course.warnings.length, 1);
    assert.equal(stamp(findLessons(root)).length, 1);
    assert.deepEqual(findLessons(root).course.warnings, []);
});

test('the report: lines, JUnit and JSON', async () => {
    const root = course(block('print("<1>")') + output('2'));
    const report = await checkLessons([root], { machine });
    assert.deepEqual([report.passed, report.failed], [1, 1]);
    const lines = lessonLines(report.lessons[0], palette(false));
    const file = relative(process.cwd(), join(root, '01-a/01-x/lesson.en.md'));
    assert.deepEqual(lines, [
        'FAIL a/x (en) (1 passed, 1 failed)', `${file}:7: block "a" prints (+) what its output does not say (-)`, '    - 2', '    + <1>',
    ]);
    assert.match(junit(report), /<testsuite name="a\/x \(en\)" file="[^"]*" tests="2" failures="1" errors="0"/);
    assert.match(junit(report), /<failure message="block &quot;a&quot; prints[^>]*>[^<]*\+ &lt;1&gt;<\/failure>/);
    assert.equal(JSON.parse(json(report)).failed, 1);
});

test('frozen views: their moment comes, or the line says that it does not', async () => {
    const loop = block('def f(n):\n    return n\nfor i in range(2):\n    f(i)');
    // 1, 3, 4, 2, 3, 4, 2, 3: the lines of the block in the order in which it comes to them.
    const view = (words) => `::: view ${words}\nA moment.\n:::\n`;
    assert.deepEqual(await failures(course(loop + view('of=a step=8') + view('of=a') + view('step=1 view=frames'))), []);
    assert.deepEqual(await failures(course(loop + view('of=a step=9'))),
        ['lesson.en.md:10: the view\'s moment never comes: block "a" comes to 8 lines of main.py, not 9']);
    assert.deepEqual(await failures(course(block('while True: pass') + view('of=a'), {}, 'title: A\nlimits: {instructions: 100000}')), [
        'lesson.en.md:5: block "a" exceeds its limit of 100000 instructions (limits: {instructions: N})',
        'lesson.en.md:8: the view\'s moment never comes: block "a" has no end within its limits']);
    assert.deepEqual(await failures(course(loop + view('of=a step=0'))), ['lesson.en.md:10: "step" counts the lines that the program comes to, from 1, not "0"']);
    assert.deepEqual(await failures(course(loop + view('of=a view=object'))), ['lesson.en.md:10: unknown view "object"; did you mean "objects"?']);
    assert.deepEqual(await failures(course(block('>>> 1\n1', 'repl id=r') + view('of=r'))), ['lesson.en.md:8: a view shows a block that runs, and "r" is "python repl"']);
});
