/** new.ts - `./vivarium new lesson PATH`: the files of a lesson to be filled, which already pass `check`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CANONICAL, loadCourse, sourceHash } from '../lessons/course';
import { UsageError } from './index';

const NUMBERED = /^\d+-[a-z0-9]+(?:-[a-z0-9]+)*$/;

interface Prose {
    title(slug: string): string;
    summary: string;
    intro: string;
    code: string;
    guess: string;
    title2: string;
    task: string;
    hints: string[];
    prints: string;
    noName: string;
}

const ENGLISH: Prose = {
    title: (slug) => slug.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
    summary: 'One sentence on what the reader will know afterwards.',
    intro: 'What is this about, and why does it matter? A few sentences, then something to run.',
    code: 'Say what to look at in this program.',
    guess: 'A question whose answer is what the program prints.',
    title2: 'Twice the number',
    task: 'Write `double(n)`. It **returns** twice its argument.',
    hints: ['A small push in the right direction.', 'Nearly the answer: a function gives its result back with `return`.'],
    prints: 'The number is printed, not returned. Whoever calls your function gets `None`.',
    noName: 'The check calls a function named `double`. Is that the name of yours?',
};

const CHINESE: Prose = {
    title: (slug) => ENGLISH.title(slug),
    summary: '用一句话说明读者学完会知道什么。',
    intro: '这一课讲什么，为什么重要？先写几句话，再给一个可以运行的例子。',
    code: '说明这段程序里该注意什么。',
    guess: '一个问题，答案就是程序的输出。',
    title2: '两倍',
    task: '写一个函数 `double(n)`，**返回**参数的两倍。',
    hints: ['往正确的方向轻轻推一把。', '差不多就是答案了：函数用 `return` 交回结果。'],
    prints: '这个数只是打印了出来，没有返回。调用你的函数只能得到 `None`。',
    noName: '检查会调用名为 `double` 的函数。你的函数是这个名字吗？',
};

function lessonText(prose: Prose, slug: string, source: string | undefined): string {
    // A translation takes code and answers from the original.
    const own = (text: string): string => (source === undefined ? text : '');
    const fence = (head: string, body: string): string => `\`\`\`${head}\n${own(body)}\`\`\`\n`;
    const fences = source === undefined ? `${[
        fence('python starter', 'def double(n):\n    ...\n'),
        fence('python solution', 'def double(n):\n    return n * 2\n'),
        fence('python check', 'assert double(4) == 8, "#prints"\n'),
        fence('python secret', 'assert double(-3) == -6, "a negative number is doubled too"\n'),
        fence('python mistake message=prints', 'def double(n):\n    print(n * 2)\n'),
        fence('python mistake message=no-name', 'def twice(n):\n    return n * 2\n'),
    ].join('')}` : '';
    const matter = source === undefined ? 'minutes: 5\nconcepts: []\n' : `source: ${source}\n`;
    return `---
title: ${prose.title(slug)}
summary: ${prose.summary}
${matter}---

${prose.intro}

${prose.code}

${fence('python run id=first', 'numbers = [3, 4]\nprint(sum(numbers))\n')}${fence('text output for=first', '7\n')}
::: predict #guess of=second
${prose.guess}

${fence('python run id=second', 'print(3 * "4")\n')}
- [ ] \`12\`
- [x] \`444\`
- [ ] \`TypeError\`
:::

:::: exercise #double title="${prose.title2}"${source === undefined ? ' attempts=3' : ''}
${prose.task}

${fences}${prose.hints.map((hint) => `::: hint\n${hint}\n:::\n`).join('')}::: message #prints
${prose.prints}
:::
::: message #no-name${source === undefined ? ' on=NameError' : ''}
${prose.noName}
:::
::::
`;
}

/** Writes the files; returns their paths. Never overwrites one. */
export function newLesson(path: string): string[] {
    const folder = resolve(path);
    const chapter = dirname(folder);
    const root = dirname(chapter);
    for (const each of [folder, chapter]) {
        if (!NUMBERED.test(basename(each)))
            throw new UsageError(`${path}: "${basename(each)}" is no numbered folder; a lesson is COURSE/NN-chapter/NN-lesson, in small letters, such as 02-lists/01-slices`);
    }
    if (existsSync(join(folder, `lesson.${CANONICAL}.md`)))
        throw new UsageError(`${path}: there is a lesson already`);
    const slug = basename(folder).replace(/^\d+-/, '');
    const written: string[] = [];
    const put = (file: string, text: string): void => {
        if (existsSync(file))
            return;
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
        written.push(relative(process.cwd(), file));
    };
    put(join(root, 'course.yml'), `title: ${ENGLISH.title(basename(root))}\nlanguages: [${CANONICAL}]\nclock: virtual\nseed: 1\n`);
    put(join(chapter, 'chapter.yml'), `title: ${ENGLISH.title(basename(chapter).replace(/^\d+-/, ''))}\n`);
    const english = lessonText(ENGLISH, slug, undefined);
    put(join(folder, `lesson.${CANONICAL}.md`), english);
    for (const language of loadCourse(root).languages.filter((each) => each !== CANONICAL)) {
        const prose = language.startsWith('zh') ? CHINESE : ENGLISH;
        put(join(folder, `lesson.${language}.md`), lessonText(prose, slug, sourceHash(readFileSync(join(folder, `lesson.${CANONICAL}.md`), 'utf8'))));
    }
    return written;
}

export const NEW_HELP = `usage: ./vivarium new lesson COURSE/NN-chapter/NN-lesson

Writes a lesson to be filled, in every language of the course, that already passes ./vivarium check. What is missing
around it (course.yml, chapter.yml) is written too; nothing is overwritten. lessons/README.md says how a lesson is written.
`;

/** The command `./vivarium new`. */
export function mainNew(args: readonly string[]): number {
    if (args.includes('--help') || args.includes('-h')) {
        process.stdout.write(NEW_HELP);
        return 0;
    }
    try {
        if (args[0] !== 'lesson')
            throw new UsageError(args[0] === undefined ? 'new what? ./vivarium new lesson PATH' : `there is nothing new called "${args[0]}"; try ./vivarium new lesson PATH`);
        if (args.length !== 2)
            throw new UsageError(args.length < 2 ? 'which folder? ./vivarium new lesson COURSE/NN-chapter/NN-lesson' : 'one lesson at a time');
        for (const file of newLesson(args[1]!))
            process.stdout.write(`${file}\n`);
        return 0;
    } catch (error) {
        if (!(error instanceof UsageError))
            throw error;
        process.stderr.write(`vivarium new: ${error.message}\n`);
        return 2;
    }
}
