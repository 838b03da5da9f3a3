// The commands `./vivarium check` and `./vivarium new lesson`: arguments, exit codes, files.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'vivarium-command-'));
after(() => rmSync(folder, { recursive: true }));

function command(...args) {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', here('../check.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
    return { status, stdout, stderr };
}
const check = (...args) => command(here('../../build'), join(folder, 'none'), ...args);
const fresh = (...args) => command('--new', ...args);

test('a new lesson passes as it is, in every language of the course', () => {
    assert.deepEqual(fresh('lesson', 'course/01-intro/01-hello'), {
        status: 0, stdout: 'course/course.yml\ncourse/01-intro/chapter.yml\ncourse/01-intro/01-hello/lesson.en.md\n', stderr: '',
    });
    const file = join(folder, 'course/course.yml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('[en]', '[en, zh-CN]'));
    assert.equal(fresh('lesson', 'course/01-intro/02-more').stdout, 'course/01-intro/02-more/lesson.en.md\ncourse/01-intro/02-more/lesson.zh-CN.md\n');
    const { status, stdout, stderr } = check('course');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^ok {3}intro\/hello \(en\) \(8 passed.*\)$/m);
    assert.match(stdout, /^course\/01-intro\/01-hello\/lesson\.en\.md:1: warning: there is no translation: lesson\.zh-CN\.md$/m);
    assert.match(stdout, /^ok {3}intro\/more \(zh-CN\) \(8 passed.*\)$/m);
    assert.match(stdout, /\n24 passed, 0 failed\n$/);
});

test('what new does not do', () => {
    for (const [args, message] of [
        [[], /^vivarium new: new what\?/], [['lessn'], /there is nothing new called "lessn"/], [['lesson'], /which folder\?/],
        [['lesson', 'course/intro/01-a'], /"intro" is no numbered folder/], [['lesson', 'course/01-intro/01-hello'], /there is a lesson already/],
    ]) {
        const { status, stderr } = fresh(...args);
        assert.equal(status, 2);
        assert.match(stderr, message);
    }
});

test('a failure: exit code 1, file and line, reports as files, no colours', () => {
    const file = join(folder, 'course/01-intro/01-hello/lesson.en.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\n7\n', '\n8\n'));
    const { status, stdout } = check('--quiet', '--junit', 'report.xml', '--json=report.json', 'course/01-intro/01-hello');
    assert.equal(status, 1);
    assert.match(stdout, /^course\/01-intro\/01-hello\/lesson\.en\.md:16: block "first" prints \(\+\) what its output does not say \(-\)\n {4}- 8\n {4}\+ 7$/m);
    assert.match(stdout, /\n7 passed, 1 failed\n$/);
    assert.doesNotMatch(stdout, /\x1b/);
    assert.match(readFileSync(join(folder, 'report.xml'), 'utf8'), /failures="1"/);
    assert.equal(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).passed, 7);
});

test('wrong usage: exit code 2, and nothing is done', () => {
    for (const [args, message] of [
        [['--orcale'], /^vivarium check: there is no option --orcale; the options are /], [['nowhere'], /^vivarium check: nowhere: there is no such file or folder/],
        [['course', '--junit=no/where/a.xml'], /no\/where\/a\.xml: there is no folder no\/where/], [['course', '--junit'], /--junit needs a file name/], [['course', '--json', ''], /--json needs a file name/],
    ]) {
        const { status, stdout, stderr } = check(...args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
    }
    assert.match(check('--help').stdout, /^usage: \.\/vivarium check \[PATH \.\.\.\]/);
    assert.equal(existsSync(join(folder, 'none')), false);
});
