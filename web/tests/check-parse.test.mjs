// Exercises, questions and puzzles of the lesson format: the model, what a translation inherits, every complaint.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './support/load.mjs';

const { parseLesson } = await load('src/lessons/parse.ts');
const { renderLesson } = await load('src/lessons/render.ts');
const { en } = await load('src/i18n/en.ts');

const parse = (body, canonical, matter = 'title: A') =>
    parseLesson(`---\n${matter}\n---\n${body}`, { file: 'lesson.md', language: canonical ? 'zh-CN' : 'en', canonical });
const complaints = (...args) => parse(...args).problems.map((problem) => `${problem.line}: ${problem.message}`);

const EXERCISE = `:::: exercise #double title="Twice" attempts=3
Double it.

\`\`\`python starter
def double(n):
    ...
\`\`\`
\`\`\`python solution
def double(n):
    return n * 2
\`\`\`
\`\`\`python check
assert double(4) == 8, "#prints"
\`\`\`
\`\`\`python secret
assert double(-3) == -6
\`\`\`
\`\`\`python mistake message=prints
def double(n):
    print(n * 2)
\`\`\`
::: hint
First.
:::
::: message #prints
Return it.
:::
::: message #no-name on=NameError
Name it.
:::
::::
`;

test('an exercise', () => {
    const { problems, exercises: [exercise], blocks } = parse(EXERCISE);
    assert.deepEqual(problems, []);
    assert.equal(exercise.id, 'double');
    assert.equal(exercise.title, 'Twice');
    assert.equal(exercise.attempts, 3);
    assert.deepEqual(exercise.checks.map((each) => each.role), ['check', 'secret']);
    assert.deepEqual(exercise.mistakes.map((each) => each.message), ['prints']);
    assert.deepEqual(exercise.messages.map(({ id, on }) => [id, on]), [['prints', undefined], ['no-name', 'NameError']]);
    assert.equal(exercise.hints.length, 1);
    assert.deepEqual(blocks.map((block) => block.id),
        ['double-starter-1', 'double-solution-1', 'double-check-1', 'double-secret-1', 'double-mistake-1']);
});

test('a translation of an exercise repeats only its prose', () => {
    const canonical = parse(EXERCISE);
    const prose = ':::: exercise #double title="两倍"\n翻倍。\n\n```python starter\n```\n::: hint\n一。\n:::\n'
        + '::: message #prints\n返回。\n:::\n::: message #no-name\n名字。\n:::\n::::\n';
    const translation = parse(prose, canonical);
    assert.deepEqual(translation.problems, []);
    const [exercise] = translation.exercises;
    assert.equal(exercise.title, '两倍');
    assert.equal(exercise.attempts, 3);
    assert.equal(exercise.solution.source, 'def double(n):\n    return n * 2\n');
    assert.deepEqual(exercise.mistakes.map((each) => each.message), ['prints']);
    assert.equal(exercise.messages[1].on, 'NameError');
    assert.deepEqual(complaints(prose.replace('::: hint\n一。\n:::\n', '').replace('#prints', '#print'), canonical), [
        '4: unknown message "prints"; did you mean "print"?', '4: unknown message "prints"; did you mean "print"?',
        '4: the translation lacks "::: message #prints" of the original',
        '4: the original has 1 hints in this exercise, not 0',
    ]);
});

test('what is wrong with an exercise', () => {
    const without = (from, to = '') => complaints(EXERCISE.replace(from, to));
    assert.deepEqual(without(/```python starter\n[^`]*```\n/), ['4: the exercise needs a "python starter"']);
    assert.deepEqual(without(/```python check\n[^`]*```\n/), ['4: the exercise needs a "python check"']);
    assert.deepEqual(without(' message=prints'), ['21: a mistake names the message that it must show: "python mistake message=ID"']);
    assert.deepEqual(without('message=prints', 'message=print'), ['21: unknown message "print"; did you mean "prints"?']);
    assert.deepEqual(without('"#prints"', '"#pints"'), ['15: unknown message "pints"; did you mean "prints"?']);
    assert.deepEqual(without('python secret', 'python secert'), [
        '18: unknown kind of Python block "secert"; did you mean "secret"?',
    ]);
    assert.deepEqual(without('on=NameError', 'no=NameError'), ['31: unknown key "no"; did you mean "on"?']);
    assert.deepEqual(complaints('```python check\nassert 1\n```\n'),
        ['4: "python check" belongs inside "::: exercise", or names one by for=']);
    assert.deepEqual(complaints('::: hint\nx\n:::\n'), ['4: "::: hint" belongs inside "::: exercise"']);
    assert.match(complaints('::: exercise #a\n::: hint\nx\n:::\n:::\n').join('\n'), /a line of colons that closes nothing/);
});

test('fences, keys and directives nobody knows name the nearest', () => {
    assert.deepEqual(complaints('```text outptu for=a\n1\n```\n'), ['4: unknown kind of text block "outptu"; did you mean "output"?']);
    assert.deepEqual(complaints('```pyhton run\n1\n```\n'), ['4: unknown language of a block with a role, "pyhton"; did you mean "python"?']);
    assert.deepEqual(complaints('::: exercice #a\n:::\n'), ['4: unknown directive "exercice"; did you mean "exercise"?']);
    assert.deepEqual(complaints('```python run viewz=objects\n1\n```\n'), ['4: unknown key "viewz"; did you mean "views"?']);
    assert.deepEqual(complaints('```python run views=object\n1\n```\n'), ['4: unknown view "object"; did you mean "objects"?']);
    assert.deepEqual(complaints('```python run break=4\n1\n```\n'), ['4: "break" names lines of the block, 1 to 1, not "4"']);
    assert.deepEqual(complaints('```python id=one\n1\n```\n::: view of=on\n:::\n'), ['7: unknown block "on"; did you mean "one"?']);
    assert.deepEqual(complaints('', undefined, 'title: A\nviews: [memroy]'), ['1: unknown view "memroy"; did you mean "memory"?']);
});

test('a colon line inside a fence closes nothing', () => {
    const { problems, blocks } = parse('::: note\n```python\nx = """\n:::\n"""\n```\n:::\n');
    assert.deepEqual(problems, []);
    assert.equal(blocks[0].source, 'x = """\n:::\n"""\n');
});

test('quizzes, puzzles and predictions of several lines', () => {
    const body = '::: quiz #q\nWhich?\n\n- [x] A `list`\n\n  It can change.\n- [ ] A tuple\n- [x] A set\n:::\n\n'
        + '::: parsons #p\nOrder.\n\n```python solution\nfor x in "ab":\n    print(x)\nprint(y)  # distractor\n```\n```text output\na\nb\n```\n:::\n\n'
        + '```python run id=two\nprint(1)\nprint(2)\n```\n::: predict #g of=two\nWhat?\n\n- [x]\n  ```text\n  1\n  2\n  ```\n- [ ] `12`\n:::\n';
    const canonical = parse(body);
    const { problems, quizzes, parsons, predictions, outputs } = canonical;
    assert.deepEqual(problems, []);
    assert.deepEqual(quizzes[0].options.map((each) => each.right), [true, false, true]);
    assert.deepEqual(parsons[0].lines, ['for x in "ab":', '    print(x)']);
    assert.deepEqual(parsons[0].distractors, ['print(y)']);
    assert.equal(outputs[0].for, parsons[0].solution.id);
    assert.deepEqual(predictions[0].options.map((each) => each.text), ['1\n2', '12']);
    const html = renderLesson(canonical, en);
    assert.match(html, /<form class="quiz" id="q" data-quiz="q" data-multiple="yes">/);
    assert.match(html, /<li class="answer" data-right="yes"><label><input type="checkbox" name="q" value="0"> A <code>list<\/code><\/label><div class="why" hidden><p>It can change.<\/p>/);
    assert.match(html, /<script type="application\/json" data-lines>\{"lines":\["for x in/);
    assert.match(html, /value="1\n2"> <pre class="code"/);
    const translation = parse('::: quiz #q\n?\n\n- [ ] A\n- [x] B\n- [x] C\n:::\n::: parsons #p\n排。\n:::\n', canonical);
    assert.deepEqual(translation.problems.map((each) => each.message), ['the answers marked [x] are not those of the original (line 4 there)']);
    assert.deepEqual(translation.parsons[0].lines, canonical.parsons[0].lines);
});

test('the HTML of an exercise gives its starter and public checks, and hides the rest', () => {
    const html = renderLesson(parse(EXERCISE), en);
    assert.match(html, /<section class="exercise" id="double" data-exercise="double" data-attempts="3" data-reveal="after-attempts"/);
    assert.match(html, /data-block="double-starter-1" data-role="starter"/);
    assert.match(html, /<div class="message" data-message="no-name" data-on="NameError" hidden>/);
    const visible = html.replace(/<script.*?<\/script>/gs, '').replace(/<figure class="solution".*?<\/figure>/s, '');
    assert.doesNotMatch(visible, /-3|n<\/span> <span[^>]*>\*/);
});
