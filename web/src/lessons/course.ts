/**
 * course.ts - a folder of lessons as a course: numbered folders give order and address, files give languages.
 *
 *     course.yml, NN-chapter/chapter.yml, NN-chapter/NN-lesson/lesson.<language>.md
 *
 * Runs in Node only (build and checks).
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { unknownWord } from './nearest';
import { parseMatter } from './frontmatter';
import { type Lesson, parseLesson } from './parse';
import type { Problem } from './problem';
import { CHAPTER, type ChapterMatter, COURSE, type CourseMatter, FRONT_MATTER } from './schema';

export const CANONICAL = 'en';

export interface CourseLesson {
    /** `chapter/lesson`, without numbers. */
    address: string;
    number: string;
    /** Absolute. */
    folder: string;
    languages: Map<string, Lesson>;
    /** What its programs find in their working folder (`files/`): path -> text. */
    files: Map<string, string>;
}

export interface Chapter {
    number: string;
    matter: ChapterMatter;
    lessons: CourseLesson[];
}

export interface Course {
    matter: CourseMatter;
    languages: string[];
    chapters: Chapter[];
    problems: Problem[];
    /** True things that are not errors, such as a translation older than its original. */
    warnings: Problem[];
}

const NUMBERED = /^(\d+)-(.+)$/;
const LESSON_FILE = /^lesson\.([A-Za-z0-9-]+)\.md$/;

/** First 16 hex digits of the SHA-256 of the canonical file, with LF line ends: what a translation's `source` holds. */
export function sourceHash(text: string): string {
    return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex').slice(0, 16);
}

/** In the language asked for, else in the canonical one. */
export function titleIn(matter: ChapterMatter | CourseMatter, language: string): string {
    const titles = (matter.titles ?? {}) as Record<string, string>;
    return titles[language] ?? matter.title ?? '';
}

function numberedFolders(folder: string): Array<{ name: string; number: string; slug: string }> {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && NUMBERED.test(entry.name))
        .map((entry) => {
            const [, number, slug] = NUMBERED.exec(entry.name) as unknown as [string, string, string];
            return { name: entry.name, number, slug };
        })
        .sort((a, b) => Number(a.number) - Number(b.number) || (a.slug < b.slug ? -1 : 1));
}

export function loadCourse(folder: string): Course {
    const problems: Problem[] = [];
    const warnings: Problem[] = [];
    const readYaml = <S extends Parameters<typeof parseMatter>[1]>(path: string, schema: S) => {
        const file = relative(folder, path);
        if (!existsSync(path)) {
            problems.push({ file, line: 1, message: 'this file is missing' });
            return {} as ReturnType<typeof parseMatter<S>>;
        }
        return parseMatter(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), schema, file, 1, problems);
    };

    const matter = readYaml(join(folder, 'course.yml'), COURSE);
    const languages = matter.languages ?? [CANONICAL];
    const chapters: Chapter[] = [];
    for (const [c, chapterFolder] of numberedFolders(folder).entries()) {
        const chapterPath = join(folder, chapterFolder.name);
        const chapterMatter = readYaml(join(chapterPath, 'chapter.yml'), CHAPTER);
        const chapter: Chapter = { number: `${c + 1}`, matter: chapterMatter, lessons: [] };
        chapters.push(chapter);
        for (const [l, lessonFolder] of numberedFolders(chapterPath).entries()) {
            const lessonPath = join(chapterPath, lessonFolder.name);
            const lesson: CourseLesson = {
                address: `${chapterFolder.slug}/${lessonFolder.slug}`,
                number: `${c + 1}.${l + 1}`,
                folder: lessonPath,
                languages: new Map(),
                files: new Map(),
            };
            loadFiles(folder, join(lessonPath, 'files'), lesson, problems);
            loadLanguages(folder, lessonPath, languages, lesson, problems, warnings, chapterMatter.hidelines ?? matter.hidelines);
            for (const each of lesson.languages.values())
                each.matter = { ...inheritable(matter), ...inheritable(chapter.matter), ...each.matter };
            chapter.lessons.push(lesson);
        }
    }
    const course = { matter, languages, chapters, problems, warnings };
    checkReferences(folder, course);
    return course;
}

/** Lessons without a course: every folder at or below `folder` that holds `lesson.<language>.md` files. */
export function loadLoose(folder: string): Course {
    const problems: Problem[] = [];
    const warnings: Problem[] = [];
    const lessons: CourseLesson[] = [];
    const languages = new Set<string>([CANONICAL]);
    const visit = (path: string): void => {
        const entries = readdirSync(path, { withFileTypes: true });
        const found = entries.flatMap((entry) => LESSON_FILE.exec(entry.name)?.[1] ?? []);
        if (found.length > 0) {
            for (const language of found)
                languages.add(language);
            const lesson: CourseLesson = {
                address: relative(folder, path) || basename(path), number: `${lessons.length + 1}`, folder: path, languages: new Map(), files: new Map(),
            };
            loadFiles(folder, join(path, 'files'), lesson, problems);
            loadLanguages(folder, path, [...languages], lesson, problems, warnings);
            lessons.push(lesson);
        }
        for (const entry of entries) {
            if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules' && found.length === 0)
                visit(join(path, entry.name));
        }
    };
    visit(folder);
    const course: Course = { matter: {}, languages: [...languages], chapters: [{ number: '1', matter: {}, lessons }], problems, warnings };
    checkReferences(folder, course);
    return course;
}

/** Texts below `files/` of a lesson. */
function loadFiles(root: string, folder: string, lesson: CourseLesson, problems: Problem[]): void {
    if (!existsSync(folder))
        return;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        const path = join(folder, name);
        if (statSync(path).isDirectory())
            continue;
        try {
            lesson.files.set(name.replaceAll('\\', '/'), new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
        } catch {
            problems.push({ file: relative(root, path), line: 1, message: 'the files of a lesson are UTF-8 text' });
        }
    }
}

/** Links, images and prerequisites lead somewhere. */
function checkReferences(root: string, course: Course): void {
    const lessons = course.chapters.flatMap((chapter) => chapter.lessons);
    const addresses = lessons.map((each) => each.address);
    for (const lesson of lessons) {
        for (const { file, references, matter } of lesson.languages.values()) {
            for (const { address, line, image } of references) {
                const message = brokenReference(root, lesson, lessons, address, image);
                if (message)
                    course.problems.push({ file, line, message });
            }
            for (const wanted of (matter.prereqs ?? []).filter((each) => !addresses.includes(each)))
                course.problems.push({ file, line: 1, message: unknownWord('lesson in "prereqs",', wanted, addresses) });
        }
    }
}

function brokenReference(root: string, lesson: CourseLesson, lessons: CourseLesson[], address: string,
                         image: boolean): string | undefined {
    if (address.startsWith('#') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(address))
        return undefined;
    const [path = '', anchor] = decodeURIComponent(address).split('#');
    if (path.startsWith('/'))
        return `the address "${address}" begins at the root of a disk: write it from this file, such as ../02-other/lesson.en.md`;
    const target = join(lesson.folder, path);
    if (relative(root, target).startsWith('..'))
        return `the address "${address}" leads out of the course`;
    if (!existsSync(target))
        return `${image ? 'the image' : 'the address'} "${address}" leads to a file that is not there`;
    const other = lessons.find((each) => target.startsWith(each.folder));
    const language = LESSON_FILE.exec(target.slice((other?.folder.length ?? 0) + 1))?.[1];
    if (image || !other || (language === undefined && target.replace(/\/$/, '') !== other.folder))
        return image ? undefined : `a link leads to a lesson (lesson.${CANONICAL}.md), not to "${address}"`;
    const anchors = other.languages.get(language ?? CANONICAL)?.anchors;
    return anchor === undefined || anchors?.has(anchor) ? undefined : unknownWord(`place in ${path},`, anchor, anchors?.keys() ?? []);
}

/** What a lesson takes from its course and chapter: everything of the front matter but their titles. */
function inheritable(matter: CourseMatter | ChapterMatter): object {
    const known = Object.keys(FRONT_MATTER).filter((key) => key !== 'title' && key !== 'summary' && key !== 'source');
    return Object.fromEntries(Object.entries(matter).filter(([key]) => known.includes(key)));
}

function loadLanguages(root: string, lessonPath: string, languages: string[], lesson: CourseLesson,
                       problems: Problem[], warnings: Problem[], hidelines?: string): void {
    const found = readdirSync(lessonPath).map((name) => LESSON_FILE.exec(name)?.[1])
        .filter((name) => name !== undefined);
    const place = relative(root, lessonPath);
    for (const language of found.filter((name) => !languages.includes(name))) {
        const message = `course.yml does not list the language "${language}"`;
        problems.push({ file: `${place}/lesson.${language}.md`, line: 1, message });
    }
    if (!found.includes(CANONICAL)) {
        problems.push({ file: `${place}/lesson.${CANONICAL}.md`, line: 1, message: 'this file is missing' });
        return;
    }
    const read = (language: string): string => readFileSync(join(lessonPath, `lesson.${language}.md`), 'utf8');
    for (const language of languages.filter((name) => !found.includes(name)))
        warnings.push({ file: `${place}/lesson.${CANONICAL}.md`, line: 1, message: `there is no translation: lesson.${language}.md` });
    const original = read(CANONICAL);
    const canonical = parseLesson(original, { file: `${place}/lesson.${CANONICAL}.md`, language: CANONICAL, hidelines });
    lesson.languages.set(CANONICAL, canonical);
    problems.push(...canonical.problems);
    for (const language of languages.filter((name) => name !== CANONICAL && found.includes(name))) {
        const file = `${place}/lesson.${language}.md`;
        const translation = parseLesson(read(language), { file, language, canonical, hidelines });
        lesson.languages.set(language, translation);
        problems.push(...translation.problems);
        for (const [what, ids, own] of [
            ['block', canonical.blocks.filter((block) => block.owner === undefined), translation.blocks],
            ['prediction', canonical.predictions, translation.predictions],
            ['quiz', canonical.quizzes, translation.quizzes],
            ['exercise', canonical.exercises, translation.exercises],
            ['puzzle', canonical.parsons, translation.parsons],
        ] as const) {
            for (const missing of ids.filter(({ id }) => !own.some((each) => each.id === id)))
                problems.push({ file, line: 1, message: `the translation lacks the ${what} "${missing.id}" of the original` });
        }
        const hash = sourceHash(original);
        if (translation.matter.source !== hash) {
            const made = translation.matter.source ?? 'an unknown version';
            warnings.push({ file, line: 1, message: `made from ${made} of the original, which is now ${hash} (check --stamp, once it says the same)` });
        }
    }
}
